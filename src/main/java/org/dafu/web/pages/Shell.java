package org.dafu.web.pages;

import java.util.ArrayList;
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
 * @param current path of the place in the bar that the page belongs to; empty for none
 * @param stylesUrls style sheets, in order
 * @param scriptUrls scripts, in order; no page needs one to work
 * @param iconUrl the icon
 */
public record Shell(
    String title,
    String q,
    List<QueryString.Parameter> kept,
    @Nullable String notice,
    String current,
    List<String> stylesUrls,
    List<String> scriptUrls,
    String iconUrl) {
  private static final List<Choice> PLACES =
      List.of(
          new Choice("检索", "/", false),
          new Choice("找先例", "/precedents", false),
          new Choice("对照", "/compare", false),
          new Choice("摘录篮", "/collection", false),
          new Choice("图表", "/charts", false));

  public Shell {
    kept = List.copyOf(kept);
    stylesUrls = List.copyOf(stylesUrls);
    scriptUrls = List.copyOf(scriptUrls);
  }

  /** The places of the bar, the current one selected. */
  public List<Choice> places() {
    return PLACES.stream()
        .map(place -> new Choice(place.label(), place.url(), place.url().equals(current)))
        .toList();
  }

  /** The same around a page of this title, with these words in the box. */
  public Shell of(String otherTitle, String words, List<QueryString.Parameter> parameters) {
    return new Shell(
        otherTitle, words, parameters, notice, current, stylesUrls, scriptUrls, iconUrl);
  }

  /** The same around a page of this place of the bar. */
  public Shell at(String place) {
    return new Shell(title, q, kept, notice, place, stylesUrls, scriptUrls, iconUrl);
  }

  /** The same with scripts of the page's own after those of every page. */
  public Shell withScripts(List<String> urls) {
    List<String> all = new ArrayList<>(scriptUrls);
    all.addAll(urls);
    return new Shell(title, q, kept, notice, current, stylesUrls, all, iconUrl);
  }
}
