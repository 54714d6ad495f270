package org.dafu.search.precedent;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dafu.reply.Span;

/**
 * How a proposal ends: 以上建议，请予采纳。 with the names of its authors and a date; nothing of it is asked.
 */
final class LeaveTaking {
  private static final String REQUEST =
      "(?:(?:以上|上述)[^。；！\\n\\r]{0,14}(?:请|望|希|供)[^。；！\\n\\r]{0,12}"
          + "(?:采纳|参考|考虑|研究|审议|指正|答复|办理)[^。；！\\n\\r]{0,8}"
          + "|(?:妥否|当否|可否|不当之处)[，,][^。；！\\n\\r]{0,20}"
          + "|(?:请|望|敬请|恳请)[^。；！\\n\\r]{0,6}(?:采纳|审议|批评指正)|此致|敬礼)[。！!]?";

  private static final String AUTHORS =
      "(?:第一|领衔|联名|附议|共同|主)?(?:提案|建议|议案|联名|附议|领衔|提出|执笔)(?:人|者|单位|委员|代表)"
          + "(?:姓名|名单)?[:：].*"
          + "|(?:联系人|联系电话|电话|手机|工作单位|通讯地址|邮编|界别)[:：].*";

  private static final String DATE =
      "[0-9０-９]{4}\\h*[年./-]\\h*[0-9０-９]{1,2}(?:\\h*[月./-](?:\\h*[0-9０-９]{1,2}\\h*日?)?)?"
          + "|[〇○零一二三四五六七八九十]{4}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?";

  private static final Pattern LINE =
      Pattern.compile("[\\h　]*(?:" + REQUEST + "|" + AUTHORS + "|" + DATE + ")[\\h　]*");

  private static final Pattern DATE_LINE = Pattern.compile("[\\h　]*(?:" + DATE + ")[\\h　]*");

  /** Above a date somebody signs; anywhere else so few characters may be what is asked. */
  private static final Pattern NAME_LINE = Pattern.compile("[\\h　]*(?:\\p{IsHan}[\\h　]*){2,4}");

  /** Where line ends were lost, in the last line; what a sign-off says stands at its end. */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?<=[。；！])[\\h　]*(?:"
              + REQUEST
              + ")[\\h　]*(?:(?:"
              + AUTHORS
              + "|"
              + DATE
              + ").*)?$"
              + "|(?<=[。；！])[\\h　]*(?:"
              + AUTHORS
              + ")$");

  private LeaveTaking() {}

  /**
   * Where it begins.
   *
   * @param lines of the text, in order
   * @return the text's length if there is none, 0 if it says nothing else
   */
  static int start(String text, List<Span> lines) {
    int start = text.length();
    boolean dated = false;
    for (Span line : lines.reversed()) {
      String printed = line.of(text);
      if (printed.isBlank()) {
        continue;
      }
      if (!LINE.matcher(printed).matches() && !(dated && NAME_LINE.matcher(printed).matches())) {
        Matcher sentence = SENTENCE.matcher(printed);
        return sentence.find() ? line.start() + sentence.start() : start;
      }
      dated = DATE_LINE.matcher(printed).matches();
      start = line.start();
    }
    return 0;
  }
}
