package org.dafu.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.dafu.reply.Span;

/** Reads the names in the salutation: 尊敬的X、Y委员, X代表、Y代表, X等10名代表, an organisation. */
final class SalutationReader {
  private static final Wording NAMES_ONLY =
      Wording.of("^(?:尊敬的)?[\\u4e00-\\u9fa5·、,]{2,36}(?:[、,]|委员|代表)$");
  private static final Wording YOU = Wording.of("(?<=委员|代表|会)(?:您|你|贵)|$");

  /** 致:张三 has its colon elsewhere. */
  private static final int SHORTEST_LINE = 3;

  private static final Wording POLITE = Wording.of("^(?:致[:]?)?(?:尊敬的|敬爱的|各位){0,4}");
  private static final Wording AND_OTHERS =
      Wording.of("等[\\d一二三四五六七八九十]*(?:名|位|人)?(?:同志|委员|代表){0,4}$");
  private static final Wording ROLE = Wording.of("(?:政协|人大)?(?:委员|代表|同志|先生|女士)(?:们)?$");
  private static final Wording SEPARATOR =
      Wording.of("[、,，;；]|(?<=委员|代表)(?!会|团)(?:和|及|与)?(?=[\\u4e00-\\u9fa5])");
  private static final Wording ORGANISATION =
      Wording.of("(?:委员会|工委|支部|总支|小组|工商联|联合会|局|厅|办公室|办|部|院|会|界别|界)$");
  private static final Wording PLACEHOLDER = Wording.of("^[xX×＊*某○〇_]+$|^(?:各|诸|有关|全体)");

  /** What a salutation adds to a body: its role. */
  private static final Wording IN_BRACKETS = Wording.of("[(](?:主办|牵头|承办)(?:单位|部门)?[)]$");

  /** The delegation before the names of its members: 奇台县代表团张三等5名代表. */
  private static final Wording DELEGATION =
      Wording.of("^[\\u4e00-\\u9fa5]{1,12}代表团(?=[\\u4e00-\\u9fa5]{2})");

  List<Found<String>> read(Layout letter) {
    Line line = letter.salutationLine();
    if (line == null) {
      return List.of();
    }
    List<Found<String>> names = new ArrayList<>();
    int index = letter.salutation;
    while (index > 0 && isEarlierHalf(letter.lines.get(index - 1))) {
      index--;
    }
    for (int i = index; i <= letter.salutation; i++) {
      readLine(letter, letter.lines.get(i).tight(), names);
    }
    return names;
  }

  /** A salutation over two lines: the first ends in names, not in a colon. */
  private static boolean isEarlierHalf(Line line) {
    return line.length() <= 40 && line.tight().contains(NAMES_ONLY) && !line.text().contains("关于");
  }

  private static void readLine(Layout letter, Tight line, List<Found<String>> names) {
    int end = line.text().indexOf(':', line.text().startsWith("致") ? SHORTEST_LINE : 0);
    if (end < 0) {
      Hits you = line.matcher(YOU);
      end = you.find() ? you.start() : line.text().length();
    }
    Hits polite = line.matcher(POLITE);
    int start = polite.lookingAt() ? polite.end() : 0;
    Matcher others = AND_OTHERS.within(line.text(), start, end);
    end = others.find() ? others.start() : end;
    Matcher separator = SEPARATOR.within(line.text(), start, end);
    separator.useTransparentBounds(true);
    int from = start;
    while (separator.find()) {
      add(letter, line, from, separator.start(), names);
      from = separator.end();
    }
    add(letter, line, from, end, names);
  }

  private static void add(Layout letter, Tight line, int from, int to, List<Found<String>> names) {
    if (to <= from) {
      return;
    }
    String name = line.text().substring(from, to);
    int end = to;
    if (!name.endsWith("委员会")) {
      Hits role = ROLE.matcher(name);
      end = role.find() ? from + role.start() : to;
    }
    int start = from + (name.startsWith("尊敬的") ? 3 : 0);
    Hits delegation = DELEGATION.matcher(name);
    start = delegation.find() ? from + delegation.end() : start;
    Hits brackets = IN_BRACKETS.matcher(name);
    end = brackets.find() ? from + brackets.start() : end;
    if (end <= start || PLACEHOLDER.in(line.text().substring(start, end))) {
      return;
    }
    String bare = line.text().substring(start, end);
    if (bare.length() <= 12 || ORGANISATION.in(bare)) {
      Span span = line.span(start, end);
      for (Span each : letter.namesIn(span)) {
        names.add(Found.of(letter.compact(each), "salutation", each, 0.95));
      }
    }
  }
}
