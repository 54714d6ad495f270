package org.dafu.web.tools;

import java.util.List;
import org.dafu.web.pages.Shell;

/**
 * Gathered passages, in order, with notes.
 *
 * @param shell around it
 * @param errors one sentence each
 * @param items in order
 * @param gone what was asked for and may not, or no longer, be seen
 * @param compareUrl sets the letters beside one another; empty where there are fewer than two
 */
public record CollectionPage(
    Shell shell, List<String> errors, List<Item> items, List<String> gone, String compareUrl) {
  public CollectionPage {
    errors = List.copyOf(errors);
    items = List.copyOf(items);
    gone = List.copyOf(gone);
  }

  /**
   * A passage.
   *
   * @param ref what it is called, whatever it was asked for by
   * @param asked what it was asked for by
   * @param heading of the section; 全文 for a whole letter
   * @param url its place in the letter
   * @param text as printed; of a long one the beginning
   * @param cut whether it is only the beginning
   */
  public record Item(
      String ref,
      String asked,
      LetterLine letter,
      String heading,
      String url,
      String text,
      boolean cut,
      String citation,
      String note) {}
}
