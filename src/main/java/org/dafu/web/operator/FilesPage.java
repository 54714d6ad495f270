package org.dafu.web.operator;

import java.util.List;
import org.dafu.web.pages.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A list of files.
 *
 * @param frame around it
 * @param lists all lists, with how many are in each; this one selected
 * @param list its name in URLs
 * @param about what is in this list
 * @param q only files that hold this in path, title or reason; empty for all
 * @param total of all pages
 * @param rows of this page
 * @param previousUrl the page before; null on the first
 * @param nextUrl the page after; null on the last
 */
public record FilesPage(
    Frame frame,
    List<Choice> lists,
    String list,
    String about,
    String q,
    int total,
    List<Row> rows,
    @Nullable String previousUrl,
    @Nullable String nextUrl) {
  public FilesPage {
    lists = List.copyOf(lists);
    rows = List.copyOf(rows);
  }

  /**
   * A file.
   *
   * @param name its path, or the title of its letter
   * @param place the folder that it lies in, or place and agency of the letter
   * @param reason why it is in this list
   * @param facts size and time, who sent it
   * @param url of what can be done with it; null if nothing can
   */
  public record Row(String name, String place, String reason, String facts, @Nullable String url) {}
}
