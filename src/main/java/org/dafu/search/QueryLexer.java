package org.dafu.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dafu.search.QueryNode.Phrase;
import org.dafu.search.QueryNode.Words;
import org.dafu.search.QueryNode.Years;
import org.dafu.search.QueryToken.Leaf;
import org.jspecify.annotations.Nullable;

/** Cuts a query into {@link QueryToken tokens}. */
final class QueryLexer {
  private static final String SPACE = "[\\s\\p{Z}]";
  private static final String GAP = SPACE + "*";
  private static final String DIGIT = "[0-9０-９]";
  private static final Pattern REMARK = Pattern.compile("[(（][^()（）\"“”＂「」『』\\s　]*[)）]");
  private static final Pattern FIELD = Pattern.compile("([\\p{IsHan}A-Za-z]{1,10})[:：]");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]+");
  private static final Pattern LINK = Pattern.compile("(?i)https?|ftp");

  /** An operator stands alone, or beside parentheses and quotation marks: “甲”或“乙”. */
  private static final String APART = "(?=" + SPACE + "|$|[(（\"“”＂「『])";

  private static final Pattern OR = Pattern.compile("(?:(?i:OR)|ＯＲ|或)" + APART);
  private static final Pattern AND = Pattern.compile("(?:(?i:AND)|ＡＮＤ|[&＆]{1,2})" + APART);
  private static final String BARS = "|｜";

  private static final Pattern NOT =
      Pattern.compile("(?:(?i:NOT)|ＮＯＴ)(?=" + SPACE + "+[^\\s\\u00A0\\u3000])");

  private static final String OF_YEAR = "(" + DIGIT + "{4})(?:年度?)?";
  private static final String DOTS = "[.．。]{2,3}|…{1,2}";
  private static final String TO = "(?:" + DOTS + "|[-－–—~～〜]{1,2}|[至到])";
  private static final String ENDS = "(?=" + SPACE + "|$|[)）])";
  private static final Pattern DOTTED = Pattern.compile(DOTS);
  private static final Pattern YEARS = Pattern.compile(OF_YEAR + TO + OF_YEAR + ENDS);

  private static final Pattern YEAR_FIELD =
      Pattern.compile(
          "(?i)(?:year|年份|年度)[:：]"
              + GAP
              + "(?:"
              + OF_YEAR
              + ")?("
              + TO
              + "(?:"
              + OF_YEAR
              + ")?)?"
              + ENDS);

  private final String query;
  private final List<QueryWarning> warnings;
  private final NumberForms numbers;
  private final List<QueryToken> tokens = new ArrayList<>();
  private int at;

  QueryLexer(String query, List<QueryWarning> warnings) {
    this.query = query;
    this.warnings = warnings;
    this.numbers = new NumberForms(query);
  }

  List<QueryToken> tokens() {
    while (at < query.length()) {
      char sign = query.charAt(at);
      if (isSpace(sign)) {
        at++;
      } else if (!take(numbers.atStart(at)) && !take(yearsAtStart()) && !sign(sign)) {
        run();
      }
    }
    return tokens;
  }

  private boolean take(Optional<Leaf> leaf) {
    leaf.ifPresent(
        found -> {
          tokens.add(found);
          numbers.kindAfter(found.end()).ifPresent(tokens::add);
          at = numbers.endOfReply(found.end());
        });
    return leaf.isPresent();
  }

  private boolean sign(char sign) {
    switch (sign) {
      case '(', '（' -> tokens.add(new QueryToken.Open(at, ++at));
      case ')', '）' -> tokens.add(new QueryToken.Close(at, ++at));
      case '"', '“', '”', '＂' -> quote("\"”“＂");
      case '「' -> quote("」");
      case '『' -> quote("』");
      case '-', '－' -> minus();
      case '|', '｜' -> bar();
      default -> {
        return word(OR) || word(AND) || word(NOT) || field();
      }
    }
    return true;
  }

  /** Exact text; without a closing sign the rest is plain words. */
  private void quote(String closing) {
    int open = at;
    int close = open + 1;
    while (close < query.length() && closing.indexOf(query.charAt(close)) < 0) {
      close++;
    }
    if (close == query.length()) {
      warn("unclosed-quote", "引号没有成对，按普通词语检索", open, open + 1);
      at = open + 1;
      return;
    }
    String text = query.substring(open + 1, close);
    at = close + 1;
    if (isSearchable(text)) {
      tokens.add(new Leaf(new Phrase(text.strip()), open, at));
    } else {
      warn("empty-quote", "引号内没有可检索的文字，已忽略", open, at);
    }
  }

  /** A minus belongs to what it touches; dashes are no minus. */
  private void minus() {
    int from = at;
    while (at < query.length() && "-－".indexOf(query.charAt(at)) >= 0) {
      at++;
    }
    if (at - from == 1 && at < query.length() && !isSpace(query.charAt(at))) {
      tokens.add(new QueryToken.Minus(from, at));
    } else {
      warn("lone-minus", "减号没有紧接词语，已忽略", from, at);
    }
  }

  /** No word has a bar in it: 养老|殡葬 and 养老 || 殡葬 are two. */
  private void bar() {
    int from = at;
    while (at < query.length() && BARS.indexOf(query.charAt(at)) >= 0) {
      at++;
    }
    tokens.add(new QueryToken.Or(from, at));
  }

  private boolean word(Pattern operator) {
    Matcher matcher = operator.matcher(query).region(at, query.length());
    boolean standsAlone = at == 0 || isSpace(query.charAt(at - 1)) || isClosing(at - 1);
    if (!standsAlone || !matcher.lookingAt()) {
      return false;
    }
    if (operator == OR) {
      tokens.add(new QueryToken.Or(at, matcher.end()));
    } else if (operator == NOT) {
      tokens.add(new QueryToken.Minus(at, matcher.end()));
    }
    at = matcher.end();
    return true;
  }

  private boolean isClosing(int index) {
    return ")）\"”＂」』".indexOf(query.charAt(index)) >= 0;
  }

  private boolean field() {
    Matcher matcher = FIELD.matcher(query).region(at, query.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    String name = matcher.group(1);
    Optional<TextField> field = TextField.ofName(name);
    if (field.isPresent()) {
      tokens.add(new QueryToken.Field(field.get(), at, matcher.end()));
      at = matcher.end();
    } else if (isMeantAsField(name, matcher.end())) {
      warn("unknown-field", "没有名为“" + name + "”的字段，按普通词语检索", at, matcher.end());
    }
    return field.isPresent();
  }

  /** 问题：停车 is a title; only a half-width colon right before a value is one of the language. */
  private boolean isMeantAsField(String name, int end) {
    if (LATIN.matcher(name).matches()) {
      return !LINK.matcher(name).matches();
    }
    return query.charAt(end - 1) == ':' && end < query.length() && !isSpace(query.charAt(end));
  }

  /** Words up to white space or a sign of the language; typed numbers within are taken out. */
  private void run() {
    int from = at++; // no number begins here, or it had been taken
    while (at < query.length() && (endOfRemark() > at || !endsRun(query.charAt(at)))) {
      int to = at;
      Optional<Leaf> number = numbers.at(at);
      if (number.isPresent()) {
        addWords(from, to);
        take(number);
        from = at;
      } else {
        at = Math.max(at + 1, endOfRemark());
      }
    }
    addWords(from, at);
  }

  /**
   * The place after a closing parenthesis, if words stand before the opening one here and nothing
   * between them parts words: 东六线（一期）进展 is a title, not a group.
   */
  private int endOfRemark() {
    boolean attached = Character.isLetterOrDigit(query.charAt(at - 1));
    Matcher remark = REMARK.matcher(query).region(at, query.length());
    return attached && remark.lookingAt() ? remark.end() : 0;
  }

  private void addWords(int from, int to) {
    String text = query.substring(from, to);
    if (isSearchable(text)) {
      tokens.add(new Leaf(new Words(text), from, to));
    } else if (!text.isEmpty()) {
      warn("no-words", "“" + text + "”中没有可检索的文字，已忽略", from, to);
    }
  }

  /** 2018..2020 or 2018-2020, or one year or an open range after the field's name. */
  private Optional<Leaf> yearsAtStart() {
    Matcher named = YEAR_FIELD.matcher(query).region(at, query.length());
    if (named.lookingAt() && (named.group(1) != null || named.group(3) != null)) {
      int from = year(named.group(1), Years.FIRST);
      int to = year(named.group(3), named.group(2) == null ? from : Years.LAST);
      return years("", from, to, named.end());
    }
    Matcher range = YEARS.matcher(query).region(at, query.length());
    if (!range.lookingAt() || !isOfOurTime(range.group(1)) || !isOfOurTime(range.group(2))) {
      return Optional.empty();
    }
    String typed = range.group();
    String text = DOTTED.matcher(typed).find() ? "" : typed;
    return years(text, year(range.group(1), 0), year(range.group(2), 0), range.end());
  }

  private Optional<Leaf> years(String text, int one, int other, int end) {
    Years years = new Years(text, Math.min(one, other), Math.max(one, other));
    return Optional.of(new Leaf(years, at, end));
  }

  private static int year(@Nullable String digits, int otherwise) {
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  private static boolean isOfOurTime(String digits) {
    int year = year(digits, 0);
    return year >= 1900 && year < 2100;
  }

  private boolean endsRun(char sign) {
    return isSpace(sign) || "()（）\"“”＂「『".indexOf(sign) >= 0 || BARS.indexOf(sign) >= 0;
  }

  private static boolean isSearchable(String text) {
    return text.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) || isOddLetter(c));
  }

  /** 〇 and Ⅷ, and characters that a page's encoding could not name, can be asked for too. */
  private static boolean isOddLetter(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.LETTER_NUMBER
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED; // of a newer Unicode than the machine's
  }

  private static boolean isSpace(char sign) {
    return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
  }

  private void warn(String code, String message, int start, int end) {
    warnings.add(new QueryWarning(code, message, start, end));
  }
}
