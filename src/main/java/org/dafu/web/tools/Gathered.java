package org.dafu.web.tools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dafu.export.Citations;
import org.dafu.export.Excerpt;
import org.dafu.reply.Reply;
import org.dafu.search.ReplySearcher;
import org.dafu.web.pages.Shell;

/**
 * The passages that a {@link Basket} names, read from the letters themselves: what a client sends
 * is never shown or exported as a letter's words.
 */
public final class Gathered {
  /** UTF-16 units of a passage on a page; an export has all. */
  private static final int MAX_SHOWN = 1500;

  private static final int MAX_COMPARED = 4;

  private final List<PassageRef> refs = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final List<Excerpt> excerpts = new ArrayList<>();
  private final List<String> gone = new ArrayList<>();

  private Gathered() {}

  /**
   * Looks the passages up.
   *
   * @param replies what may be seen
   * @param base the service's own address, without a slash at its end
   * @param day of looking
   */
  public static Gathered of(Basket basket, ReplySearcher replies, String base, LocalDate day) {
    Gathered gathered = new Gathered();
    for (Basket.Entry entry : basket.entries().stream().limit(Basket.MAX_ENTRIES).toList()) {
      Optional<PassageRef.Found> found = PassageRef.find(entry.ref(), replies::reply);
      if (found.isEmpty()) {
        gathered.gone.add(entry.ref());
      } else if (!gathered.refs.contains(found.get().ref())) {
        gathered.add(entry, found.get(), base, day);
      }
    }
    return gathered;
  }

  private void add(Basket.Entry entry, PassageRef.Found found, String base, LocalDate day) {
    Reply reply = found.reply();
    String letter = base + "/replies/" + reply.id();
    refs.add(found.ref());
    asked.add(entry.ref());
    excerpts.add(
        new Excerpt(
            reply,
            found.ref().section(),
            entry.note(),
            Citations.write(reply, Citations.Style.GBT7714, letter, day),
            base + LetterLine.at(reply, found.ref().section())));
  }

  /** In the basket's order. */
  public List<Excerpt> excerpts() {
    return List.copyOf(excerpts);
  }

  /** The page. */
  public CollectionPage page(Shell shell, List<String> errors) {
    List<CollectionPage.Item> items = new ArrayList<>();
    for (int at = 0; at < excerpts.size(); at++) {
      items.add(item(refs.get(at), asked.get(at), excerpts.get(at)));
    }
    return new CollectionPage(shell.of("摘录篮", "", List.of()), errors, items, gone, compareUrl());
  }

  private static CollectionPage.Item item(PassageRef ref, String asked, Excerpt excerpt) {
    String text = excerpt.text();
    boolean cut = text.length() > MAX_SHOWN;
    return new CollectionPage.Item(
        ref.text(),
        asked,
        LetterLine.of(excerpt.reply()),
        excerpt.heading(),
        LetterLine.at(excerpt.reply(), ref.section()),
        cut ? text.substring(0, MAX_SHOWN) + "……" : text,
        cut,
        excerpt.citation(),
        excerpt.note());
  }

  private String compareUrl() {
    List<String> ids = refs.stream().map(ref -> ref.id().value()).distinct().toList();
    return ids.size() < 2
        ? ""
        : ids.stream().limit(MAX_COMPARED).collect(Collectors.joining("&id=", "/compare?id=", ""));
  }
}
