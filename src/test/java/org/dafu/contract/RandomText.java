package org.dafu.contract;

import java.util.List;
import java.util.Random;

/** Random letters' text: common and rare characters, numbers, Latin words, signs, line ends. */
public final class RandomText {
  private static final String COMMON = "养老服务社区机构床位补贴政策建设推进全市年度工作医疗护理人员的和在";
  private static final String SIGNS = "，。；：、（）《》“”！？—…·%\n";
  private static final List<String> WORDS =
      List.of("SOS", "DH0271", "GB", "12345", "93.20", "1,234", "2025", "5G", "J-027", "３６", "Ａ");

  private final Random random;

  public RandomText(Random random) {
    this.random = random;
  }

  /** A text of about this many code points. */
  public String text(int codePoints) {
    StringBuilder text = new StringBuilder();
    while (text.length() < codePoints) {
      switch (random.nextInt(12)) {
        case 0 -> text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        case 1 -> text.append(' ').append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        case 2 -> text.appendCodePoint(0x4E00 + random.nextInt(0x5000));
        case 3 -> text.append(random.nextInt(8) == 0 ? "𠮷" : "　");
        default -> text.append(COMMON.charAt(random.nextInt(COMMON.length())));
      }
    }
    return text.toString();
  }
}
