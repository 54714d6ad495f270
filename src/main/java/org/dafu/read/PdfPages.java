package org.dafu.read;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/** Collects the characters of each page with their places; the order of reading is found later. */
final class PdfPages extends PDFTextStripper {
  /** All pages together bear no more characters; a book has as many. */
  private static final int MOST_GLYPHS = 2_000_000;

  /** Operators between two looks at the clock. */
  private static final int OPERATORS_PER_LOOK = 256;

  /** Text turned by more than this, in degrees, is a water mark. */
  private static final double SLANTED = 5;

  /** Radicals that Unicode does not say are the character, and the characters. */
  private static final String RADICALS = "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳";

  private static final String CHARACTERS = "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟";

  private final Deadline deadline;
  private final PdfRules rules = new PdfRules();
  private final List<PdfPage> pages = new ArrayList<>();
  private Map<Integer, List<PdfGlyph>> glyphsByDirection = new HashMap<>();
  private int glyphs;
  private int operators;

  private PdfPages(Deadline deadline) {
    this.deadline = deadline;
    rules.listenTo(this);
  }

  /**
   * The pages that have any content, in order.
   *
   * @throws Deadline.TooMuchException if there is too much of it, or it takes too long
   */
  static List<PdfPage> of(PDDocument document, Deadline deadline) throws IOException {
    PdfPages reading = new PdfPages(deadline);
    reading.writeText(document, Writer.nullWriter());
    return reading.pages;
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operators % OPERATORS_PER_LOOK == 0) {
      deadline.check();
      if (glyphs > MOST_GLYPHS) {
        throw new Deadline.TooMuchException(
            new Unreadable("too-large", "PDF 的文字超过 " + MOST_GLYPHS + " 个，不读取 (too large)"));
      }
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void startPage(PDPage page) {
    glyphsByDirection = new HashMap<>();
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
    PDRectangle box = page.getCropBox();
    boolean sideways = direction == 90 || direction == 270;
    boolean upright = direction == 0 && page.getRotation() == 0;
    pages.add(
        new PdfPage(
            sideways ? box.getWidth() : box.getHeight(),
            glyphsByDirection.getOrDefault(direction, List.of()),
            upright ? rules.rules() : List.of()));
  }

  /** Overrides the stripper's own collecting, which joins what we want to see apart. */
  @Override
  protected void processTextPosition(TextPosition position) {
    String text = position.getUnicode();
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
