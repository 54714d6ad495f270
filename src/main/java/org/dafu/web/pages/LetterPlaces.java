package org.dafu.web.pages;

import java.util.regex.Pattern;
import org.dafu.reply.Reply;

/**
 * Tells letterhead, salutation and signature from running text by their form. It decides only how a
 * line is set, so a mistake costs nothing but looks.
 */
final class LetterPlaces {
  /** A salutation stands early, within this many UTF-16 units. */
  private static final int HEAD_UNITS = 700;

  /** A longer line is running text. */
  private static final int MAX_HEAD_LINE = 60;

  private static final int MAX_SIGNATURE_LINE = 30;

  private static final Pattern SALUTATION = Pattern.compile("\\s*[^。；，：:]{2,50}[：:]\\s*");

  private static final Pattern DATE =
      Pattern.compile("\\s*[0-9０-９〇○零一二三四五六七八九十]{2,4}\\s*年.{1,4}月.{1,4}日\\s*");

  private final Reply reply;

  /** Where the salutation begins; -1 if there is none. */
  private final int salutation;

  /** From here on a short line may be part of the signature. */
  private final int bodyEnd;

  LetterPlaces(Reply reply) {
    this.reply = reply;
    this.salutation = findSalutation(reply.text());
    this.bodyEnd = reply.text().length() * 2 / 3;
  }

  /** The place of the line that begins here. */
  TextBlock.Place of(int start, String line) {
    if (start == salutation) {
      return TextBlock.Place.SALUTATION;
    }
    if (start < salutation && line.length() <= MAX_HEAD_LINE) {
      return TextBlock.Place.HEAD;
    }
    boolean signed =
        start > bodyEnd
            && line.length() <= MAX_SIGNATURE_LINE
            && (DATE.matcher(line).matches() || line.strip().equals(reply.agency()));
    return signed ? TextBlock.Place.SIGNATURE : TextBlock.Place.BODY;
  }

  private static int findSalutation(String text) {
    int at = 0;
    while (at < Math.min(text.length(), HEAD_UNITS)) {
      int end = text.indexOf('\n', at);
      String line = text.substring(at, end < 0 ? text.length() : end);
      boolean named = line.contains("委员") || line.contains("代表") || line.contains("尊敬");
      if (named && line.indexOf('\t') < 0 && SALUTATION.matcher(line).matches()) {
        return at;
      }
      at += line.length() + 1;
    }
    return -1;
  }
}
