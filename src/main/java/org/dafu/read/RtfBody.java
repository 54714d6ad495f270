package org.dafu.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes paragraphs and tables of the words and characters of Rich Text Format. Groups are kept on a
 * stack of bounded depth, never followed by recursion.
 */
final class RtfBody {
  /** Stands for a word without a number. */
  static final int NO_NUMBER = Integer.MIN_VALUE;

  /** Groups within groups; what is deeper shares the formats of this depth. */
  private static final int DEEPEST = 2_000;

  /** More text is none of a letter. */
  private static final int MOST_UNITS = 5_000_000;

  private static final int MOST_LINES = 100_000;

  /** Groups whose text is none of the letter's. */
  private static final Set<String> ASIDE =
      Set.of(
          ("colortbl stylesheet info pict object objdata header headerl headerr headerf footer"
                  + " footerl footerr footerf listtable nonesttables listoverridetable revtbl rsidtbl"
                  + " generator xmlnstbl themedata datastore latentstyles sn sv shprslt nonshppict"
                  + " annotation atnid atnauthor bkmkstart bkmkend template filetbl mmathPr pnseclvl"
                  + " ftnsep ftnsepc aftnsep userprops private1 upr background xe tc")
              .split(" ", -1));

  /** Groups marked as such that newer programs know, and that hold text or formats all the same. */
  private static final Set<String> KNOWN_ANYWAY =
      Set.of(
          ("shpinst shptxt do dptxbxtext formfield ffl fldinst pntext ud fchars lchars listpicture"
                  + " nesttableprops")
              .split(" ", -1));

  private static final int HEADING_LEVELS = 6;

  private final RtfFonts fonts = new RtfFonts();
  private final Transcript transcript = new Transcript();
  private final Deque<Group> groups = new ArrayDeque<>();
  private final Deque<MappedText> interrupted = new ArrayDeque<>();
  private final List<RawBlock> blocks = new ArrayList<>();
  private final TableRows table = new TableRows();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private Group group = new Group();
  private MappedText line = new MappedText();
  private final List<MappedText> footnotes = new ArrayList<>();
  private int deeper;
  private int toSkip;
  private boolean mayBePassedOver;
  private final RtfField field = new RtfField();

  /** How many tables are around the paragraph. */
  private int nesting = 1;

  /** The formats that end with a group. */
  private static final class Group {
    private boolean silent;
    private boolean hidden;
    private int font = NO_NUMBER;

    /** The font of characters of two bytes, where it is another. */
    private int wideFont = NO_NUMBER;

    private boolean wide;
    private int unicodeBytes = 1;
    private boolean inTable;
    private int headingLevel;
    private String destination = "";

    /** Whether the text is that of a field's instruction or of a list's entry. */
    private boolean ofField;

    /** What a field shows if no text of its own follows this place. */
    private String sign = "";

    private int signPlace;

    Group inner() {
      Group inner = new Group();
      inner.silent = silent;
      inner.hidden = hidden;
      inner.font = font;
      inner.wideFont = wideFont;
      inner.wide = wide;
      inner.ofField = ofField;
      inner.unicodeBytes = unicodeBytes;
      inner.inTable = inTable;
      inner.headingLevel = headingLevel;
      inner.destination = destination.equals("fonttbl") ? destination : "";
      return inner;
    }
  }

  void open() throws Deadline.TooMuchException {
    flush();
    mayBePassedOver = false;
    toSkip = 0;
    if (groups.size() >= DEEPEST) {
      deeper++;
      return;
    }
    groups.push(group);
    group = group.inner();
  }

  void close() throws Deadline.TooMuchException {
    flush();
    toSkip = 0;
    if (deeper > 0) {
      deeper--;
      return;
    }
    if (group.signPlace == transcript.length()) {
      show(group.sign);
    }
    String ended = group.destination;
    group.destination = ""; // a group of the outermost rank ends, and stays open
    switch (ended) {
      case "shptxt", "dptxbxtext" -> endTextBox();
      case "footnote" -> endFootnote();
      case "formfield" -> transcript.append(line, field.endForm());
      case "ffl" -> field.endEntry();
      case "fonttbl" -> fonts.endName();
      default -> {}
    }
    if (!groups.isEmpty()) {
      group = groups.pop();
    }
    if (ended.equals("fldinst")) {
      group.sign = field.endInstruction();
      group.signPlace = transcript.length();
    }
  }

  /** The next word names a group that older programs pass over. */
  void destinationMayBePassedOver() {
    mayBePassedOver = true;
  }

  /** A byte of text, of which a Chinese character has two or four. */
  void character(byte character) throws Deadline.TooMuchException {
    if (toSkip > 0) {
      toSkip--;
    } else if (group.destination.equals("fonttbl")) {
      fonts.name(character);
    } else if (isShown() || group.ofField) {
      pending.write(character);
    }
  }

  private boolean isShown() {
    return !group.silent && !group.hidden;
  }

  /** A control sign that is no letter. */
  void symbol(char sign) throws Deadline.TooMuchException {
    if (toSkip > 0) {
      toSkip--;
      return;
    }
    switch (sign) {
      case '~', '_' -> {
        flush();
        show(sign == '~' ? " " : "-");
      }
      case '{', '}', '\\' -> character((byte) sign);
      default -> {}
    }
  }

  /** A control word. */
  void word(String word, int number) throws Deadline.TooMuchException {
    boolean passOver = mayBePassedOver && !KNOWN_ANYWAY.contains(word);
    mayBePassedOver = false;
    if (toSkip > 0 && !word.equals("u")) {
      toSkip--;
      return;
    }
    flush();
    if (passOver || ASIDE.contains(word)) {
      group.silent = true;
      group.ofField = false;
      group.destination = "";
    } else if (!group.destination.equals("fonttbl") || !fonts.word(word, number)) {
      format(word, number);
    }
  }

  private void format(String word, int number) throws Deadline.TooMuchException {
    switch (word) {
      case "fonttbl", "formfield", "fldinst", "ffl" -> {
        group.destination = word;
        group.silent = true;
        group.ofField = word.equals("fldinst") || word.equals("ffl");
        field.begin();
      }
      case "shptxt", "dptxbxtext", "footnote" -> apart(word);
      case "ud" -> group.silent = false;
      case "ansicpg" -> fonts.codePage(number);
      case "f" -> group.font = number;
      case "loch", "hich", "rtlch", "ltrch" -> group.wide = false;
      case "dbch" -> group.wide = true;
      case "af" -> group.wideFont = group.wide ? number : group.wideFont;
      case "plain" -> {
        group.font = NO_NUMBER;
        group.wideFont = NO_NUMBER;
        group.wide = false;
        group.hidden = false;
      }
      case "v", "deleted" -> group.hidden = number != 0;
      case "uc" -> group.unicodeBytes = Math.clamp(number, 0, 8);
      case "u" -> unicode(number);
      default -> {
        if (!field.word(word, number)) {
          paragraph(word, number);
        }
      }
    }
  }

  private void paragraph(String word, int number) throws Deadline.TooMuchException {
    if (group.silent) {
      return;
    }
    switch (word) {
      case "par", "sect", "page", "line", "column" -> endLine();
      case "cell", "nestcell" -> {
        nesting = word.equals("cell") ? 1 : nesting;
        table.line(line);
        line = new MappedText();
        table.endCell();
      }
      case "row", "nestrow" -> table.endRow();
      case "intbl" -> group.inTable = true;
      case "itap" -> nested(number);
      case "pard" -> {
        group.inTable = false;
        group.headingLevel = 0;
      }
      case "outlinelevel" ->
          group.headingLevel = number >= 0 && number < HEADING_LEVELS ? number + 1 : 0;
      default -> sign(word);
    }
  }

  /** A table within a cell has rows of its own; what the cell holds before it is one too. */
  private void nested(int tables) {
    if (tables > nesting) {
      table.line(line);
      line = new MappedText();
      table.endCell();
      table.endRow();
    }
    nesting = Math.max(1, tables);
  }

  private void sign(String word) throws Deadline.TooMuchException {
    switch (word) {
      case "tab", "emspace", "enspace", "qmspace" -> show(" ");
      case "emdash" -> show("—");
      case "endash" -> show("–");
      case "lquote" -> show("‘");
      case "rquote" -> show("’");
      case "ldblquote" -> show("“");
      case "rdblquote" -> show("”");
      case "bullet" -> show("•");
      default -> {}
    }
  }

  private void unicode(int number) throws Deadline.TooMuchException {
    if (number != NO_NUMBER) {
      show(fonts.shown(group.font, String.valueOf((char) number)));
      toSkip = group.unicodeBytes;
    }
  }

  /** Text in a box, read before the paragraph it hangs on, or in a note, read behind it. */
  private void apart(String destination) {
    if (deeper > 0 || group.silent || group.destination.equals(destination)) {
      return;
    }
    group.destination = destination;
    group.inTable = false;
    interrupted.push(line);
    line = new MappedText();
  }

  private void endTextBox() {
    endLine();
    line = interrupted.pop();
  }

  private void endFootnote() {
    footnotes.add(line);
    line = interrupted.pop();
  }

  private void flush() throws Deadline.TooMuchException {
    if (pending.size() > 0) {
      int font = group.wide && fonts.isNamedWide(group.wideFont) ? group.wideFont : group.font;
      String text = fonts.decoded(font, pending.toByteArray());
      pending.reset();
      show(text);
    }
  }

  private void show(String text) throws Deadline.TooMuchException {
    if (group.ofField) {
      field.tell(text);
    }
    if (!isShown()) {
      return;
    }
    if (transcript.length() > MOST_UNITS || blocks.size() >= MOST_LINES) {
      throw new Deadline.TooMuchException(
          new Unreadable(
              "too-large",
              "RTF 的文字超过 " + MOST_UNITS / 10_000 + " 万字或 " + MOST_LINES + " 行，不读取 (too large)"));
    }
    transcript.append(line, text);
  }

  private void endLine() {
    if (group.inTable) {
      table.line(line);
    } else {
      blocks.addAll(table.take());
      add(line, group.headingLevel);
      footnotes.forEach(note -> add(note, 0));
      footnotes.clear();
    }
    line = new MappedText();
  }

  private void add(MappedText text, int headingLevel) {
    MappedText stripped = text.strip();
    if (stripped.length() > 0 && blocks.size() < MOST_LINES) {
      blocks.add(new RawBlock.Line(stripped, headingLevel, true));
    }
  }

  /** All blocks; there is no more to come. */
  List<RawBlock> blocks() throws Deadline.TooMuchException {
    flush();
    group.inTable = false;
    endLine();
    while (!interrupted.isEmpty()) { // boxes and notes that were broken off
      add(interrupted.pop(), 0);
    }
    return blocks;
  }

  /** Whether a byte of this number begins a character of two bytes, where it stands as it is. */
  boolean isWideLead(byte unit) {
    return (unit & 0xFF) >= 0x81 && fonts.isWide(group.font);
  }

  /** The encoding of the text's bytes. */
  @Nullable String encoding() {
    Charset charset = fonts.charset();
    return charset.equals(StandardCharsets.US_ASCII) ? null : charset.name();
  }
}
