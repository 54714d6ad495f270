package org.dafu.read;

import java.util.BitSet;
import java.util.Optional;

/** Tells text that a person could read from noise that merely decodes. */
final class Legibility {
  /**
   * The commonest characters of government Chinese: no real page is without a fair share of them.
   */
  private static final String COMMON =
      "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
          + "政市建提答复办务服老设进区县加全部实关现机开业社理推施委制公体管相点展强新自员代表议案府工作中心保障";

  private static final int FEWEST_HAN = 30;

  private static final BitSet COMMON_UNITS = new BitSet();

  static {
    COMMON.chars().forEach(COMMON_UNITS::set);
  }

  private Legibility() {}

  /** Why the text is none for us, or empty if it can be read. */
  static Optional<Unreadable> objection(String text) {
    long han = 0;
    long common = 0;
    long control = 0;
    long visible = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (MappedText.isSpace(unit)) {
        continue;
      }
      visible++;
      if (Character.isISOControl(unit) || unit == '\ufffd') {
        control++;
      } else if (isHan(unit)) {
        han++;
        common += COMMON_UNITS.get(unit) ? 1 : 0;
      }
    }
    return objection(visible, control, han, common);
  }

  private static boolean isHan(char unit) {
    return (unit >= '\u4e00' && unit <= '\u9fff')
        || (unit >= '\u3400' && unit <= '\u4dbf')
        || unit == '〇'
        || (unit >= '\uf900' && unit <= '\ufaff');
  }

  private static Optional<Unreadable> objection(long visible, long control, long han, long common) {
    if (visible == 0) {
      return Optional.of(new Unreadable("empty", "文件里没有文字 (the file holds no text)"));
    }
    if (control * 20 > visible) {
      return Optional.of(
          new Unreadable("binary", "不是文本文件，或已损坏 (not a text file, or damaged): 请核对原件后重新保存"));
    }
    if (han < FEWEST_HAN) {
      return Optional.of(
          new Unreadable("no-text", "几乎没有中文正文 (hardly any Chinese text): " + han + " 个汉字"));
    }
    if (common * 12 < han) {
      return Optional.of(
          new Unreadable(
              "garbled", "文字是乱码，编码可能不对 (garbled, wrong encoding?): 请以 UTF-8 或 GB18030 重新保存"));
    }
    return Optional.empty();
  }
}
