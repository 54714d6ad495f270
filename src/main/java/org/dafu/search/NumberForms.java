package org.dafu.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dafu.reply.ProposalNumber;
import org.dafu.search.QueryNode.DocNumbered;
import org.dafu.search.QueryNode.Numbered;
import org.dafu.search.QueryNode.Words;
import org.dafu.search.QueryToken.Leaf;

/** Finds the numbers of proposals and documents that are typed in a query. */
final class NumberForms {
  private static final String GAP = "[\\s\\p{Z}]*";
  private static final String DIGIT = "[0-9０-９]";
  private static final String LATIN = "[A-Za-zＡ-Ｚａ-ｚ]";
  private static final String DASH = "[-－‐–—]";

  // Letters before a number name its register, J027, D-013, DH0271; term and meeting may, 15-4-083.
  private static final String NUMBER =
      "(?:" + LATIN + "{1,4}" + DASH + "?)?(?:" + DIGIT + "{1,4}" + DASH + "){0,3}" + DIGIT
          + "{1,12}";

  private static final String KIND = "提案|建[议議]|[议議]案";
  private static final String END = "(?=$|[^\\p{L}\\p{N}])";

  /** 第068号 and 第(68)号 anywhere; 068号 where no word follows but one for a proposal. */
  private static final Pattern PROPOSAL_NUMBER =
      Pattern.compile(
          ("第" + GAP + "[〔\\[［【﹝(（]?" + GAP + NUMBER + GAP + "[〕\\]］】﹞)）]?" + GAP + "[号號]|")
              + (NUMBER + GAP + "[号號](?=$|的?(?:" + KIND + "|答[复復]|[办辦]理)|[^\\p{L}\\p{N}])"));

  /** What a number alone follows, while 中山路12号 is a house. */
  private static final Pattern BEFORE_NUMBER =
      Pattern.compile("(?:会议|大会|[届次]|政协|人大|编号为?|" + KIND + ")$");

  private static final Pattern AFTER_NUMBER =
      Pattern.compile("的?(?:提案|[议議]案|答[复復]|[办辦]理|建[议議](?:的|答[复復]|[办辦]理|" + END + "))");

  private static final Pattern PADDED = Pattern.compile("[0０]" + DIGIT);
  private static final int MOST_BEFORE = 4;

  /** 提案的答复, 办理情况: which letter is meant, not what must stand in it. */
  private static final Pattern REPLY =
      Pattern.compile(
          GAP
              + ("(?:的?(?:委员|代表)?(" + KIND + "))?的?")
              + "(?:(?:办理)?(?:答[复復]|回[复復]|[复復]函|函[复復])(?:意[见見]|函|情[况況])?|办理(?:情[况況]|结果|意[见見])(?:的?(?:答[复復]|报告))?)"
              + END);

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

  private final String query;

  NumberForms(String query) {
    this.query = query;
  }

  /** The number that begins here, where a run of words may begin too. */
  Optional<Leaf> atStart(int index) {
    return document(WHOLE_DOCUMENT_NUMBER, index).or(() -> at(index));
  }

  /** The number that begins here. */
  Optional<Leaf> at(int index) {
    return document(DOCUMENT_NUMBER, index).or(() -> proposal(index));
  }

  /** The word for a proposal in 提案的答复 that follows a number; other words stay words. */
  Optional<Leaf> kindAfter(int end) {
    Matcher reply = after(end, REPLY);
    return reply.lookingAt() && reply.group(1) != null
        ? Optional.of(new Leaf(new Words(reply.group(1)), reply.start(1), reply.end(1)))
        : Optional.empty();
  }

  /** Where words for a reply end that follow a number; its own end if none do. */
  int endOfReply(int end) {
    Matcher reply = after(end, REPLY);
    return reply.lookingAt() ? reply.end() : end;
  }

  private Matcher after(int index, Pattern pattern) {
    return pattern.matcher(query).region(index, query.length());
  }

  private Optional<Leaf> document(Pattern form, int index) {
    Matcher matcher = after(index, form);
    return matcher.lookingAt()
        ? Optional.of(
            new Leaf(new DocNumbered(TypedNumbers.document(matcher.group())), index, matcher.end()))
        : Optional.empty();
  }

  private Optional<Leaf> proposal(int index) {
    Matcher matcher = after(index, PROPOSAL_NUMBER);
    if (!matcher.lookingAt() || continuesWord(index, matcher.end())) {
      return Optional.empty();
    }
    String typed = matcher.group().strip();
    return Optional.ofNullable(ProposalNumber.of(typed).value())
        .map(value -> new Leaf(new Numbered(typed, value), index, matcher.end()));
  }

  /** Whether what stands here is the end of something longer: 12号 of 112号, of 4-12号, of a house. */
  private boolean continuesWord(int index, int end) {
    if (index == 0 || query.charAt(index) == '第') {
      return false;
    }
    char before = query.charAt(index - 1);
    if (String.valueOf(before).matches(DASH)) {
      return index > 1 && Character.isLetterOrDigit(query.charAt(index - 2));
    }
    if (!Character.isLetterOrDigit(before)) {
      return false;
    }
    return !Character.isIdeographic(before) || !isOfProposal(index, end);
  }

  /** 三次会议68号, 咸宁068号 and 晋城68号提案. */
  private boolean isOfProposal(int index, int end) {
    String words = query.substring(Math.max(0, index - MOST_BEFORE), index);
    return after(index, PADDED).lookingAt()
        || BEFORE_NUMBER.matcher(words).find()
        || after(end, AFTER_NUMBER).lookingAt();
  }
}
