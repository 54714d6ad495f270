package org.dafu.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dafu.reply.Policy;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Section;

/**
 * Finds letters on the same matter as a letter, by what names its matter: its titles, its headings
 * and, where these say little, the beginning of its text. The whole text would bring letters that
 * are written alike.
 */
public final class SimilarLetters {
  /** Code points of titles and headings from which on they say enough. */
  private static final int ENOUGH_CODE_POINTS = 80;

  /** Code points of the text that are added otherwise. */
  private static final int TEXT_CODE_POINTS = 300;

  private static final int MAX_CODE_POINTS = 500;

  private static final Pattern COMMON_WORDS =
      Pattern.compile("^关于(?:进一步)?|的?(?:若干|几点)?(?:建议|提案|议案)$");

  private final ReplySearcher replies;
  private final TextSearcher texts;

  public SimilarLetters(ReadSide reading) {
    this.replies = reading.replies();
    this.texts = reading.texts();
  }

  /**
   * A letter on the same matter.
   *
   * @param measures codes of measure types that both letters have
   * @param policies titles of policies that both name
   */
  public record Similar(Hit hit, List<String> measures, List<String> policies) {
    public Similar {
      measures = List.copyOf(measures);
      policies = List.copyOf(policies);
    }
  }

  /**
   * The letters most like this one, best first, itself not among them.
   *
   * @param size most letters, at least 1
   * @return empty if there is no such letter that may be shown
   */
  public Optional<List<Similar>> of(ReplyId id, int size) {
    return replies.reply(id).map(reply -> similar(reply, size));
  }

  private List<Similar> similar(Reply reply, int size) {
    TextRequest request =
        new TextRequest(
            matter(reply),
            "",
            Filters.NONE,
            SearchRequest.Unit.LETTER,
            Set.of(reply.id()),
            size,
            0);
    return texts.search(request).stream().map(hit -> shared(reply, hit)).toList();
  }

  private static Similar shared(Reply reply, Hit hit) {
    List<String> measures = new ArrayList<>(reply.measures());
    measures.retainAll(hit.reply().measures());
    List<String> policies = policies(reply);
    policies.retainAll(policies(hit.reply()));
    return new Similar(hit, measures, policies);
  }

  private static List<String> policies(Reply reply) {
    return new ArrayList<>(reply.policies().stream().map(Policy::title).distinct().toList());
  }

  /** The title twice, for what stands twice counts more. */
  private static String matter(Reply reply) {
    StringBuilder matter = new StringBuilder();
    for (int i = 0; i < 2; i++) {
      reply.titles().forEach(title -> matter.append(bare(title)).append('。'));
    }
    for (Section section : reply.allSections()) {
      if (section.heading() != null) {
        matter.append(section.heading()).append('。');
      }
    }
    if (codePoints(matter) < ENOUGH_CODE_POINTS) {
      matter.append(cut(reply.text(), TEXT_CODE_POINTS));
    }
    return cut(matter.toString(), MAX_CODE_POINTS);
  }

  /** Without the words that every title has. */
  private static String bare(String title) {
    String bare = COMMON_WORDS.matcher(title).replaceAll("");
    return bare.isEmpty() ? title : bare;
  }

  private static int codePoints(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  private static String cut(String text, int most) {
    return codePoints(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
  }
}
