package org.dafu.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a Word document: paragraphs and tables in order, text boxes before the
 * paragraph they hang on, footnotes behind it. What was deleted, or is hidden, is not read.
 */
final class WordBody {
  /** Text is not nested deeper than this. */
  private static final int DEEPEST = 100;

  private final WordStyles styles;
  private final WordNumbering numbering;
  private final Map<String, Element> footnotes;
  private final Map<String, Element> endnotes;
  private final Transcript transcript;

  WordBody(
      WordStyles styles,
      WordNumbering numbering,
      @Nullable Element footnotes,
      @Nullable Element endnotes) {
    this.styles = styles;
    this.numbering = numbering;
    this.footnotes = notes(footnotes, "footnote");
    this.endnotes = notes(endnotes, "endnote");
    this.transcript = new Transcript();
  }

  private static Map<String, Element> notes(@Nullable Element part, String name) {
    Map<String, Element> notes = new HashMap<>();
    if (part != null) {
      WordXml.all(part, name).forEach(note -> notes.put(WordXml.attribute(note, "id"), note));
    }
    return notes;
  }

  /** The blocks of the body. */
  List<RawBlock> read(Element body) {
    Story story = new Story();
    story.read(body, 0);
    return story.blocks;
  }

  /** A run of blocks of its own: the body, a cell, a text box, a note. */
  private final class Story {
    private final List<RawBlock> blocks = new ArrayList<>();

    /** A paragraph whose end was deleted: the next one goes on. */
    private @Nullable MappedText unended;

    /** What the paragraph refers to, read behind it. */
    private final List<Element> notes = new ArrayList<>();

    void read(Element parent, int depth) {
      blocks(parent, depth);
      end(depth);
    }

    private void blocks(Element parent, int depth) {
      if (depth > DEEPEST) {
        return;
      }
      for (Element child : parent.children()) {
        if (WordXml.isAside(child)) {
          continue;
        }
        switch (WordXml.name(child)) {
          case "p" -> paragraph(child, depth);
          case "tbl" -> {
            end(depth);
            table(child, depth);
          }
          case "sectPr",
              "tblPr",
              "tblGrid",
              "trPr",
              "tcPr",
              "sdtPr",
              "sdtEndPr",
              "del",
              "moveFrom" -> {}
          case "AlternateContent" -> blocks(choice(child), depth + 1);
          default -> blocks(child, depth + 1);
        }
      }
    }

    private void paragraph(Element paragraph, int depth) {
      Element properties = WordXml.child(paragraph, "pPr");
      WordRuns runs = new WordRuns(transcript, unended);
      if (unended == null) {
        runs.label(label(properties));
      }
      unended = null;
      runs.read(paragraph, depth);
      for (Element box : runs.textBoxes()) {
        Story inside = new Story();
        inside.read(box, depth + 1);
        blocks.addAll(inside.blocks);
      }
      notes.addAll(runs.notes());
      addNotes(runs.footnotes(), footnotes);
      addNotes(runs.endnotes(), endnotes);
      List<MappedText> lines = runs.lines();
      boolean goesOn = endIsDeleted(properties);
      int whole = goesOn ? lines.size() - 1 : lines.size();
      int level = styles.headingLevel(properties);
      lines.subList(0, whole).forEach(line -> add(line, level));
      if (goesOn) {
        unended = runs.last();
      } else {
        end(depth);
      }
    }

    private void add(MappedText line, int level) {
      MappedText text = line.strip();
      if (text.length() > 0) {
        blocks.add(new RawBlock.Line(text, level, true));
      }
    }

    private void addNotes(List<String> ids, Map<String, Element> known) {
      for (String id : ids) {
        Element note = known.get(id);
        if (note != null) {
          notes.add(note);
        }
      }
    }

    /** Ends what no paragraph goes on with, and reads its notes. */
    private void end(int depth) {
      if (unended != null) {
        add(unended, 0);
        unended = null;
      }
      List<Element> referred = List.copyOf(notes);
      notes.clear();
      for (Element note : referred) {
        Story inside = new Story();
        inside.read(note, depth + 1);
        blocks.addAll(inside.blocks);
      }
    }

    private void table(Element table, int depth) {
      List<List<Story>> rows = new ArrayList<>();
      rows(table, rows, depth);
      blocks.addAll(
          LayoutTable.blocks(
              rows.stream().map(row -> row.stream().map(cell -> cell.blocks).toList()).toList()));
    }

    private void rows(Element parent, List<List<Story>> rows, int depth) {
      for (Element child : parent.children()) {
        if (WordXml.name(child).equals("tr")) {
          if (!WordXml.isOn(WordXml.child(child, "trPr"), "del")) {
            List<Story> row = new ArrayList<>();
            cells(child, row, depth);
            rows.add(row);
          }
        } else if (depth < DEEPEST) {
          rows(child, rows, depth + 1); // rows within content controls
        }
      }
    }

    private void cells(Element parent, List<Story> row, int depth) {
      for (Element child : parent.children()) {
        if (WordXml.name(child).equals("tc")) {
          Story cell = new Story();
          cell.read(child, depth + 1);
          row.add(cell);
        } else if (depth < DEEPEST && WordXml.name(child).startsWith("sdt")) {
          cells(child, row, depth + 1);
        }
      }
    }
  }

  private String label(@Nullable Element properties) {
    Element list = styles.list(properties);
    if (list == null) {
      return "";
    }
    int level = WordXml.number(WordXml.value(list, "ilvl"), 0);
    return numbering.next(WordXml.value(list, "numId"), level);
  }

  private static boolean endIsDeleted(@Nullable Element properties) {
    return WordXml.child(WordXml.child(properties, "rPr"), "del") != null;
  }

  /** Of the forms in which one thing is written for newer and older programs, the first. */
  static Element choice(Element alternatives) {
    Element choice = WordXml.child(alternatives, "Choice");
    return choice == null ? alternatives : choice;
  }
}
