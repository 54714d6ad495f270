package org.dafu.web.tools;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Section;

/**
 * What the collection calls a passage: {@code 0123456789abcdef.3} is the letter's section 3, the
 * letter's id alone the whole letter.
 *
 * @param section its place among all sections of the letter; -1 for the whole letter
 */
public record PassageRef(ReplyId id, int section) {
  /** Also {@code @120}: the narrowest section round this UTF-16 unit of the letter's text. */
  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{16})(?:\\.([0-9]{1,4})|@([0-9]{1,8}))?");

  /** As it stands in URLs and in the browser. */
  public String text() {
    return section < 0 ? id.value() : id + "." + section;
  }

  /**
   * The letter that a text names, and the section of it.
   *
   * @param letters looks a letter up
   * @return empty if the text is none, or no such letter or section may be seen
   */
  static Optional<Found> find(String text, Function<ReplyId, Optional<Reply>> letters) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    ReplyId id = new ReplyId(form.group(1));
    return letters
        .apply(id)
        .map(reply -> new Found(new PassageRef(id, section(form, reply)), reply))
        .filter(found -> found.ref.section < found.reply.allSections().size());
  }

  private static int section(Matcher form, Reply reply) {
    if (form.group(2) != null) {
      return Integer.parseInt(form.group(2));
    }
    return form.group(3) == null
        ? -1
        : around(reply.allSections(), Integer.parseInt(form.group(3)));
  }

  /** Parents come before children, so that the last one that holds the place is the narrowest. */
  private static int around(List<Section> sections, int at) {
    int narrowest = -1;
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).span().start() <= at && at < sections.get(i).span().end()) {
        narrowest = i;
      }
    }
    return narrowest;
  }

  /** A passage that is there. */
  record Found(PassageRef ref, Reply reply) {}
}
