package org.dafu.read;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.util.Matrix;

/** Collects the lines painted on a page, of which tables are made. */
final class PdfRules {
  /** A filled rectangle no thicker than this is a line. */
  private static final float THICKEST = 3;

  /** Shorter strokes are parts of drawings or signs. */
  private static final float SHORTEST = 8;

  /** More make no table of a letter. */
  private static final int MOST = 4_000;

  private final List<Rule> rules = new ArrayList<>();
  private final List<Rule> path = new ArrayList<>();
  private float atX;
  private float atY;
  private float startX;
  private float startY;
  private float originX;
  private float height;

  /**
   * A horizontal or vertical line, in the same measure as {@link PdfGlyph}.
   *
   * @param at its height, or its distance from the left
   * @param from where it begins
   * @param to where it ends
   */
  record Rule(boolean horizontal, float at, float from, float to) {
    boolean covers(float place, float slack) {
      return place >= from - slack && place <= to + slack;
    }
  }

  /** A new page, whose visible part has this left edge and upper edge. */
  void begin(float left, float upper) {
    rules.clear();
    path.clear();
    originX = left;
    height = upper;
  }

  List<Rule> rules() {
    return List.copyOf(rules);
  }

  /** Has the engine tell us of paths. */
  void listenTo(PDFStreamEngine engine) {
    List.of("m", "l", "h", "re", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n")
        .forEach(name -> engine.addOperator(new Listener(engine, name)));
  }

  private final class Listener extends OperatorProcessor {
    private final String name;

    Listener(PDFStreamEngine engine, String name) {
      super(engine);
      this.name = name;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
      float[] numbers = new float[operands.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = operands.get(i) instanceof COSNumber number ? number.floatValue() : 0;
      }
      Matrix matrix = getContext().getGraphicsState().getCurrentTransformationMatrix();
      switch (name) {
        case "m" -> moveTo(numbers, matrix);
        case "l" -> lineTo(numbers, matrix);
        case "h" -> line(atX, atY, startX, startY);
        case "re" -> rectangle(numbers, matrix);
        case "n" -> path.clear(); // a clip, never painted
        default -> paint();
      }
    }
  }

  private void paint() {
    if (rules.size() + path.size() <= MOST) {
      rules.addAll(path);
    }
    path.clear();
  }

  private void moveTo(float[] numbers, Matrix matrix) {
    if (numbers.length >= 2) {
      startX = atX = x(numbers[0], numbers[1], matrix);
      startY = atY = y(numbers[0], numbers[1], matrix);
    }
  }

  private void lineTo(float[] numbers, Matrix matrix) {
    if (numbers.length >= 2) {
      float toX = x(numbers[0], numbers[1], matrix);
      float toY = y(numbers[0], numbers[1], matrix);
      line(atX, atY, toX, toY);
      atX = toX;
      atY = toY;
    }
  }

  private void rectangle(float[] numbers, Matrix matrix) {
    if (numbers.length < 4) {
      return;
    }
    float left = x(numbers[0], numbers[1], matrix);
    float bottom = y(numbers[0], numbers[1], matrix);
    float right = x(numbers[0] + numbers[2], numbers[1] + numbers[3], matrix);
    float top = y(numbers[0] + numbers[2], numbers[1] + numbers[3], matrix);
    if (Math.abs(bottom - top) <= THICKEST) {
      line(left, (top + bottom) / 2, right, (top + bottom) / 2);
    } else if (Math.abs(right - left) <= THICKEST) {
      line((left + right) / 2, top, (left + right) / 2, bottom);
    } else {
      line(left, top, right, top);
      line(left, bottom, right, bottom);
      line(left, top, left, bottom);
      line(right, top, right, bottom);
    }
  }

  private void line(float fromX, float fromY, float toX, float toY) {
    float across = Math.abs(toX - fromX);
    float down = Math.abs(toY - fromY);
    if (path.size() > MOST) {
      return;
    }
    if (down <= 1 && across >= SHORTEST) {
      path.add(new Rule(true, fromY, Math.min(fromX, toX), Math.max(fromX, toX)));
    } else if (across <= 1 && down >= SHORTEST) {
      path.add(new Rule(false, fromX, Math.min(fromY, toY), Math.max(fromY, toY)));
    }
  }

  private float x(float x, float y, Matrix matrix) {
    return matrix.transformPoint(x, y).x - originX;
  }

  private float y(float x, float y, Matrix matrix) {
    return height - matrix.transformPoint(x, y).y;
  }
}
