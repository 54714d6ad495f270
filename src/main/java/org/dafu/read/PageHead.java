package org.dafu.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.Selector;

/** What a page says of the letter outside of its main part: title, site, source, dates. */
final class PageHead {
  private static final Set<String> NO_TITLES = Set.of("a", "td", "th", "li");

  private static final Pattern LETTER_TITLE =
      Pattern.compile("答[复復複]|[复復複]函|回[复復複]|意[见見]|办理情况|關於|关于");

  private static final Pattern ANSWER = Pattern.compile("答[复復複]|[复復複]函|回[复復複]|[会會协協][办辦]意[见見]");

  /** Titles of the letters before and after this one. */
  private static final Pattern NEIGHBOUR = Pattern.compile("^[【\\[（(<《\\s]*[上下前后]一?[篇条页]");

  /** What sites keep such fields in. */
  private static final Evaluator FIELD_TABLE =
      Selector.evaluatorOf("table, .info, .xxgk, .headInfo, dl, ul.meta, .meta, .source, .laiyuan");

  private static final int SHORTEST_TITLE = 8;
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_FIELDS = 800;

  /** A line of a page that is longer is no label with its value. */
  static final int LONGEST_FIELD_LINE = 200;

  private final Document page;
  private final Element main;
  private final Set<Element> around;
  private final Set<Element> within;

  PageHead(Document page, Element main) {
    this.page = page;
    this.main = main;
    this.around = new HashSet<>(main.parents());
    this.within = new HashSet<>(main.getAllElements());
  }

  /**
   * A title in the page's head.
   *
   * @param start of the letter's title in the text that this node's lines up to
   * @param end where the name of the site begins
   */
  record HeadTitle(TextNode node, int start, int end) {}

  /** What the page says of itself in its head, as government sites have to: site, source, date. */
  Map<String, String> siteFields() {
    Map<String, String> fields = new TreeMap<>();
    metaField("SiteName", "网站", fields);
    metaField("PubDate", "发布日期", fields);
    metaField("ContentSource", "来源", fields);
    String title = page.title();
    int site = siteStart(title);
    if (site > 0 && !fields.containsKey("网站")) {
      fields.put("网站", title.substring(site + 1).strip());
    }
    return fields;
  }

  private static int siteStart(String title) {
    return Math.max(
        title.lastIndexOf('-'), Math.max(title.lastIndexOf('_'), title.lastIndexOf('|')));
  }

  private void metaField(String name, String label, Map<String, String> fields) {
    Element meta = page.selectFirst("meta[name=" + name + "]");
    if (meta != null && !meta.attr("content").isBlank()) {
      fields.put(label, meta.attr("content").strip());
    }
  }

  /** The element with the letter's title before the main part. */
  Optional<Element> titleOutside() {
    return page.select("h1, h2, h3").stream()
        .filter(this::isTitleOutside)
        .findFirst()
        .or(
            () ->
                page.body().getAllElements().stream()
                    .takeWhile(each -> !each.equals(main)) // what follows it is no title of it
                    .filter(each -> !NO_TITLES.contains(each.normalName()) && isTitleOutside(each))
                    .findFirst());
  }

  private boolean isTitleOutside(Element element) {
    return !around.contains(element)
        && !within.contains(element)
        && isTitle(element)
        && !HtmlReader.isChrome(element);
  }

  private static boolean isTitle(Element element) {
    if (!element.children().stream().allMatch(HtmlReader::isInline)) {
      return false;
    }
    String text = element.text().strip();
    return text.length() >= SHORTEST_TITLE
        && text.length() <= LONGEST_TITLE
        && namesLetter(text)
        && !NEIGHBOUR.matcher(text).find();
  }

  private static boolean namesLetter(String title) {
    return LETTER_TITLE.matcher(title).find()
        && (title.contains("提案")
            || title.contains("建议")
            || title.contains("议案")
            || title.contains("号"));
  }

  /** The title that only the page's head has, where no element of the page shows one. */
  Optional<HeadTitle> titleInHead() {
    Element element = page.selectFirst("head > title");
    if (element == null || element.textNodes().isEmpty()) {
      return Optional.empty();
    }
    TextNode node = element.textNodes().getFirst();
    String shown = node.text().strip();
    int site = siteStart(shown);
    String title = site > SHORTEST_TITLE ? shown.substring(0, site).strip() : shown;
    boolean own = title.length() <= LONGEST_TITLE && namesLetter(title);
    return own && ANSWER.matcher(title).find() && !isShown()
        ? Optional.of(new HeadTitle(node, 0, title.length()))
        : Optional.empty();
  }

  private boolean isShown() {
    return titleOutside().isPresent() || main.getAllElements().stream().anyMatch(PageHead::isTitle);
  }

  /** Tables and lines of metadata beside the main part. */
  List<Element> fieldsOutside() {
    List<Element> found = new ArrayList<>();
    page.body()
        .filter(
            (node, depth) -> {
              if (!(node instanceof Element element) || around.contains(element)) {
                return NodeFilter.FilterResult.CONTINUE;
              }
              boolean fields =
                  !within.contains(element)
                      && (isFieldTable(element) || isFieldLine(element))
                      && !HtmlReader.isChrome(element);
              if (fields) {
                found.add(element);
              }
              return fields || element.equals(main)
                  ? NodeFilter.FilterResult.SKIP_CHILDREN
                  : NodeFilter.FilterResult.CONTINUE;
            });
    return found;
  }

  private static boolean isFieldTable(Element element) {
    if (!element.is(FIELD_TABLE)) {
      return false;
    }
    String text = element.text();
    return text.length() < LONGEST_FIELDS
        && (text.contains("索引号")
            || text.contains("发布")
            || text.contains("文号")
            || text.contains("日期")
            || LayoutTable.isDocNumber(text)
            || HtmlTables.isForm(element));
  }

  private static boolean isFieldLine(Element element) {
    if (HtmlReader.isInline(element)
        || !element.children().stream().allMatch(HtmlReader::isInline)) {
      return false;
    }
    String text = element.text().replace('\u3000', ' ').replace('\u00a0', ' ');
    return text.length() <= LONGEST_FIELD_LINE
        && (PageFurniture.isFieldLine(text) || HtmlReader.isLabelRow(element));
  }
}
