package org.dafu.read;

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

  private static final byte SPACE = 0;
  private static final byte OTHER = 1;
  private static final byte CONTROL = 2;
  private static final byte HAN = 3;
  private static final byte COMMON_HAN = 4;

  /** What each unit is: every character of every letter is looked at. */
  private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

  static {
    for (int unit = 0; unit < KINDS.length; unit++) {
      KINDS[unit] = kind((char) unit);
    }
  }

  private Legibility() {}

  private static byte kind(char unit) {
    if (MappedText.isSpace(unit)) {
      return SPACE;
    }
    if (Character.isISOControl(unit) || unit == '\ufffd') {
      return CONTROL;
    }
    return !isHan(unit) ? OTHER : COMMON.indexOf(unit) >= 0 ? COMMON_HAN : HAN;
  }

  private static boolean isHan(char unit) {
    return (unit >= '\u4e00' && unit <= '\u9fff')
        || (unit >= '\u3400' && unit <= '\u4dbf')
        || unit == '〇'
        || (unit >= '\uf900' && unit <= '\ufaff');
  }

  /** Why the text is none for us, or empty if it can be read. */
  static Optional<Unreadable> objection(String text) {
    int[] counts = new int[COMMON_HAN + 1];
    for (int i = 0; i < text.length(); i++) {
      counts[KINDS[text.charAt(i)]]++;
    }
    long han = (long) counts[HAN] + counts[COMMON_HAN];
    long visible = han + counts[OTHER] + counts[CONTROL];
    return objection(visible, counts[CONTROL], han, counts[COMMON_HAN]);
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
