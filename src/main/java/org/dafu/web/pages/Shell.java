package org.dafu.web.pages;

import java.util.List;
import org.dafu.web.ask.QueryString;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param title of the browser's window, without the product's name
 * @param q in the search box
 * @param kept parameters that a new search keeps: filters, order, unit
 * @param notice for all readers; null for none
 * @param stylesUrl the style sheet
 * @param iconUrl the icon
 */
public record Shell(
    String title,
    String q,
    List<QueryString.Parameter> kept,
    @Nullable String notice,
    String stylesUrl,
    String iconUrl) {
  public Shell {
    kept = List.copyOf(kept);
  }

  /** The same around a page of this title, with these words in the box. */
  public Shell of(String otherTitle, String words, List<QueryString.Parameter> parameters) {
    return new Shell(otherTitle, words, parameters, notice, stylesUrl, iconUrl);
  }
}
