package org.dafu.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.dafu.reply.Span;

/**
 * Reads the titles of the answered proposals: what the opening sentence says was received, else
 * what the title line quotes, else the form.
 */
final class TitleReader {
  private static final Wording GOES_ON = Wording.of("^(?:的|\\(|,|、|和|及|等|提案|建议|议案|第)");
  private static final Wording IN_QUOTES = Wording.of("^[《“\"「]+(.*?)[》”\"」]+$");
  private static final Wording OF_PAPER = Wording.of("的(?:提案|建议|议案)");
  private static final Wording DOUBLED =
      Wording.of("^关于[“\"《〈]\\s*(关于.+)[”\"》〉]\\s*的(?:建议|提案|议案)$");
  private static final Wording RECEIVED =
      Wording.of("收悉|已?收到|已悉|悉[,。]|(?:现|兹).{0,16}(?:答复|函复|回复|报告|反馈)");
  private static final Wording QUOTED =
      Wording.of(
          "《((?:[^《》]++|《[^《》]*+》){1,9})》|“((?:[^“”]++|“[^“”]*+”){1,9})”|\"([^\"]{6,80})\"|「([^「」]+)」");
  private static final Wording BARE =
      Wording.of(
          "(?:提出的|提的|所提|提交的|关于对|(?:您|你|委员|代表)(?:们|[二三两四五六]位)?的?(?=关于))(?:第[^号]{1,12}号)?(?:提案|建议)?[,:]?(关于[^,。;]{4,80}?的(?:提案|建议|议案)|(?!(?:提案|建议|议案)?(?:我们|我[局委办厅]|已|经|收[悉到]|悉))[^《“\"。;]{6,80}?)(?=的?(?:提案|建议|议案)(?:已|收|悉|,|。|的|\\()|(?:已)?收悉|,(?:我|经|现|已|收))");
  private static final Wording TITLE_TOPIC =
      Wording.of("(?:提案|建议|议案|号)[(（]?((?:关于|加|推|进一步|建立|完善|促)[^()]{4,80}?)[)）]?的?(?:答复|复函|回复|办理)");

  /** 第62号建议的答复（关于…的建议） */
  private static final Wording BEHIND_TITLE =
      Wording.of("(?:答复函?|复函|回复)[(](关于[^()]{4,80}?的(?:建议|提案|议案))[)]$");

  private static final Wording FORM_LABEL = Wording.of("(?:提案|建议|议案)?(?:题目|标题|名称|案由|案名|事由)");
  private static final Wording LABELLED =
      Wording.of("^(?:提案|建议|议案)?(?:题目|标题|名称|案由|案名|事由)[:](.{4,100})$");
  private static final Wording ENDS_AS_PAPER = Wording.of("的?(?:提案|建议|议案)$");

  /** Marks that stand before a quotation that is not the title: 国家《…条例》, 印发《…》. */
  private static final Wording CITES = Wording.of("(?:根据|按照|印发|出台|依据|落实|《)$");

  /** What stands before 收悉 has no title in it if it is shorter. */
  private static final int SHORTEST_TITLE = 10;

  /** The words that stand directly before or behind a quotation are no longer than this. */
  private static final int LONGEST_MARK = 4;

  /** What is longer is no title, whatever marks are around it. */
  private static final int LONGEST_TITLE = 1_000;

  List<Found<String>> read(Layout letter) {
    List<Found<String>> titles = new ArrayList<>();
    letter.openingStretch().ifPresent(opening -> fromOpening(letter, opening, titles));
    if (titles.isEmpty()) {
      letter.title().ifPresent(title -> fromTitleLine(letter, title, titles));
    }
    if (titles.isEmpty()) {
      fromForm(letter, titles);
    }
    Map<String, Found<String>> distinct = new LinkedHashMap<>();
    titles.forEach(title -> distinct.putIfAbsent(Tight.bare(title.value()), title));
    return List.copyOf(distinct.values());
  }

  private static void fromOpening(Layout letter, Tight opening, List<Found<String>> titles) {
    Hits received = opening.matcher(RECEIVED);
    int end = received.find() ? received.start() : Math.min(opening.text().length(), 160);
    if (end < SHORTEST_TITLE) { // 收到您《…》后
      int sentence = opening.text().indexOf('。');
      end = sentence > 0 ? sentence : opening.text().length();
    }
    Tight before = opening.to(end);
    boolean quotedAny = quoted(letter, before, "opening", titles);
    if (!quotedAny) {
      Hits bare = opening.matcher(BARE);
      if (bare.find() && bare.start() <= end) {
        titles.add(bareTitle(letter, opening, bare));
      }
    }
  }

  /** A bare title that begins with 关于 keeps its 的建议; another one ends before 的提案. */
  private static Found<String> bareTitle(Layout letter, Tight opening, MatchResult bare) {
    int start = bare.start(1);
    int end = bare.end(1);
    Matcher paper = OF_PAPER.within(opening.text(), end, opening.text().length());
    boolean about = bare.group(1).startsWith("关于");
    if (about && !ENDS_AS_PAPER.in(bare.group(1)) && paper.lookingAt()) {
      end = paper.end();
    }
    Span span = opening.span(start, end);
    return Found.of(clean(letter.printed(span)), "opening", span, 0.85);
  }

  private static boolean quoted(
      Layout letter, Tight place, String rule, List<Found<String>> titles) {
    Hits matcher = place.matcher(QUOTED);
    boolean any = false;
    while (matcher.find()) {
      int group = groupOf(matcher);
      int near = Math.max(0, matcher.start() - LONGEST_MARK);
      String before = place.text().substring(near, matcher.start());
      if (matcher.group(group).length() >= 5
          && !CITES.in(before)
          && !isQuotedPhrase(place, matcher)) {
        Span span = place.span(matcher, group);
        titles.add(Found.of(clean(letter.printed(span)), rule, span, 0.95));
        any = true;
      }
    }
    return any;
  }

  /** Quotation marks within a longer bare title: 根治“飞线充电”、推进…. */
  private static boolean isQuotedPhrase(Tight place, MatchResult matcher) {
    if (matcher.group(1) != null) {
      return false;
    }
    String quoted = matcher.group(groupOf(matcher));
    int near = Math.min(place.length(), matcher.end() + LONGEST_MARK);
    String after = place.text().substring(matcher.end(), near);
    if (quoted.startsWith("关于") && quoted.length() >= 8) {
      return false;
    }
    boolean wholeTitle = after.isEmpty() || GOES_ON.in(after);
    return !wholeTitle || quoted.length() < 8;
  }

  private static int groupOf(MatchResult matcher) {
    int group = 1;
    while (matcher.group(group) == null) {
      group++;
    }
    return group;
  }

  private static void fromTitleLine(Layout letter, Tight title, List<Found<String>> titles) {
    if (!quoted(letter, title, "title", titles)) {
      Hits behind = title.matcher(BEHIND_TITLE);
      boolean inBrackets = behind.find();
      Hits topic = inBrackets ? behind : title.matcher(TITLE_TOPIC);
      if (inBrackets || topic.find()) {
        Span span = title.span(topic, 1);
        titles.add(Found.of(clean(letter.printed(span)), "title", span, 0.7));
      }
    }
  }

  private static void fromForm(Layout letter, List<Found<String>> titles) {
    Optional<Form.Value> value = letter.form.find(FORM_LABEL);
    if (value.isPresent() && value.get().text().length() >= 5) {
      Span span = value.get().span();
      titles.add(Found.of(clean(letter.printed(span)), "form", span, 0.9));
      return;
    }
    for (Line line : letter.head()) {
      Hits matcher = line.tight().matcher(LABELLED);
      if (matcher.find()) {
        Span span = line.tight().span(matcher, 1);
        titles.add(Found.of(clean(letter.printed(span)), "head", span, 0.9));
      }
    }
  }

  /** Without outer marks, and of a doubled title (关于“关于…的建议”的建议) the inner one. */
  private static String clean(String printed) {
    if (printed.length() > LONGEST_TITLE) {
      return printed.strip();
    }
    String title = IN_QUOTES.replaceAll(printed.strip(), "$1");
    Hits doubled = DOUBLED.matcher(title);
    return doubled.matches() ? doubled.group(1).strip() : title.strip();
  }
}
