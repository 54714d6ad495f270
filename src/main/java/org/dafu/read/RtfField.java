package org.dafu.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What fields of an RTF document show without having it as text: boxes, choices, signs of fonts.
 */
final class RtfField {
  private static final Pattern SYMBOL =
      Pattern.compile("(?i)^\\s*SYMBOL\\s+(\\d{1,5})(?=\\s)[^\"]{0,40}\\\\f\\s*\"([^\"]{1,60})\"");

  /** Longer instructions, and entries of a list, say nothing that we read. */
  private static final int LONGEST_TEXT = 500;

  private static final int MOST_ENTRIES = 1_000;

  /** The number of an entry or state that says that none was chosen. */
  private static final int NONE = 25;

  private static final int CHECK_BOX = 1;
  private static final int LIST = 2;

  private final StringBuilder text = new StringBuilder();
  private final List<String> entries = new ArrayList<>();
  private int type = RtfBody.NO_NUMBER;
  private int result = RtfBody.NO_NUMBER;
  private int preset = RtfBody.NO_NUMBER;
  private String chosen = "";

  /** An instruction, or an entry of a list, begins. */
  void begin() {
    text.setLength(0);
  }

  /** More of it. */
  void tell(String more) {
    if (text.length() < LONGEST_TEXT) {
      text.append(more);
    }
  }

  /** A word of a form's field; false if it says nothing of one. */
  boolean word(String word, int number) {
    switch (word) {
      case "fftype" -> type = number;
      case "ffres" -> result = number;
      case "ffdefres" -> preset = number;
      default -> {
        return false;
      }
    }
    return true;
  }

  void endEntry() {
    if (entries.size() < MOST_ENTRIES) {
      entries.add(text.toString().strip());
    }
    text.setLength(0);
  }

  /** The box of the form's field that ends; empty if it is none. */
  String endForm() {
    int state = result == RtfBody.NO_NUMBER || result == NONE ? preset : result;
    int entry = state == RtfBody.NO_NUMBER ? 0 : state;
    boolean list = type == LIST && entry >= 0 && entry < entries.size();
    chosen = list ? entries.get(entry) : "";
    String ticked = state == 1 ? InlineMarkup.TICKED : InlineMarkup.EMPTY_BOX;
    String box = type == CHECK_BOX ? ticked : "";
    type = RtfBody.NO_NUMBER;
    result = RtfBody.NO_NUMBER;
    preset = RtfBody.NO_NUMBER;
    entries.clear();
    return box;
  }

  /** What the field shows whose instruction ends, if it has no text; empty for nothing. */
  String endInstruction() {
    Matcher symbol = SYMBOL.matcher(text);
    String sign = "";
    if (symbol.find()) {
      char code = (char) Integer.parseInt(symbol.group(1));
      String font = symbol.group(2);
      sign = SymbolFonts.isSymbolic(font) ? SymbolFonts.shown(font, String.valueOf(code)) : "";
    }
    String shown = chosen.isEmpty() ? sign : chosen;
    chosen = "";
    text.setLength(0);
    return shown;
  }
}
