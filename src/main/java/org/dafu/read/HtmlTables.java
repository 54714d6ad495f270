package org.dafu.read;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Tells tables and lists of terms (dl) that say something from those that lay out a page. */
final class HtmlTables {
  /** A cell of so many paragraphs, or with so much text, holds the page's text. */
  private static final int MANY_PARAGRAPHS = 6;

  private static final int LONG_CELL = 500;

  private HtmlTables() {}

  /**
   * Whether the element is read by rows and cells: a table of data, a list of terms, or a form
   * around a letter.
   */
  static boolean isTable(Element element) {
    return (element.normalName().equals("table") || element.normalName().equals("dl"))
        && !isLayout(element);
  }

  /** Whether it lays out a page: one column, tables within a table, or much text and no form. */
  static boolean isLayout(Element table) {
    if (table.selectFirst("td table, dd table") != null) {
      return true;
    }
    List<List<Element>> rows = rows(table);
    if (rows.stream().allMatch(row -> row.size() <= 1)) {
      return true; // one column holds no data side by side
    }
    return rows.stream().flatMap(List::stream).anyMatch(HtmlTables::isText)
        && rows.stream().noneMatch(HtmlTables::isLabelled);
  }

  /** Whether its rows say what a form around a letter does: number, title, who handles it. */
  static boolean isForm(Element table) {
    return isTable(table) && rows(table).stream().filter(HtmlTables::isLabelled).count() > 1;
  }

  private static boolean isText(Element cell) {
    return cell.select("p").size() > MANY_PARAGRAPHS || cell.text().length() > LONG_CELL;
  }

  private static boolean isLabelled(List<Element> row) {
    return row.size() > 1 && LayoutTable.isLabel(row.getFirst().text());
  }

  /** The cells of each row; of a list of terms each term with what it means. */
  static List<List<Element>> rows(Element table) {
    List<List<Element>> rows = new ArrayList<>();
    if (!table.normalName().equals("dl")) {
      table.select("tr").forEach(row -> rows.add(List.copyOf(row.select("td, th"))));
      return rows;
    }
    for (Element part : table.select("dt, dd")) {
      if (part.normalName().equals("dt") || rows.isEmpty()) {
        rows.add(new ArrayList<>());
      }
      rows.getLast().add(part);
    }
    return rows;
  }
}
