package org.dafu.search.precedent;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.ReadSide;
import org.dafu.search.ReplySearcher;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.dafu.search.Sort;
import org.jspecify.annotations.Nullable;

/** Finds the letters that answer a pasted proposal itself, so that they are not offered for it. */
public final class OwnReplies {
  /** Pages of letters with one number that are looked at: every city has a number 12 each year. */
  private static final int NUMBER_PAGES = 50;

  /** Pages of letters with the words of a title: those that have it whole come first. */
  private static final int TITLE_PAGES = 3;

  private static final String NUMERAL = "([0-9〇零一二三四五六七八九十]{1,4})";
  private static final Pattern TERM = Pattern.compile(NUMERAL + "[届屆]");
  private static final Pattern MEETING = Pattern.compile(NUMERAL + "次");
  private static final String DIGITS = "〇一二三四五六七八九";

  private final ReplySearcher replies;

  public OwnReplies(ReadSide reading) {
    this.replies = reading.replies();
  }

  /** The ids of the letters told by any of these. */
  public Set<ReplyId> ids(List<OwnReply> told) {
    Set<ReplyId> ids = new HashSet<>();
    for (OwnReply own : told) {
      switch (own) {
        case OwnReply.OfId(ReplyId id) -> ids.add(id);
        case OwnReply.OfTitle(String title) -> ids.addAll(ofTitle(title));
        case OwnReply.OfNumber(String number, String session, String title) ->
            ids.addAll(ofNumber(number, session, title));
      }
    }
    return ids;
  }

  private List<ReplyId> ofTitle(String title) {
    if (bare(title).isEmpty()) {
      return List.of();
    }
    String words = title.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return letters("title:(" + words + ")", Filters.NONE, TITLE_PAGES).stream()
        .filter(reply -> hasTitle(reply, title))
        .map(Reply::id)
        .toList();
  }

  private List<ReplyId> ofNumber(String number, String session, String title) {
    Filters only = Filters.NONE.toggled(FilterField.NUMBER, new FilterValue.Exact(number));
    return letters("", only, NUMBER_PAGES).stream()
        .filter(reply -> session.isEmpty() || isOf(reply, session))
        .filter(reply -> title.isEmpty() || hasTitle(reply, title))
        .map(Reply::id)
        .toList();
  }

  private List<Reply> letters(String q, Filters filters, int pages) {
    List<Reply> letters = new ArrayList<>();
    SearchRequest request =
        new SearchRequest(
            q,
            filters,
            SearchRequest.Unit.LETTER,
            Sort.RELEVANCE,
            SearchRequest.MAX_SIZE,
            null,
            List.of(),
            0);
    for (int page = 0; page < pages; page++) {
      SearchResponse response = replies.search(request);
      response.hits().forEach(hit -> letters.add(hit.reply()));
      if (response.next() == null) {
        break;
      }
      request = request.withCursor(response.next());
    }
    return letters;
  }

  private static boolean hasTitle(Reply reply, String title) {
    return reply.titles().stream().anyMatch(own -> bare(own).equals(bare(title)));
  }

  /** Without signs and white space, which people type as they like. */
  private static String bare(String title) {
    return Normalizer.normalize(title, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Sessions are named in many ways; the two numbers tell them. */
  private static boolean isOf(Reply reply, String session) {
    if (reply.session() == null) {
      return false;
    }
    Optional<Integer> term = numeral(TERM, session);
    Optional<Integer> meeting = numeral(MEETING, session);
    if (term.isEmpty() && meeting.isEmpty()) {
      return bare(reply.session().text()).equals(bare(session));
    }
    String printed = reply.session().text();
    return agrees(term, reply.session().term(), numeral(TERM, printed))
        && agrees(meeting, reply.session().meeting(), numeral(MEETING, printed));
  }

  /** What a page has lost agrees with anything. */
  private static boolean agrees(
      Optional<Integer> asked, @Nullable Integer read, Optional<Integer> printed) {
    Optional<Integer> own = Optional.ofNullable(read).or(() -> printed);
    return asked.isEmpty() || own.isEmpty() || asked.equals(own);
  }

  private static Optional<Integer> numeral(Pattern pattern, String text) {
    Matcher found = pattern.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
    return found.find() ? Optional.of(value(found.group(1).replace('零', '〇'))) : Optional.empty();
  }

  /** 十二 is 12, 二十 is 20, 一四 is 14. */
  private static int value(String numeral) {
    int ten = numeral.indexOf('十');
    if (ten >= 0) {
      int tens = ten == 0 ? 1 : value(numeral.substring(0, ten));
      int ones = ten + 1 == numeral.length() ? 0 : value(numeral.substring(ten + 1));
      return 10 * tens + ones;
    }
    int value = 0;
    for (int at = 0; at < numeral.length(); at++) {
      char digit = numeral.charAt(at);
      int chinese = DIGITS.indexOf(digit);
      value = 10 * value + (chinese >= 0 ? chinese : Math.max(0, Character.digit(digit, 10)));
    }
    return value;
  }
}
