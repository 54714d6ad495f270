package org.dafu.app.config;

import java.util.function.IntUnaryOperator;
import org.dafu.app.config.ConfigRows.Row;

/** {@code variants.tsv}: a traditional or variant character (异体字) and its simplified one. */
final class VariantRows {
  private VariantRows() {}

  /** From a code point to its simplified one; of those without one, to itself. */
  static IntUnaryOperator parse(ConfigRows rows) {
    char[] simplified = new char[Character.MAX_VALUE + 1];
    for (int unit = 0; unit < simplified.length; unit++) {
      simplified[unit] = (char) unit;
    }
    for (Row row : rows.withoutRepeats().rows()) {
      if (row.cell(0).length() == 1 && row.cell(1).length() == 1) {
        simplified[row.cell(0).charAt(0)] = row.cell(1).charAt(0);
      } else {
        rows.fault(row, "只能一个字对一个字，也不能是 U+FFFF 以外的生僻字：文字长度不能变");
      }
    }
    return codePoint -> codePoint <= Character.MAX_VALUE ? simplified[codePoint] : codePoint;
  }
}
