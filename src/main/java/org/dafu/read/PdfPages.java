package org.dafu.read;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Collects the characters of each page with their places; the order of reading is found later. */
final class PdfPages extends PDFTextStripper {
  /** All pages together bear no more characters; a book has as many. */
  private static final int MOST_GLYPHS = 2_000_000;

  /** Operators between two looks at the clock. */
  private static final int OPERATORS_PER_LOOK = 256;

  /** States of drawing saved within one another; a page needs a dozen. */
  private static final int DEEPEST_STATES = 10_000;

  /** No side of a page is longer, in points (ISO 32000-1, Annex C). */
  private static final float LARGEST_PAGE = 14_400;

  /** Fewer Chinese characters set otherwise than the page are no text. */
  private static final int FEWEST_SIDEWAYS = 10;

  /** Text turned by more than this, in degrees, is a water mark. */
  private static final double SLANTED = 5;

  /** What stands before the name of a font that is not in the file as a whole. */
  private static final Pattern SUBSET = Pattern.compile("^[A-Z]{6}\\+");

  /**
   * Radicals that Unicode does not say are the character, or of ⼾ that it is the traditional one,
   * and the characters.
   */
  private static final String RADICALS = "⼾⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳";

  private static final String CHARACTERS = "户母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟";

  private final Deadline deadline;
  private final PdfRules rules = new PdfRules();
  private final List<PdfPage> pages = new ArrayList<>();
  private Map<Integer, List<PdfGlyph>> glyphsByDirection = new TreeMap<>();
  private int glyphs;
  private int shapesOnly;
  private int operators;
  private int withText;

  private PdfPages(Deadline deadline) {
    this.deadline = deadline;
    rules.listenTo(this);
  }

  /**
   * Reads all pages that have any content, in order.
   *
   * @throws Deadline.TooMuchException if there is too much of it, or it takes too long
   */
  static PdfPages of(PDDocument document, Deadline deadline) throws IOException {
    PdfPages reading = new PdfPages(deadline);
    reading.writeText(document, Writer.nullWriter());
    return reading;
  }

  List<PdfPage> pages() {
    return pages;
  }

  /** How many pages of the file bear text; one may be told as several, for its directions. */
  int withText() {
    return withText;
  }

  /** How many characters are shapes only: the file does not say which characters they are. */
  int shapesOnly() {
    return shapesOnly;
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operators % OPERATORS_PER_LOOK == 0) {
      deadline.check();
      if (glyphs + shapesOnly > MOST_GLYPHS) {
        throw new Deadline.TooMuchException(
            new Unreadable("too-large", "PDF 的文字超过 " + MOST_GLYPHS + " 个，不读取 (too large)"));
      }
    }
    if (getGraphicsStackSize() > DEEPEST_STATES) {
      throw new Deadline.TooMuchException(
          new Unreadable("damaged", "PDF 的图形状态嵌套过深，已损坏 (damaged PDF)：请重新下载，或打开后另存"));
    }
    super.processOperator(operator, operands);
  }

  /**
   * PDFBox goes on after what fails within a form, where the file has to be given up as a whole.
   */
  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException e)
      throws IOException {
    if (e instanceof Deadline.TooMuchException) {
      throw e;
    }
    super.operatorException(operator, operands, e);
  }

  @Override
  protected void startPage(PDPage page) {
    glyphsByDirection = new TreeMap<>();
    PDRectangle box = page.getCropBox();
    rules.begin(box.getLowerLeftX(), box.getUpperRightY());
  }

  @Override
  protected void endPage(PDPage page) throws IOException {
    deadline.check();
    int direction = 0;
    for (Map.Entry<Integer, List<PdfGlyph>> each : glyphsByDirection.entrySet()) {
      List<PdfGlyph> most = glyphsByDirection.getOrDefault(direction, List.of());
      direction = each.getValue().size() > most.size() ? each.getKey() : direction;
    }
    int before = pages.size();
    PdfPage main = page(page, direction);
    List<PdfGlyph> fields = PdfFields.of(page.getCOSObject(), turn(page, direction));
    glyphs += fields.size();
    main.glyphs().addAll(fields);
    pages.add(main);
    for (int other : glyphsByDirection.keySet()) {
      PdfPage sideways = page(page, other);
      if (other != direction && isText(sideways)) {
        pages.add(sideways);
      }
    }
    boolean text =
        pages.subList(before, pages.size()).stream().anyMatch(each -> !each.glyphs().isEmpty());
    withText += text ? 1 : 0;
  }

  /** What stands on the page in this direction. */
  private PdfPage page(PDPage page, int direction) {
    PdfTurn turn = turn(page, direction);
    List<PdfGlyph> shown = new ArrayList<>(glyphsByDirection.getOrDefault(direction, List.of()));
    shown.removeIf(glyph -> isFarOff(glyph.x()) || isFarOff(glyph.y()));
    return new PdfPage(turn.heightRead(), shown, rules.rules().stream().map(turn::turned).toList());
  }

  private static PdfTurn turn(PDPage page, int direction) {
    PDRectangle box = page.getCropBox();
    return new PdfTurn(
        direction, box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
  }

  /** Whether what is set otherwise than the page is a table or text: not 装订线, nor a stamp. */
  private static boolean isText(PdfPage page) {
    return page.glyphs().stream()
            .filter(glyph -> Character.isIdeographic(glyph.text().codePointAt(0)))
            .limit(FEWEST_SIDEWAYS)
            .count()
        == FEWEST_SIDEWAYS;
  }

  /** A font without a table of its characters tells shapes: PDFBox passes over these. */
  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    int before = glyphs;
    super.showGlyph(matrix, font, code, displacement);
    shapesOnly += glyphs == before ? 1 : 0;
  }

  /** Overrides the stripper's own collecting, which joins what we want to see apart. */
  @Override
  protected void processTextPosition(TextPosition position) {
    String text = shown(position);
    glyphs++;
    if (text == null || text.isEmpty() || isSlanted(position.getTextMatrix())) {
      return;
    }
    float size = Math.max(1, Math.abs(position.getFontSizeInPt()));
    PdfGlyph glyph =
        new PdfGlyph(
            withoutRadicals(text),
            position.getXDirAdj(),
            position.getYDirAdj(),
            position.getWidthDirAdj(),
            size);
    glyphsByDirection
        .computeIfAbsent(Math.round(position.getDir()), each -> new ArrayList<>())
        .add(glyph);
  }

  /** The character as it is seen: forms tick boxes in fonts of symbols. */
  private static @Nullable String shown(TextPosition position) {
    String text = position.getUnicode();
    PDFont font = position.getFont();
    String name = font == null ? null : font.getName();
    boolean code = text != null && !text.isEmpty() && SymbolFonts.isCode(text.charAt(0));
    if (!code || name == null) {
      return text;
    }
    String whole = SUBSET.matcher(name).replaceFirst("");
    return SymbolFonts.isSymbolic(whole) ? SymbolFonts.shown(whole, text) : text;
  }

  /** Whether nobody sees it, nor can any page be so large. */
  private static boolean isFarOff(float place) {
    return !(Math.abs(place) <= LARGEST_PAGE);
  }

  private static boolean isSlanted(Matrix matrix) {
    double degrees = Math.toDegrees(Math.atan2(matrix.getShearY(), matrix.getScaleX()));
    double offAxis = Math.abs(degrees - 90 * Math.rint(degrees / 90));
    return offAxis > SLANTED;
  }

  /**
   * Fonts that know a character under two names make some programs write the radical (⼈, U+2F08)
   * for the character (人) that the page shows.
   */
  private static String withoutRadicals(String text) {
    boolean radical = text.chars().anyMatch(unit -> unit >= '\u2e80' && unit <= '\u2fdf');
    if (!radical) {
      return text;
    }
    int known = RADICALS.indexOf(text);
    return known >= 0
        ? CHARACTERS.substring(known, known + 1)
        : Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
