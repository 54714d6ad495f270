package org.dafu.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.dafu.reply.Session;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/** Reads the session (届次): 市八届政协四次会议, 政协X市第八届委员会第四次会议, X市第九届人民代表大会第五次会议. */
final class SessionReader {
  private static final String NUMBER = "[〇○零一二三四五六七八九十百\\d]{1,4}";
  private static final String BODY = "(?:人民政协|政协|人大|人民代表大会|委员会|常委会|常务委员会|全国委员会|协商会议)";
  private static final String PLACE =
      "(?:(?:(?!政协|人大|续办|办理|答复)[\\u4e00-\\u9fa5]){1,12}?(?:省|自治区|市|自治州|州|盟|地区|自治县|县|自治旗|旗|区)|自治区|自治州|自治县|[省市县区州盟旗]|全国)";
  private static final String LEAD =
      "((?:"
          + PLACE
          + "){0,2}(?:中国人民政治协商会议|人民政协|政协|人大|人民代表大会)?(?:"
          + PLACE
          + "){0,2}(?:政协|人大|委员会|人民代表大会)?(?:全国委员会)?)";

  private static final Wording CORE =
      Wording.of(
          "第?("
              + NUMBER
              + ")?届(?:全国)?(?:"
              + PLACE
              + ")?"
              + BODY
              + "{0,2}(?:第?("
              + NUMBER
              + ")?次(?:全体)?(?:会议|大会|全会))");
  private static final Wording LEAD_AT_END = Wording.of(LEAD + "$");
  private static final Wording BEFORE =
      Wording.of("(?:关于|对于|对|在|代表|委员|您|你们?|就|的|转来|转送|转办|\\(|:|,|，|《|“)");

  /** A session and the stretch of text that it was read from. */
  record Read(Session session, Tight stretch, Span span) {}

  Optional<Read> read(Layout letter) {
    List<Tight> places = new ArrayList<>();
    letter.title().ifPresent(places::add);
    letter.head().forEach(line -> places.add(line.tight()));
    letter.openingStretch().ifPresent(places::add);
    letter.form.rows().forEach(row -> row.forEach(cell -> places.add(cell.tight())));
    for (Tight place : places) {
      Read read = find(letter, place);
      if (read != null) {
        return Optional.of(read);
      }
    }
    return Optional.empty();
  }

  private static @Nullable Read find(Layout letter, Tight place) {
    Hits core = place.matcher(CORE);
    boolean found = core.find() && core.start() <= 160;
    if (!found || (core.group(1) == null && core.group(2) == null)) { // 第届次会议 lost its digits
      return null;
    }
    int start = leadStart(place.text(), core.start());
    Span span = place.span(start, core.end());
    Session session =
        new Session(letter.compact(span), number(core.group(1)), number(core.group(2)));
    return new Read(session, place.to(core.end()).from(start), span);
  }

  /** How far the names of place and body reach to the left of 第…届. */
  private static int leadStart(String text, int coreStart) {
    String left = text.substring(0, coreStart);
    Hits before = BEFORE.matcher(left);
    int from = 0;
    while (before.find()) {
      from = before.end();
    }
    Matcher lead = LEAD_AT_END.within(left, from, left.length());
    return lead.find() ? lead.start() : coreStart;
  }

  private static @Nullable Integer number(@Nullable String printed) {
    return printed == null ? null : ChineseNumbers.parse(printed);
  }
}
