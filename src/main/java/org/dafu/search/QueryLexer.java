package org.dafu.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dafu.search.QueryNode.DocNumbered;
import org.dafu.search.QueryNode.Numbered;
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
  // Letters before a number name its register: J027, D-013, DH0271.
  private static final String NUMBER = "(?:[A-Za-zＡ-Ｚａ-ｚ]{1,4}-?)?" + DIGIT + "{1,12}";

  /** 第068号 and 第(68)号 anywhere; 068号 where no word follows but one for a proposal. */
  private static final Pattern PROPOSAL_NUMBER =
      Pattern.compile(
          ("第" + GAP + "[〔\\[［【﹝(（]?" + GAP + NUMBER + GAP + "[〕\\]］】﹞)）]?" + GAP + "[号號]|")
              + (NUMBER + GAP + "[号號](?=$|提案|建[议議]|[议議]案|答[复復]|[^\\p{L}\\p{N}])"));

  private static final String YEAR = GAP + DIGIT + "{4}" + GAP;
  private static final String SERIAL = GAP + "第?" + GAP + DIGIT + "{1,6}" + GAP;

  /** 〔2020〕12号, and in brackets that are no parentheses also 〔2020〕 and 〔2020〕12. */
  private static final String YEAR_AND_SERIAL =
      ("(?:[〔\\[［【﹝(（]" + YEAR + "[〕\\]］】﹞)）]" + SERIAL + "[号號]")
          + ("|[〔\\[［【﹝]" + YEAR + "[〕\\]］】﹞](?:" + SERIAL + ")?)");

  private static final Pattern DOCUMENT_NUMBER = Pattern.compile(YEAR_AND_SERIAL);

  // More characters than a 文号 begins with are words that run into it, as 民政局 or 根据 are.
  private static final Pattern WHOLE_DOCUMENT_NUMBER =
      Pattern.compile("\\p{IsHan}{1,8}(?<![局厅委府院的于据照找询件号问关])" + GAP + YEAR_AND_SERIAL);

  private static final Pattern REMARK = Pattern.compile("[(（][^()（）\"“”＂「」『』\\s　]*[)）]");
  private static final Pattern FIELD = Pattern.compile("([\\p{IsHan}A-Za-z]{1,10})[:：]");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]+");
  private static final Pattern LINK = Pattern.compile("(?i)https?|ftp");

  /** An operator stands alone, or beside parentheses and quotation marks: “甲”或“乙”. */
  private static final String APART = "(?=" + SPACE + "|$|[(（\"“”＂「『])";

  private static final Pattern OR = Pattern.compile("(?:(?i:OR)|ＯＲ|或|[|｜]{1,2})" + APART);
  private static final Pattern AND = Pattern.compile("(?:(?i:AND)|ＡＮＤ|[&＆]{1,2})" + APART);

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
  private final List<QueryToken> tokens = new ArrayList<>();
  private int at;

  QueryLexer(String query, List<QueryWarning> warnings) {
    this.query = query;
    this.warnings = warnings;
  }

  List<QueryToken> tokens() {
    while (at < query.length()) {
      char sign = query.charAt(at);
      if (isSpace(sign)) {
        at++;
      } else if (!take(numberAtStart()) && !take(yearsAtStart()) && !sign(sign)) {
        run();
      }
    }
    return tokens;
  }

  private boolean take(Optional<Leaf> leaf) {
    leaf.ifPresent(
        found -> {
          tokens.add(found);
          at = found.end();
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
      default -> {
        return word(OR) || word(AND) || field();
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

  private boolean word(Pattern operator) {
    Matcher matcher = operator.matcher(query).region(at, query.length());
    boolean standsAlone = at == 0 || isSpace(query.charAt(at - 1)) || isClosing(at - 1);
    if (!standsAlone || !matcher.lookingAt()) {
      return false;
    }
    if (operator == OR) {
      tokens.add(new QueryToken.Or(at, matcher.end()));
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
    } else if (LATIN.matcher(name).matches() && !LINK.matcher(name).matches()) {
      warn("unknown-field", "没有名为“" + name + "”的字段，按普通词语检索", at, matcher.end());
    }
    return field.isPresent();
  }

  /** Words up to white space or a sign of the language; typed numbers within are taken out. */
  private void run() {
    int from = at++; // no number begins here, or it had been taken
    while (at < query.length() && (endOfRemark() > at || !endsRun(query.charAt(at)))) {
      int to = at;
      Optional<Leaf> number = numberAt(at);
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

  private Optional<Leaf> numberAtStart() {
    return documentNumber(WHOLE_DOCUMENT_NUMBER, at).or(() -> numberAt(at));
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

  private Optional<Leaf> numberAt(int index) {
    return documentNumber(DOCUMENT_NUMBER, index).or(() -> proposalNumber(index));
  }

  private Optional<Leaf> documentNumber(Pattern form, int index) {
    Matcher matcher = form.matcher(query).region(index, query.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String text = TypedNumbers.document(matcher.group()).replace("〕第", "〕");
    return Optional.of(new Leaf(new DocNumbered(text), index, matcher.end()));
  }

  private Optional<Leaf> proposalNumber(int index) {
    Matcher matcher = PROPOSAL_NUMBER.matcher(query).region(index, query.length());
    if (!matcher.lookingAt() || continuesWord(index)) {
      return Optional.empty();
    }
    String typed = matcher.group().strip();
    return numeric(typed).map(value -> new Leaf(new Numbered(typed, value), index, matcher.end()));
  }

  /** Whether a number that begins here would be the end of a longer one: 12号 of 112号. */
  private boolean continuesWord(int index) {
    return index > 0
        && query.charAt(index) != '第'
        && Character.isLetterOrDigit(query.charAt(index - 1));
  }

  private static Optional<Long> numeric(String typed) {
    StringBuilder digits = new StringBuilder();
    typed
        .codePoints()
        .filter(Character::isDigit)
        .forEach(digit -> digits.append(Character.digit(digit, 10)));
    return digits.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(digits.toString()));
  }

  private boolean endsRun(char sign) {
    return isSpace(sign) || "()（）\"“”＂「『".indexOf(sign) >= 0;
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
