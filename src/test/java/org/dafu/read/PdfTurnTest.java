package org.dafu.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfTurnTest {
  /** A page of 100 by 200 whose visible part begins at 10, 20; the point lies 30 in and 40 up. */
  @ParameterizedTest
  @CsvSource({"0, 30, 160, 200", "90, 40, 30, 100", "180, 70, 40, 200", "270, 160, 70, 100"})
  void point_isWhereItIsRead(int degrees, float x, float y, float height) {
    PdfTurn turn = new PdfTurn(degrees, 10, 20, 100, 200);
    assertEquals(x, turn.x(40, 60));
    assertEquals(y, turn.y(40, 60));
    assertEquals(height, turn.heightRead());
  }

  /** A line across, 50 below the top, from 5 to 45. */
  @ParameterizedTest
  @CsvSource({
    "0, true, 50, 5, 45",
    "90, false, 150, 5, 45",
    "180, true, 150, 55, 95",
    "270, false, 50, 55, 95"
  })
  void lineAcross_isTurnedWithThePage(
      int degrees, boolean horizontal, float at, float from, float to) {
    PdfTurn turn = new PdfTurn(degrees, 10, 20, 100, 200);
    assertEquals(
        new PdfRules.Rule(horizontal, at, from, to),
        turn.turned(new PdfRules.Rule(true, 50, 5, 45)));
  }

  /** A line down, 30 from the left, from 10 to 60. */
  @ParameterizedTest
  @CsvSource({"90, true, 30, 140, 190", "180, false, 70, 140, 190", "270, true, 70, 10, 60"})
  void lineDown_isTurnedWithThePage(
      int degrees, boolean horizontal, float at, float from, float to) {
    PdfTurn turn = new PdfTurn(degrees, 10, 20, 100, 200);
    assertEquals(
        new PdfRules.Rule(horizontal, at, from, to),
        turn.turned(new PdfRules.Rule(false, 30, 10, 60)));
  }
}
