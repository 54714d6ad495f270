package org.dafu.read;

import java.util.ArrayList;
import java.util.List;
import org.dafu.reply.Span;

/** Lays blocks one below the other into the document's text and notes where each stands. */
final class Assembly {
  private final MappedText text;
  private final List<Block> blocks;

  private Assembly(List<RawBlock> raw) {
    long units = 0;
    for (RawBlock block : raw) {
      units += block.units() + 1;
    }
    this.text = new MappedText(Math.toIntExact(units));
    this.blocks = new ArrayList<>(raw.size());
  }

  static Assembly of(List<RawBlock> raw) {
    Assembly assembly = new Assembly(raw);
    for (RawBlock block : raw) {
      assembly.add(block);
    }
    return assembly;
  }

  String text() {
    return text.toString();
  }

  SourceMap sourceMap() {
    return text.sourceMap();
  }

  List<Block> blocks() {
    return blocks;
  }

  private void add(RawBlock raw) {
    separate('\n');
    int start = text.length();
    switch (raw) {
      case RawBlock.Line line -> {
        text.append(line.text());
        Span span = new Span(start, text.length());
        blocks.add(
            line.headingLevel() > 0
                ? new Block.Heading(span, line.headingLevel())
                : new Block.Paragraph(span));
      }
      case RawBlock.Table table -> {
        List<List<Span>> rows = new ArrayList<>();
        for (List<MappedText> row : table.rows()) {
          if (!rows.isEmpty()) {
            separate('\n');
          }
          rows.add(cells(row));
        }
        blocks.add(new Block.Table(new Span(start, text.length()), rows));
      }
    }
  }

  private List<Span> cells(List<MappedText> row) {
    List<Span> cells = new ArrayList<>();
    for (MappedText cell : row) {
      if (!cells.isEmpty()) {
        separate('\t');
      }
      int start = text.length();
      text.append(cell);
      cells.add(new Span(start, text.length()));
    }
    return cells;
  }

  private void separate(char separator) {
    if (text.length() > 0) {
      text.append(separator, text.origin(text.length() - 1));
    }
  }
}
