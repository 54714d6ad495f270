package org.dafu.read;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the text of one paragraph of a Word document, and notes what hangs on it. */
final class WordRuns {
  /** Text is not nested deeper than this. */
  private static final int DEEPEST = 100;

  private final Transcript transcript;
  private final List<MappedText> lines = new ArrayList<>();
  private final List<Element> textBoxes = new ArrayList<>();
  private final List<String> footnotes = new ArrayList<>();
  private final List<String> endnotes = new ArrayList<>();

  /**
   * @param begun what goes on here; null for a paragraph of its own
   */
  WordRuns(Transcript transcript, @Nullable MappedText begun) {
    this.transcript = transcript;
    lines.add(begun == null ? new MappedText() : begun);
  }

  /** One text for each line break that the author set. */
  List<MappedText> lines() {
    return lines;
  }

  MappedText last() {
    return lines.getLast();
  }

  List<Element> textBoxes() {
    return textBoxes;
  }

  /** Ids of the footnotes referred to. */
  List<String> footnotes() {
    return footnotes;
  }

  /** Ids of the endnotes referred to. */
  List<String> endnotes() {
    return endnotes;
  }

  /** The number that a list prints before the paragraph. */
  void label(String label) {
    write(label);
    if (!label.isEmpty() && Character.isLetterOrDigit(label.charAt(label.length() - 1))) {
      write(" ");
    }
  }

  void read(Element parent, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    for (Element child : parent.children()) {
      switch (WordXml.name(child)) {
        case "r" -> run(child, depth);
        case "sdt" -> control(child, depth);
        case "AlternateContent" -> read(WordBody.choice(child), depth + 1);
        case "pPr", "del", "moveFrom", "sdtPr", "sdtEndPr" -> {}
        default -> read(child, depth + 1); // links, insertions, fields, smart tags
      }
    }
  }

  /** A content control: a ticked or empty box, or a frame around text. */
  private void control(Element control, int depth) {
    Element properties = WordXml.child(control, "sdtPr");
    Element box = WordXml.child(properties, "checkbox");
    if (box != null) {
      write(WordXml.isOn(box, "checked") ? InlineMarkup.TICKED : InlineMarkup.EMPTY_BOX);
    } else if (!WordXml.isOn(properties, "showingPlcHdr")) { // 单击此处输入文字
      read(control, depth + 1);
    }
  }

  private void run(Element run, int depth) {
    Element properties = WordXml.child(run, "rPr");
    if (WordXml.isOn(properties, "vanish")) {
      return;
    }
    content(run, font(WordXml.child(properties, "rFonts")), depth);
  }

  /** The font of letters, or that of other signs if it is one of symbols. */
  private static String font(@Nullable Element fonts) {
    if (fonts == null) {
      return "";
    }
    String others = WordXml.attribute(fonts, "hAnsi");
    return SymbolFonts.isSymbolic(others) ? others : WordXml.attribute(fonts, "ascii");
  }

  private void content(Element parent, String font, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    for (Element child : parent.children()) {
      switch (WordXml.name(child)) {
        case "t" -> write(SymbolFonts.shown(font, child.wholeText()));
        case "sym" -> symbol(child);
        case "tab", "ptab" -> write(" ");
        case "noBreakHyphen" -> write("-");
        case "br", "cr" -> lineBreak(child);
        case "checkBox" -> formBox(child);
        case "ddList" -> formChoice(child);
        case "footnoteReference" -> footnotes.add(WordXml.attribute(child, "id"));
        case "endnoteReference" -> endnotes.add(WordXml.attribute(child, "id"));
        case "txbxContent" -> textBoxes.add(child);
        case "AlternateContent" -> content(WordBody.choice(child), font, depth + 1);
        case "rPr", "instrText", "delText", "delInstrText", "rt", "del" -> {}
        default -> content(child, font, depth + 1); // drawings, pictures, form fields, ruby
      }
    }
  }

  /** A symbol by its font and its number in hexadecimal digits. */
  private void symbol(Element symbol) {
    String code = WordXml.attribute(symbol, "char");
    if (code.matches("[0-9A-Fa-f]{2,4}")) {
      String sign = String.valueOf((char) Integer.parseInt(code, 16));
      write(SymbolFonts.shown(WordXml.attribute(symbol, "font"), sign));
    }
  }

  /** A page or column break says nothing of the text; a line break does. */
  private void lineBreak(Element element) {
    String type = WordXml.attribute(element, "type");
    if (type.isEmpty() || type.equals("textWrapping")) {
      lines.add(new MappedText());
    }
  }

  private void formBox(Element box) {
    boolean set = WordXml.child(box, "checked") != null;
    boolean ticked = WordXml.isOn(box, set ? "checked" : "default");
    write(ticked ? InlineMarkup.TICKED : InlineMarkup.EMPTY_BOX);
  }

  /** The entry of a list that was chosen, else the one set beforehand, else the first. */
  private void formChoice(Element list) {
    List<Element> entries = WordXml.all(list, "listEntry");
    String set = WordXml.value(list, "result");
    int chosen = WordXml.number(set.isEmpty() ? WordXml.value(list, "default") : set, 0);
    if (chosen >= 0 && chosen < entries.size()) {
      write(WordXml.attribute(entries.get(chosen), "val"));
    }
  }

  private void write(String text) {
    transcript.append(last(), text);
  }
}
