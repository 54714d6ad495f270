package org.dafu.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dafu.reply.Warning;

/**
 * Whether the characters of a PDF can be known. Fonts may hold nothing but shapes under numbers of
 * their own: what is taken out of such a file is noise, while its picture can still be read.
 *
 * @param visible characters that can be known or are shapes only
 * @param unknown those of them that are shapes only, or stand for no character
 * @param han those of them that are Chinese
 * @param latin those of them that are letters or signs of Latin script, outside of addresses
 * @param garbled whether the Chinese characters make no text
 */
record PdfLegibility(long visible, long unknown, long han, long latin, boolean garbled) {
  /** With fewer Chinese characters there is no letter, but perhaps the picture of one. */
  private static final int FEWEST_HAN = 30;

  /** A letter may well have addresses of pages in it. */
  private static final int MUCH_LATIN = 100;

  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(?:https?:|www\\.)[!-~]{4,}|[\\w.+-]{1,60}@[\\w.-]{4,60}");

  private static final String LETTERS_PUNCTUATION = "0123456789.,:;()-/%";

  static PdfLegibility of(List<PdfPage> pages, int shapesOnly) {
    long visible = shapesOnly;
    long unknown = shapesOnly;
    long han = 0;
    StringBuilder text = new StringBuilder();
    for (PdfPage page : pages) {
      for (PdfGlyph glyph : page.glyphs()) {
        int character = glyph.text().codePointAt(0);
        if (!glyph.text().isBlank()) {
          visible++;
          unknown += isUnknown(character) ? 1 : 0;
          han += Character.isIdeographic(character) ? 1 : 0;
          text.appendCodePoint(character);
        }
      }
    }
    long latin =
        ADDRESS.matcher(text).replaceAll("").chars().filter(PdfLegibility::isLatin).count();
    boolean garbled =
        Legibility.objection(text.toString())
            .filter(why -> why.code().equals("garbled") || why.code().equals("binary"))
            .isPresent();
    return new PdfLegibility(visible, unknown, han, latin, garbled);
  }

  private static boolean isLatin(int character) {
    return character < 0x250 && LETTERS_PUNCTUATION.indexOf(character) < 0;
  }

  private static boolean isUnknown(int character) {
    return switch (Character.getType(character)) {
      case Character.PRIVATE_USE, Character.UNASSIGNED, Character.CONTROL, Character.SURROGATE ->
          true;
      default -> character == 0xfffd;
    };
  }

  /** Why the file is none for us, {@code needs-ocr}; empty if it can be read. */
  Optional<Unreadable> objection() {
    boolean noise = latin > MUCH_LATIN && latin * 2 > han && han >= FEWEST_HAN;
    if (unknown * 5 > visible || garbled || noise) {
      return Optional.of(
          new Unreadable(
              "needs-ocr",
              "PDF 的字体没有说明字符是什么，取出来的是乱码 (fonts without Unicode map, needs OCR)："
                  + "请用 --ocr-command 指定识别程序，或先识别成文字"));
    }
    return han >= FEWEST_HAN
        ? Optional.empty()
        : Optional.of(
            new Unreadable(
                "needs-ocr", "PDF 里没有文字，多半是扫描件 (needs OCR)：请用 --ocr-command 指定识别程序，或先识别成文字"));
  }

  /** What is lost of a file that can be read. */
  List<Warning> warnings() {
    return unknown * 100 > visible
        ? List.of(new Warning("characters-unknown", "有 " + unknown + " 个字的字体没有说明是什么字，没有读"))
        : List.of();
  }
}
