package org.dafu.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RtfReaderTest {
  private static List<String> read(String rtf) {
    RawReading reading = RtfReader.read(rtf.getBytes(StandardCharsets.ISO_8859_1));
    return assertInstanceOf(RawDocument.class, reading).blocks().stream()
        .map(
            block ->
                switch (block) {
                  case RawBlock.Line line -> line.text().toString();
                  case RawBlock.Table table -> table.rows().toString();
                })
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\\ansicpg936 \\'b4\\'f0\\'b8\\'b4, 答复",
        "\\ansicpg936 \\'81\\'5c, 乗",
        "\\ansicpg936 \\'81@, 丂",
        "\\ansicpg950 \\'b5\\'aa\\'b4\\'5f, 答復",
        "\\ansicpg1252 \\'93A\\'94, “A”",
        "\\ansicpg1252 \\'b4\\'f0\\'b8\\'b4, 答复",
        "\\uc1\\u31572?\\u22797?, 答复",
        "\\uc1\\u31572 \\'3f\\u22797\\'3f, 答复",
        "\\uc2\\u31572\\'b4\\'f0\\u22797 ab, 答复",
        "\\uc0\\u31572\\u22797 ab, 答复ab",
        "\\uc1\\u-10176?\\u-9216?, 𠀀",
        "A\\~B\\_C\\emdash D\\ldblquote E\\rdblquote, A B-C—D“E”",
        "A{\\*\\unknown B}C{\\pict 89504e}D{\\v E}F{\\info{\\title G}}, ACDF",
        "A{\\upr{B}{\\*\\ud{C}}}, AC",
        "A\\bin3 xyzB, AB",
        "{\\fonttbl{\\f7 Wingdings 2;}}A{\\f7 R}, A☑"
      })
  void read_characters_areThoseShown(String rtf, String shown) {
    assertEquals(List.of(shown), read("{\\rtf1\\ansi " + rtf + "}"));
  }

  @Test
  void read_tableBetweenParagraphs_keepsItsPlace() {
    assertEquals(
        List.of("A", "[[B, C], [D E, F]]", "G"),
        read(
            "{\\rtf1 A\\par\\trowd\\pard\\intbl B\\cell C\\cell\\row"
                + "\\trowd\\pard\\intbl D\\par E\\cell F\\cell\\row\\pard G}"));
  }

  @Test
  void read_footnote_standsBehindItsParagraph() {
    assertEquals(List.of("AC", "B"), read("{\\rtf1 A{\\footnote\\pard B}C\\par}"));
  }

  @Test
  void read_headingByOutline_hasItsLevel() {
    RawReading reading =
        RtfReader.read(
            "{\\rtf1\\pard\\outlinelevel1 A\\par\\pard B\\par}"
                .getBytes(StandardCharsets.US_ASCII));
    List<RawBlock> blocks = assertInstanceOf(RawDocument.class, reading).blocks();
    assertEquals(2, assertInstanceOf(RawBlock.Line.class, blocks.get(0)).headingLevel());
    assertEquals(0, assertInstanceOf(RawBlock.Line.class, blocks.get(1)).headingLevel());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\\rtf1 A",
        "{\\rtf1 A}}}}}",
        "{\\rtf1 A\\",
        "{\\rtf1 A\\'b",
        "{\\rtf1 A\\u",
        "{\\rtf1 A\\bin999999999 ",
        "{\\rtf1 A{\\*\\shpinst{\\shptxt",
        "{\\rtf1 {\\shptxt B}\\footnote A}}",
        "\\shptxt A}}{\\rtf1 A\\footnote}}",
        "{\\rtf1 A\\cell\\row\\row\\par}"
      })
  void read_brokenOff_keepsWhatWasTold(String rtf) {
    assertTrue(read(rtf).toString().contains("A"), rtf);
  }

  @Test
  void read_groupsWithoutEnd_takeNoStack() {
    assertEquals(List.of("AB"), read("{\\rtf1 A" + "{".repeat(200_000) + "B"));
    String boxes = "{\\shptxt ".repeat(50_000) + "}".repeat(50_000);
    assertEquals(List.of("A", "B"), read("{\\rtf1 A" + boxes + "\\par B"));
  }
}
