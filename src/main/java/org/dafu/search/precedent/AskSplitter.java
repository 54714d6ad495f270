package org.dafu.search.precedent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dafu.reply.Span;

/**
 * Takes a pasted proposal (提案、建议) apart into what it asks for. A proposal tells first why (案由, 现状,
 * 问题) and then what is asked (建议, 对策), mostly numbered. Without headings all of it is taken;
 * without numbers each paragraph is one ask. It never fails.
 */
public final class AskSplitter {
  /** More asks than any proposal has that one agency answers. */
  public static final int MAX_ASKS = 20;

  private static final String CARDINAL = "[一二三四五六七八九十]{1,3}";

  private static final Pattern LINE = Pattern.compile("[^\\n\\r]+");

  private static final Pattern LABEL =
      Pattern.compile(
          "^[\\s\\u3000#*]*(?:" + CARDINAL + "[、.．]|[（(]" + CARDINAL + "[)）]|[0-9]{1,2}[.．、])?");

  /** A line that says: from here on it is asked. */
  private static final Pattern ASKED =
      Pattern.compile(
          "(?:\\S{0,20}(?:建议|对策|措施|办法)(?:(?:及|和|与|、)?(?:建议|对策|措施|意见|办法)){0,4}"
              + "(?:如下|内容|事项)?)[\\s*]*[:：]?[\\s*]*");

  /** Within a line. */
  private static final Pattern ASKED_INLINE =
      Pattern.compile(
          "(?:为此|因此|鉴于此|综上|对此|基于此|据此|特)[，,]?[^。！？\\n\\r：:]{0,20}建议"
              + "[^。！？\\n\\r：:]{0,15}[：:]|建议如下[：:]?"
              + "|(?<![^。；;！？!?\\s\\u3000])(?:具体|几点|主要|相关|有关|对策|工作|意见)?(?:和|及|与)?建议[：:]");

  /** A line that says: this is told, not asked. */
  private static final Pattern TOLD =
      Pattern.compile(
          "\\S{0,20}(?:案由|背景|现状|问题|原因|必要性|意义|依据|情况|分析|困难|不足|预期\\S{0,6}|附件)"
              + "(?:分析)?[\\s*]*[:：]?[\\s*]*");

  private static final Pattern TITLE =
      Pattern.compile("[\\s\\u3000#*]*(?:(?:案由|标题|题目|案题)[:：]\\s*)?(《?关于[^\\s。；！？]{2,60})[\\s*]*");

  /** A first line such as 加强老年助餐的建议 is a title too, while 几点建议 is a heading. */
  private static final Pattern TITLE_FIRST =
      Pattern.compile("[\\s\\u3000#*]*(《?\\S{4,60}的(?:提案|建议|议案)》?)[\\s*]*");

  /** Pasted text may have lost its line ends. */
  private static final Pattern TITLE_INLINE =
      Pattern.compile("^[\\s\\u3000#*]*(《?关于[^。！？\\n\\r]{2,60}?的(?:提案|建议|议案)》?)[。，,；;：:\\s]");

  private static final Pattern SENTENCE_OF_ASK =
      Pattern.compile(
          "(?<=[。；！？])(?=\\s*(?:(?:同时|另外|此外|再次)?[，,]?(?:建议|希望)"
              + "|(?:同时|另外|此外)[，,][^。；！？\\n\\r]{0,60}(?:建议|希望)))");

  /** What is asked besides, behind the last number: it is no part of what is asked there. */
  private static final Pattern BESIDES =
      Pattern.compile("(?<=[。；！？\\s\\u3000])(?:此外|另外|除此之外)[，,]?");

  /** A sentence that begins so tells, unless it says itself what is asked. */
  private static final Pattern TELLING =
      Pattern.compile("\\s*(?:近年|近几年|目前|当前|现在|现阶段|随着|长期以来|一直以来|据|由于|但|然而|总之|综上|(?:我们?)?相信)");

  private static final Pattern ASKING = Pattern.compile("建议|希望|应|要|须|请");

  /**
   * Where a numbered ask begins: with a line, or with a sentence where lines were lost. Only blanks
   * of its own line belong to it: taking in line ends, a page of empty lines would be looked
   * through anew from each.
   */
  private static final String BEGINS = "(?m)(?:^[\\h#*]*|(?<=[。；;：:！？!?])[\\h*]*)";

  /** A number behind a comma; 1、2号楼 and 1,5 are none. */
  private static final String BEGINS_BEHIND_COMMA =
      "(?<=[，,])\\h*(?=[0-9０-９]{1,2}[.．、](?![0-9０-９]))";

  /** How asks are numbered; a style that comes first is the outer one. */
  private static final List<Pattern> NUMBERING =
      List.of(
          Pattern.compile(BEGINS + "(" + CARDINAL + "[、.．])"),
          Pattern.compile(BEGINS + "([（(]" + CARDINAL + "[)）][、.．]?)"),
          Pattern.compile(
              ("(?:" + BEGINS + "|" + BEGINS_BEHIND_COMMA + ")")
                  + "([0-9０-９]{1,2}(?:[、)）]|[.．](?:(?=[0-9]{4}年)|(?![0-9０-９]))))"),
          Pattern.compile("([①-⑳])"),
          Pattern.compile("(?m)(?:^|(?<=[。；;：:，,、\\s\\u3000*]))(" + CARDINAL + "(?:是|要))"),
          Pattern.compile("(?m)(?:^|(?<=[。；;：:\\s\\u3000*]))(第" + CARDINAL + "[，,、：:])"),
          Pattern.compile("(?m)(?:^|(?<=[。；;\\s\\u3000*]))(建议" + CARDINAL + "[，,、：:])"),
          Pattern.compile("(?m)(?:^|(?<=[。；;：:\\s\\u3000]))((?:首先|其次|再次|最后)[，,])"));

  private static final int MAX_HEADING_UNITS = 40;

  /** A shorter paragraph is a salutation or a name. */
  private static final int MIN_PARAGRAPH_UNITS = 8;

  private final String text;
  private final List<Span> lines;

  /** The first line that says something. */
  private final Optional<Span> first;

  private AskSplitter(String text) {
    this.text = text;
    this.lines = matches(LINE, text, new Span(0, text.length()));
    this.first = lines.stream().filter(line -> letters(line.start(), line.end())).findFirst();
  }

  /** What this proposal asks for; nothing only if it has no character, letter or digit. */
  public static Proposal split(String proposal) {
    AskSplitter splitter = new AskSplitter(proposal);
    List<Ask> asks = splitter.asks();
    int looked = Math.min(MAX_ASKS, asks.size());
    return new Proposal(
        splitter.title().or(splitter::titleInline).orElse(""),
        asks.subList(0, looked),
        asks.size() - looked);
  }

  private List<Ask> asks() {
    Span part = withoutLeaveTaking(askedPart());
    List<Ask> numbered = numbered(part);
    if (!numbered.isEmpty()) {
      return numbered;
    }
    List<Ask> paragraphs = paragraphs(part);
    if (!paragraphs.isEmpty()) {
      return paragraphs;
    }
    return ask("", 0, text.length()).map(List::of).orElse(List.of());
  }

  /** Where it is asked: from the first heading that says so, up to one that says otherwise. */
  private Span askedPart() {
    for (int at = 0; at < lines.size(); at++) {
      if (isHeading(lines.get(at), ASKED)) {
        int end = text.length();
        for (Span later : lines.subList(at + 1, lines.size())) {
          if (isHeading(later, TOLD) && !isHeading(later, ASKED)) {
            end = later.start();
            break;
          }
        }
        if (letters(lines.get(at).end(), end)) {
          return new Span(lines.get(at).end(), end);
        }
      }
    }
    Matcher inline = ASKED_INLINE.matcher(text);
    if (inline.find() && letters(inline.end(), text.length())) {
      return new Span(inline.end(), text.length());
    }
    return new Span(0, text.length());
  }

  private Span withoutLeaveTaking(Span part) {
    int end = Math.min(part.end(), LeaveTaking.start(text, lines));
    return letters(part.start(), end) ? new Span(part.start(), end) : part;
  }

  private boolean isHeading(Span line, Pattern says) {
    String printed = line.of(text);
    String bare = LABEL.matcher(printed).replaceFirst("").strip();
    return bare.length() <= MAX_HEADING_UNITS && !isTitle(line) && says.matcher(bare).matches();
  }

  private boolean isTitle(Span line) {
    return title(line).isPresent();
  }

  private Optional<String> title() {
    return lines.stream().flatMap(line -> title(line).stream()).findFirst();
  }

  private Optional<String> title(Span line) {
    Matcher title = TITLE.matcher(line.of(text));
    if (!title.matches() && first.filter(line::equals).isPresent()) {
      title.usePattern(TITLE_FIRST);
    }
    return title.matches() ? Optional.of(title.group(1)) : Optional.empty();
  }

  private Optional<String> titleInline() {
    Matcher title = TITLE_INLINE.matcher(text);
    return title.find() ? Optional.of(title.group(1)) : Optional.empty();
  }

  private List<Ask> numbered(Span part) {
    List<MatchResult> outer =
        NUMBERING.stream()
            .map(style -> style.matcher(text).region(part.start(), part.end()))
            .map(found -> found.results().toList())
            .filter(found -> found.size() > 1)
            .min(Comparator.comparingInt(found -> found.getFirst().start(1)))
            .orElse(List.of());
    List<Ask> asks = new ArrayList<>();
    int lastEnd = outer.isEmpty() ? part.end() : lastEnd(outer, part);
    for (int at = 0; at < outer.size(); at++) {
      int end = at + 1 < outer.size() ? outer.get(at + 1).start(1) : lastEnd;
      ask(outer.get(at).group(1), outer.get(at).end(1), end).ifPresent(asks::add);
    }
    if (!asks.isEmpty()) {
      asks.addAll(paragraphs(new Span(lastEnd, part.end())));
    }
    return asks;
  }

  /** Where the last number's ask ends: no other number follows to end it. */
  private int lastEnd(List<MatchResult> numbers, Span part) {
    int from = numbers.getLast().end(1);
    Matcher besides = BESIDES.matcher(text).region(from, part.end()).useTransparentBounds(true);
    int end = besides.find() && letters(from, besides.start()) ? besides.start() : part.end();
    return isOneALine(numbers) ? Math.min(end, lineEnd(from)) : end;
  }

  private boolean isOneALine(List<MatchResult> numbers) {
    for (int at = 0; at + 1 < numbers.size(); at++) {
      int from = numbers.get(at).end(1);
      int to = numbers.get(at + 1).start(1);
      int end = lineEnd(from);
      if (end >= to || !letters(from, end) || letters(end, to)) {
        return false;
      }
    }
    int last = numbers.getLast().end(1);
    return letters(last, lineEnd(last));
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** What each paragraph asks for, but for what only tells; if all of them tell, that. */
  private List<Ask> paragraphs(Span part) {
    List<Ask> all = sentences(part);
    List<Ask> asking = all.stream().filter(ask -> !tells(ask.text())).toList();
    return asking.isEmpty() ? all : asking;
  }

  private static boolean tells(String said) {
    return TELLING.matcher(said).lookingAt() && !ASKING.matcher(said).find();
  }

  private List<Ask> sentences(Span part) {
    List<Ask> asks = new ArrayList<>();
    for (Span line : lines) {
      int start = Math.max(line.start(), part.start());
      int end = Math.min(line.end(), part.end());
      if (end - start < MIN_PARAGRAPH_UNITS || isTitle(line) || isHeading(line, TOLD)) {
        continue;
      }
      int from = start;
      for (Span cut : matches(SENTENCE_OF_ASK, text, new Span(start, end))) {
        if (cut.start() > from) {
          ask("", from, cut.start()).ifPresent(asks::add);
          from = cut.start();
        }
      }
      ask("", from, end).ifPresent(asks::add);
    }
    return asks;
  }

  /** The ask that stands here, without white space around it; empty if there is nothing. */
  private Optional<Ask> ask(String label, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && !isMeant(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return letters(start, end)
        ? Optional.of(new Ask(label.strip(), text.substring(start, end), start, end))
        : Optional.empty();
  }

  private static boolean isMeant(char unit) {
    return !isBlank(unit) && "，,、。；;：:.*#".indexOf(unit) < 0;
  }

  private static boolean isBlank(char unit) {
    return Character.isWhitespace(unit) || Character.isSpaceChar(unit);
  }

  private boolean letters(int from, int to) {
    return from < to && text.substring(from, to).codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static List<Span> matches(Pattern pattern, String text, Span within) {
    Matcher matcher = pattern.matcher(text).region(within.start(), within.end());
    matcher.useTransparentBounds(true);
    return matcher.results().map(found -> new Span(found.start(), found.end())).toList();
  }
}
