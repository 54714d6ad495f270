package org.dafu.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.HWPFDocumentCore;
import org.apache.poi.hwpf.model.Ffn;
import org.apache.poi.hwpf.model.ListTables;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;

/**
 * Reads the body of a binary Word document: text boxes first, as letterheads stand in them, then
 * paragraphs and tables in order, footnotes behind the paragraph that refers to them.
 */
final class DocBody {
  private static final char CELL_END = '\u0007';
  private static final char LINE_BREAK = '\u000b';
  private static final char FIELD_BEGIN = '\u0013';
  private static final char FIELD_RESULT = '\u0014';
  private static final char FIELD_END = '\u0015';
  private static final String IN_CODE = "c";
  private static final int LEVELS = 9;

  /** Outline levels of headings are 0 to 5; 9 is running text. */
  private static final int HEADING_LEVELS = 6;

  private final HWPFDocumentCore document;
  private final Transcript transcript = new Transcript();
  private final Deadline deadline = Deadline.in(Deadline.LONGEST_READING);
  private final Map<Integer, ListCounter> counters = new HashMap<>();
  private final List<RawBlock> blocks = new ArrayList<>();
  private final TableRows table = new TableRows();

  DocBody(HWPFDocumentCore document) {
    this.document = document;
  }

  List<RawBlock> read() throws Deadline.TooMuchException {
    if (document instanceof HWPFDocument newer) {
      story(newer.getMainTextboxRange());
    }
    story(document.getRange());
    return blocks;
  }

  private void story(Range range) throws Deadline.TooMuchException {
    for (int i = 0; i < range.numParagraphs(); i++) {
      deadline.check();
      Paragraph paragraph = range.getParagraph(i);
      if (paragraph.isInTable()) {
        inTable(paragraph);
      } else {
        endTable();
        outsideTable(paragraph);
        footnotes(paragraph);
      }
    }
    endTable();
  }

  private void outsideTable(Paragraph paragraph) {
    int outline = paragraph.getLvl();
    int level = outline < HEADING_LEVELS ? outline + 1 : 0;
    for (MappedText line : lines(paragraph)) {
      MappedText text = line.strip();
      if (text.length() > 0) {
        blocks.add(new RawBlock.Line(text, level, true));
      }
    }
  }

  private void inTable(Paragraph paragraph) {
    if (paragraph.isTableRowEnd()) {
      table.endRow();
      return;
    }
    lines(paragraph).forEach(table::line);
    if (paragraph.text().indexOf(CELL_END) >= 0) {
      table.endCell();
    }
  }

  private void endTable() {
    blocks.addAll(table.take());
  }

  private void footnotes(Paragraph paragraph) throws Deadline.TooMuchException {
    if (!(document instanceof HWPFDocument newer)) {
      return;
    }
    Notes notes = newer.getFootnotes();
    for (int i = 0; i < notes.getNotesCount(); i++) {
      int anchor = notes.getNoteAnchorPosition(i);
      if (anchor >= paragraph.getStartOffset() && anchor < paragraph.getEndOffset()) {
        int base = newer.getFootnoteRange().getStartOffset();
        int start = base + notes.getNoteTextStartOffset(i);
        int end = base + notes.getNoteTextEndOffset(i);
        story(new Range(start, end, newer));
      }
    }
  }

  /** The paragraph's text, one for each line break that the author set, its list number first. */
  private List<MappedText> lines(Paragraph paragraph) {
    List<MappedText> lines = new ArrayList<>();
    lines.add(transcript.of(label(paragraph)));
    StringBuilder fields = new StringBuilder(); // one sign for each open field
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      CharacterRun run = paragraph.getCharacterRun(i);
      if (run.isMarkedDeleted() || run.isVanished()) {
        continue;
      }
      String text = shown(run);
      for (int at = 0; at < text.length(); at++) {
        char unit = text.charAt(at);
        switch (unit) {
          case FIELD_BEGIN, FIELD_RESULT, FIELD_END -> field(unit, fields);
          case LINE_BREAK -> lines.add(new MappedText());
          default -> {
            if (fields.indexOf(IN_CODE) < 0 && (unit >= ' ' || unit == '\t')) {
              transcript.append(lines.getLast(), unit == '\t' ? " " : String.valueOf(unit));
            }
          }
        }
      }
    }
    return lines;
  }

  /** Follows fields, of which the code is not read and the result is. */
  private static void field(char mark, StringBuilder fields) {
    if (mark == FIELD_BEGIN) {
      fields.append(IN_CODE);
    } else if (!fields.isEmpty()) {
      fields.setLength(fields.length() - 1);
      fields.append(mark == FIELD_RESULT ? "r" : "");
    }
  }

  private static String shown(CharacterRun run) {
    if (run.isSymbol()) {
      Ffn font = run.getSymbolFont();
      String sign = String.valueOf(run.getSymbolCharacter());
      return font == null ? sign : SymbolFonts.shown(font.getMainFontName(), sign);
    }
    String font = run.getFontName();
    String text = run.text();
    if (font == null || !SymbolFonts.isSymbolic(font)) {
      return text;
    }
    String ends = text.replaceAll("[^\\u0007\\r\\u000b]", "");
    return SymbolFonts.shown(font, text.replaceAll("[\\u0000-\\u001f]", "")) + ends;
  }

  /** The number that a list prints before the paragraph; empty if it is in none. */
  private String label(Paragraph paragraph) {
    ListTables tables = document.getListTables();
    if (tables == null || !paragraph.isInList()) {
      return "";
    }
    try {
      HWPFList list = paragraph.getList();
      List<ListCounter.Level> levels = new ArrayList<>();
      for (int i = 0; i < LEVELS; i++) {
        char level = (char) i;
        levels.add(
            new ListCounter.Level(
                list.getStartAt(level),
                ListNumerals.ofBinary(list.getNumberFormat(level)),
                pattern(list.getNumberText(level))));
      }
      String label =
          counters
              .computeIfAbsent(list.getLsid(), each -> new ListCounter())
              .next(levels, paragraph.getIlvl());
      boolean word =
          !label.isEmpty() && Character.isLetterOrDigit(label.charAt(label.length() - 1));
      return word ? label + " " : label;
    } catch (RuntimeException noSuchList) { // a list that the file refers to and lacks
      return "";
    }
  }

  /** The number text with its placeholders, the characters 0 to 8, written as %1 to %9. */
  private static String pattern(String numberText) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < numberText.length(); i++) {
      char unit = numberText.charAt(i);
      if (unit < LEVELS) {
        pattern.append('%').append(unit + 1);
      } else {
        pattern.append(unit);
      }
    }
    return pattern.toString();
  }
}
