package org.dafu.read;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** Tells tables and lists of terms (dl) that say something from those that lay out a page. */
final class HtmlTables {
  /**
   * What holds one of its kind is read from outside inwards: by rows, the cells of the inner one
   * would be the outer one's as well.
   */
  private static final Evaluator NESTED =
      Selector.evaluatorOf("td table, th table, dl table, dl dl");

  private HtmlTables() {}

  /**
   * Whether the element is read by rows and cells: a table of data, a list of terms, or a form
   * around a letter.
   */
  static boolean isTable(Element element) {
    return (element.normalName().equals("table") || element.normalName().equals("dl"))
        && !isLayout(element);
  }

  /**
   * Whether it lays out a page: one column, tables within a table, much text and no form, or terms
   * with text between them.
   */
  static boolean isLayout(Element table) {
    boolean terms = table.normalName().equals("dl");
    if (table.selectFirst(NESTED) != null || (terms && hasOtherThanTerms(table))) {
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

  /** Whether something stands in a list of terms that rows of them would lose. */
  private static boolean hasOtherThanTerms(Element list) {
    return !list.ownText().isBlank()
        || list.children().stream()
            .anyMatch(
                child ->
                    switch (child.normalName()) {
                      case "dt", "dd", "br" -> false;
                      case "div" -> hasOtherThanTerms(child); // around a term and what it means
                      default -> true;
                    });
  }

  private static boolean isText(Element cell) {
    return LayoutTable.isText(new LayoutTable.Cell(cell.select("p").size(), cell.text()));
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
