package org.dafu.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of a form show, as characters in their places: boxes with or without a tick, what
 * was chosen or typed; also text that a viewer typed over a page. Layout: ISO 32000-1, 12.5 and
 * 12.7.
 *
 * <p>Why not PDFBox's {@code PDAcroForm}: it wants the tree of fields whole, where a broken form
 * still shows its fields on the page.
 */
final class PdfFields {
  /** A page of more fields is no form. */
  private static final int MOST = 2_000;

  /** Fields are not nested deeper than this; a broken file's are in a ring. */
  private static final int DEEPEST = 16;

  private static final int HIDDEN = (1 << 1) | (1 << 5);
  private static final int SEVERAL_LINES = 1 << 12;
  private static final int PUSH_BUTTON = 1 << 16;

  private static final float SMALLEST = 6;
  private static final float USUAL = 12;
  private static final float LARGEST_BOX = 16;
  private static final float PITCH = 1.2f;

  private static final int LONGEST_VALUE = 20_000;

  /** What all fields of a page show is no longer. */
  private static final int MOST_SHOWN = 40_000;

  private static final Pattern SIZE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?)\\s+Tf");

  private final PdfTurn turn;
  private final List<PdfGlyph> glyphs = new ArrayList<>();

  private PdfFields(PdfTurn turn) {
    this.turn = turn;
  }

  /** The characters that the fields of this page show. */
  static List<PdfGlyph> of(COSDictionary page, PdfTurn turn) {
    PdfFields fields = new PdfFields(turn);
    COSArray annotations = page.getCOSArray(COSName.ANNOTS);
    for (int i = 0; annotations != null && i < Math.min(MOST, annotations.size()); i++) {
      if (annotations.getObject(i) instanceof COSDictionary annotation) {
        fields.add(annotation);
      }
    }
    return fields.glyphs;
  }

  private void add(COSDictionary annotation) {
    float[] box = box(annotation);
    if (box == null
        || glyphs.size() > MOST_SHOWN
        || (annotation.getInt(COSName.F, 0) & HIDDEN) != 0) {
      return;
    }
    String kind = annotation.getNameAsString(COSName.SUBTYPE, "");
    if (kind.equals("FreeText")) {
      typed(text(annotation.getDictionaryObject(COSName.CONTENTS)), annotation, box, true);
    } else if (kind.equals("Widget")) {
      field(annotation, box);
    }
  }

  private void field(COSDictionary widget, float[] box) {
    int flags = inherited(widget, COSName.FF) instanceof COSNumber number ? number.intValue() : 0;
    String type = inherited(widget, COSName.FT) instanceof COSName name ? name.getName() : "";
    boolean several = (flags & SEVERAL_LINES) != 0 && type.equals("Tx");
    if (type.equals("Btn") && (flags & PUSH_BUTTON) == 0) {
      box(isTicked(widget), box);
    } else if (type.equals("Tx") || type.equals("Ch")) {
      typed(text(inherited(widget, COSName.V)), widget, box, several);
    }
  }

  /** Its own entry, or that of a field around it. */
  private static @Nullable COSBase inherited(COSDictionary widget, COSName name) {
    COSDictionary at = widget;
    for (int depth = 0; at != null && depth < DEEPEST; depth++) {
      COSBase value = at.getDictionaryObject(name);
      if (value != null) {
        return value;
      }
      at = at.getCOSDictionary(COSName.PARENT);
    }
    return null;
  }

  /**
   * Whether the box shows a tick. Programs that fill in forms set the value and often leave the
   * appearance, by which it is the value that counts.
   */
  private static boolean isTicked(COSDictionary widget) {
    COSName shown = widget.getCOSName(COSName.AS);
    if (shown != null && !shown.equals(COSName.Off)) {
      return true;
    }
    COSDictionary appearances = widget.getCOSDictionary(COSName.AP);
    COSDictionary states = appearances == null ? null : appearances.getCOSDictionary(COSName.N);
    return inherited(widget, COSName.V) instanceof COSName value
        && !value.equals(COSName.Off)
        && states != null
        && !(states instanceof COSStream)
        && states.containsKey(value);
  }

  private static String text(@Nullable COSBase value) {
    return switch (value) {
      case COSString string -> string.getString();
      case COSStream stream -> stream.toTextString();
      case COSArray several ->
          several.toList().stream()
              .filter(COSString.class::isInstance)
              .map(each -> ((COSString) each).getString())
              .collect(Collectors.joining("、"));
      case null, default -> "";
    };
  }

  /** Left, top, right and bottom as the page is read; null without a place. */
  private float @Nullable [] box(COSDictionary annotation) {
    COSArray rectangle = annotation.getCOSArray(COSName.RECT);
    float[] sides = rectangle == null ? new float[0] : rectangle.toFloatArray();
    if (sides.length < 4) {
      return null;
    }
    float x = turn.x(sides[0], sides[1]);
    float y = turn.y(sides[0], sides[1]);
    float otherX = turn.x(sides[2], sides[3]);
    float otherY = turn.y(sides[2], sides[3]);
    return new float[] {
      Math.min(x, otherX), Math.min(y, otherY), Math.max(x, otherX), Math.max(y, otherY)
    };
  }

  private void box(boolean ticked, float[] box) {
    float size = Math.clamp(box[3] - box[1], SMALLEST, LARGEST_BOX);
    float baseLine = (box[1] + box[3]) / 2 + size / 3;
    String shown = ticked ? InlineMarkup.TICKED : InlineMarkup.EMPTY_BOX;
    glyphs.add(new PdfGlyph(shown, box[0], baseLine, Math.min(size, box[2] - box[0]), size));
  }

  private void typed(String value, COSDictionary field, float[] box, boolean several) {
    String text = value.substring(0, Math.min(LONGEST_VALUE, value.length())).strip();
    if (text.isEmpty()) {
      return;
    }
    float size = size(field, box, several);
    List<String> lines = several ? lines(text, (box[2] - box[0]) / size) : List.of(text);
    float pitch = Math.min(PITCH * size, (box[3] - box[1]) / lines.size());
    size = Math.max(0.1f, Math.min(size, pitch));
    float y = several ? box[1] + size : (box[1] + box[3]) / 2 + size / 3;
    for (String line : lines) {
      set(line.replaceAll("\\s", " "), box, y, size);
      y += pitch;
    }
  }

  private static float size(COSDictionary field, float[] box, boolean several) {
    String appearance =
        inherited(field, COSName.DA) instanceof COSString text ? text.getString() : "";
    Matcher size = SIZE.matcher(appearance);
    float named = size.find() ? Float.parseFloat(size.group(1)) : 0;
    if (named >= 1) {
      return named;
    }
    return several ? USUAL : Math.clamp((box[3] - box[1]) * 0.7f, SMALLEST, USUAL);
  }

  /** The lines of a text, broken where so many characters fill one. */
  private static List<String> lines(String text, float ems) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\\R", -1)) {
      StringBuilder line = new StringBuilder();
      float filled = 0;
      for (int i = 0; i < paragraph.length(); i++) {
        filled += ems(paragraph.charAt(i));
        if (filled > ems && !line.isEmpty()) {
          lines.add(line.toString());
          line.setLength(0);
          filled = ems(paragraph.charAt(i));
        }
        line.append(paragraph.charAt(i));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static float ems(char unit) {
    return unit < 0x80 ? 0.5f : 1;
  }

  /** Sets a line, closer if it would not fit. */
  private void set(String line, float[] box, float y, float size) {
    float ems = 0;
    for (int i = 0; i < line.length(); i++) {
      ems += ems(line.charAt(i));
    }
    float em = Math.min(size, (box[2] - box[0]) / Math.max(ems, 1));
    float x = box[0];
    for (int i = 0; i < line.length(); i++) {
      float width = em * ems(line.charAt(i));
      glyphs.add(new PdfGlyph(line.substring(i, i + 1), x, y, width, size));
      x += width;
    }
  }
}
