package org.dafu.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Pages of government sites: the main text, found among menus and lists, as lines and tables. */
final class HtmlReader {
  private static final Set<String> LINE_ELEMENTS =
      Set.of(
          ("p div section article main li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre center"
                  + " form fieldset figure figcaption td tr th tbody thead table body")
              .split(" ", -1));

  private static final Set<String> CHROME_ELEMENTS = Set.of("header", "footer", "nav", "aside");
  private static final Set<String> RUNNING = Set.of("p", "ul", "ol");
  private static final Set<String> PARTS_OF_TABLES = Set.of("table", "tbody", "tr");
  private static final Set<String> LISTS = Set.of("ul", "ol", "dl");
  private static final Set<String> NO_TITLES = Set.of("a", "td", "th", "li");

  private static final String NEVER_TEXT =
      "script, style, noscript, template, iframe, object, select, option, button, nav, svg, link,"
          + " [style~=(?i)display\\s*:\\s*none], [hidden]";

  private static final Pattern CHROME_NAME =
      Pattern.compile(
          "(?i)(?:^|[-_\\s])(?:nav|menu|breadcrumb|crumbs?|footer|foot|share|sidebar|toolbar|copyright|topbar|header)(?:$|[-_\\s\\d])");

  private static final Pattern LETTER_TITLE =
      Pattern.compile("答[复復複]|[复復複]函|回[复復複]|意[见見]|办理情况|關於|关于");

  /** A part holds the letter if at least this share of the page's running text is in it. */
  private static final double MAIN_SHARE = 0.75;

  private final List<RawBlock> blocks = new ArrayList<>();
  private final Map<String, String> fields = new TreeMap<>();
  private final String source;

  /** The elements that have a link in them: looked up for every element, so told once. */
  private final Set<Element> aroundLinks;

  private MappedText line = new MappedText();

  private HtmlReader(String source, Set<Element> aroundLinks) {
    this.source = source;
    this.aroundLinks = aroundLinks;
  }

  /**
   * What was read of a page.
   *
   * @param blocks the lines and tables of its main part
   * @param fields what its head says, by label
   */
  record Page(List<RawBlock> blocks, Map<String, String> fields) {}

  /**
   * Reads a page.
   *
   * @param source the page, decoded
   */
  static Page read(String source) {
    Document page = Jsoup.parse(source, "", Parser.htmlParser().setTrackPosition(true));
    page.select(NEVER_TEXT).remove();
    HtmlReader reader = new HtmlReader(source, aroundLinks(page));
    Element main = mainPart(page.body());
    reader.siteFields(page);
    reader.titleOutside(page, main);
    reader.fieldsOutside(page.body(), main);
    reader.walk(main, 0);
    reader.endLine(0);
    return new Page(reader.blocks, reader.fields);
  }

  /** Goes down into the child that holds most running text, as long as one does. */
  private static Element mainPart(Element body) {
    Map<Element, Integer> running = new HashMap<>();
    double enough = MAIN_SHARE * weigh(body, running);
    Element part = body;
    while (true) {
      Element next = null;
      for (Element child : part.children()) {
        if (!isInline(child) && running.getOrDefault(child, 0) >= enough) {
          next = child;
        }
      }
      if (next == null || RUNNING.contains(next.normalName())) {
        return part;
      }
      if (PARTS_OF_TABLES.contains(next.normalName()) && !isLayout(next)) {
        return part;
      }
      part = next;
    }
  }

  /**
   * Counts the characters of running text in each element: what is outside of links, headers and
   * footers.
   */
  private static int weigh(Element element, Map<Element, Integer> running) {
    if (element.normalName().equals("a") || isChromeItself(element)) {
      return 0;
    }
    int length = element.ownText().length();
    for (Element child : element.children()) {
      length += weigh(child, running);
    }
    running.put(element, length);
    return length;
  }

  private static boolean isChromeItself(Element element) {
    return CHROME_ELEMENTS.contains(element.normalName())
        || isChromeName(element.className())
        || isChromeName(element.id());
  }

  private static boolean isChromeName(String name) {
    return !name.isEmpty() && CHROME_NAME.matcher(name).find();
  }

  private static boolean isChrome(Element element) {
    for (Element up = element; up != null; up = up.parent()) {
      if (isChromeItself(up)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInline(Element element) {
    return !LINE_ELEMENTS.contains(element.normalName());
  }

  /** What the page says of itself in its head, as government sites have to: site, source, date. */
  private void siteFields(Document page) {
    metaField(page, "SiteName", "网站");
    metaField(page, "PubDate", "发布日期");
    metaField(page, "ContentSource", "来源");
    String title = page.title();
    int dash =
        Math.max(title.lastIndexOf('-'), Math.max(title.lastIndexOf('_'), title.lastIndexOf('|')));
    if (dash > 0 && !fields.containsKey("网站")) {
      fields.put("网站", title.substring(dash + 1).strip());
    }
  }

  private void metaField(Document page, String name, String label) {
    Element meta = page.selectFirst("meta[name=" + name + "]");
    if (meta != null && !meta.attr("content").isBlank()) {
      fields.put(label, meta.attr("content").strip());
    }
  }

  /**
   * The title often stands above the main part; it is read first, so that the letter begins with
   * it.
   */
  private void titleOutside(Document page, Element main) {
    Optional<Element> title =
        page.select("h1, h2, h3").stream()
            .filter(each -> isTitleOutside(each, main))
            .findFirst()
            .or(
                () ->
                    page.body().getAllElements().stream()
                        .takeWhile(each -> !each.equals(main)) // what follows it is no title of it
                        .filter(
                            each ->
                                !NO_TITLES.contains(each.normalName())
                                    && isTitleOutside(each, main))
                        .findFirst());
    title.ifPresent(
        element -> {
          walk(element, 1);
          endLine(1);
        });
  }

  private static boolean isTitleOutside(Element element, Element main) {
    boolean oneLine = element.children().stream().allMatch(HtmlReader::isInline);
    if (!oneLine || element.equals(main) || isAround(element, main) || isAround(main, element)) {
      return false;
    }
    String text = element.text().strip();
    return text.length() >= 8 && text.length() <= 120 && namesLetter(text) && !isChrome(element);
  }

  private static boolean isAround(Element outer, Element inner) {
    Element up = inner.parent();
    while (up != null && !up.equals(outer)) {
      up = up.parent();
    }
    return up != null;
  }

  private static boolean namesLetter(String title) {
    boolean answer = LETTER_TITLE.matcher(title).find();
    return answer
        && (title.contains("提案")
            || title.contains("建议")
            || title.contains("议案")
            || title.contains("号"));
  }

  /** Tables of metadata beside the main part. */
  private void fieldsOutside(Element body, Element main) {
    for (Element table :
        body.select("table, .info, .xxgk, .headInfo, dl, ul.meta, .meta, .source, .laiyuan")) {
      if (table.equals(main) || isAround(main, table) || isAround(table, main)) {
        continue;
      }
      String text = isChrome(table) ? "" : table.text();
      boolean fields =
          text.contains("索引号") || text.contains("发布") || text.contains("文号") || text.contains("日期");
      if (text.length() < 800 && fields) {
        element(table, 0);
        endLine(0);
      }
    }
  }

  private void walk(Node node, int headingLevel) {
    for (Node child : node.childNodes()) {
      if (child instanceof TextNode text) {
        text(text);
      } else if (child instanceof Element element) {
        element(element, headingLevel);
      }
    }
  }

  private void element(Element element, int headingLevel) {
    String name = element.normalName();
    if (name.equals("br")) {
      endLine(headingLevel);
    } else if (name.equals("input")) {
      box(element);
    } else if (name.equals("table") && !isLayout(element)) {
      endLine(headingLevel);
      table(element);
    } else if (isInline(element)) {
      walk(element, headingLevel);
    } else if (!isSkipped(element)) {
      boolean heading =
          name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
      int level = heading ? name.charAt(1) - '0' : headingLevel;
      endLine(headingLevel);
      walk(element, level);
      endLine(level);
    }
  }

  private boolean isSkipped(Element element) {
    return isChromeItself(element) || isLinkList(element);
  }

  private static Set<Element> aroundLinks(Document page) {
    Set<Element> around = new HashSet<>();
    for (Element link : page.select("a")) {
      Element up = link.parent();
      while (up != null && around.add(up)) {
        up = up.parent();
      }
    }
    return around;
  }

  /** A list of other pages: nothing but links. */
  private boolean isLinkList(Element element) {
    if (!aroundLinks.contains(element)) {
      return false;
    }
    String text = element.text();
    String links = element.select("a").text();
    return text.length() > 0
        && links.length() * 10 >= text.length() * 8
        && (LISTS.contains(element.normalName()) || element.select("a").size() > 2);
  }

  /**
   * A table that lays out a page rather than data: some cell holds long text or a table of its own.
   */
  private static boolean isLayout(Element table) {
    if (table.selectFirst("td table") != null) {
      return true;
    }
    for (Element cell : table.select("td")) {
      if (cell.select("p").size() > 6 || cell.text().length() > 500) {
        return true;
      }
    }
    return false;
  }

  private void table(Element table) {
    List<List<MappedText>> rows = new ArrayList<>();
    for (Element row : table.select("tr")) {
      List<MappedText> cells = new ArrayList<>();
      for (Element cell : row.select("td, th")) {
        HtmlReader inner = new HtmlReader(source, aroundLinks);
        inner.walk(cell, 0);
        inner.endLine(0);
        cells.add(inner.asOneLine());
      }
      if (cells.stream().anyMatch(cell -> cell.length() > 0)) {
        rows.add(cells);
      }
    }
    if (!rows.isEmpty()) {
      blocks.add(new RawBlock.Table(rows));
    }
  }

  private MappedText asOneLine() {
    MappedText all = new MappedText();
    for (RawBlock block : blocks) {
      if (block instanceof RawBlock.Line each) {
        if (all.length() > 0) {
          all.append(' ', each.text().origin(0));
        }
        all.append(each.text());
      }
    }
    return all;
  }

  private void box(Element input) {
    String type = input.attr("type");
    if (type.equals("checkbox") || type.equals("radio")) {
      boolean ticked = input.hasAttr("checked");
      line.append(
          ticked ? InlineMarkup.TICKED : InlineMarkup.EMPTY_BOX, start(input.sourceRange()));
    }
  }

  private static int start(Range range) {
    return range.isTracked() ? Math.max(0, range.startPos()) : 0;
  }

  /** Adds text with white space folded, following the source through its entities. */
  private void text(TextNode node) {
    String text = node.getWholeText();
    int origin = start(node.sourceRange());
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      int here = origin;
      origin = next(origin);
      if (!MappedText.isSpace(unit)) {
        line.append(unit, here);
      } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
        line.append(' ', here);
      }
    }
  }

  private int next(int origin) {
    if (origin < source.length() && source.charAt(origin) == '&') {
      int semicolon = source.indexOf(';', origin, Math.min(origin + 12, source.length()));
      if (semicolon > 0) {
        return semicolon + 1;
      }
    }
    return Math.min(origin + 1, source.length());
  }

  private void endLine(int headingLevel) {
    MappedText text = line.strip();
    line = new MappedText();
    if (text.length() > 0) {
      blocks.add(new RawBlock.Line(text, headingLevel, true));
    }
  }
}
