package org.dafu.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
import org.jspecify.annotations.Nullable;

/** Pages of government sites: the main text, found among menus and lists, as lines and tables. */
final class HtmlReader {
  private static final Set<String> LINE_ELEMENTS =
      Set.of(
          ("p div section article main li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre center"
                  + " form fieldset figure figcaption td tr th tbody thead table body")
              .split(" ", -1));

  private static final Set<String> BOLD = Set.of("b", "strong");

  /** Pages set sentences in bold for their looks; in Markdown longer bold lines are believed. */
  private static final int LONGEST_BOLD_HEADING = 40;

  private static final Set<String> CHROME_ELEMENTS = Set.of("header", "footer", "nav", "aside");
  private static final Set<String> RUNNING = Set.of("p", "ul", "ol");
  private static final Set<String> PARTS_OF_TABLES = Set.of("table", "tbody", "tr", "dl");

  private static final String NEVER_TEXT =
      "script, style, noscript, template, iframe, object, option:not([selected]), button, nav, svg,"
          + " link, textarea, [style~=(?i)display\\s*:\\s*none],"
          + " [style~=(?i)visibility\\s*:\\s*hidden], [style~=(?i)font-size\\s*:\\s*0(?![.\\d])],"
          + " [hidden]";

  /** What boxes of a form show before anything is chosen or typed. */
  private static final Pattern NOTHING_CHOSEN =
      Pattern.compile("^\\s*(?:$|请|全部|不限|搜索|关键[字词]|[-—=])");

  /** Files that a page leads to. */
  private static final String FILES = "a[href~=(?i)\\.(?:pdf|docx?|wps|ofd|rtf|zip|rar)\\b]";

  /** A page with less text, titles and all, is not the letter that it leads to. */
  private static final int SHORT_PAGE = 200;

  private static final Pattern CHROME_NAME =
      Pattern.compile(
          "(?i)(?:^|[-_\\s])(?:nav|menu|breadcrumb|crumbs?|footer|foot|share|sidebar|toolbar|copyright|topbar|header)(?:$|[-_\\s\\d])");

  /** A part holds the letter if at least this share of the page's running text is in it. */
  private static final double MAIN_SHARE = 0.75;

  private final List<RawBlock> blocks = new ArrayList<>();
  private final Map<String, String> fields = new TreeMap<>();
  private final String source;

  private final LinkLists linkLists;
  private final Deadline deadline;

  private MappedText line = new MappedText();
  private RawBlock.@Nullable Table labelRows;

  private final ListNumbers listNumbers = new ListNumbers();

  /** The number of a list's item, until its text begins. */
  private String label = "";

  /** Within pre, where a line of the source is a line. */
  private boolean preformatted;

  /** Elements around the text that set it in bold. */
  private int bold;

  /** Whether the line so far is bold as a whole. */
  private boolean allBold = true;

  /** Within a cell, whose label rows are lines of it. */
  private boolean withinCell;

  private HtmlReader(String source, LinkLists linkLists, Deadline deadline) {
    this.source = source;
    this.linkLists = linkLists;
    this.deadline = deadline;
  }

  /**
   * What was read of a page.
   *
   * @param blocks the lines and tables of its main part
   * @param fields what its head says, by label
   * @param attached the name of the file that the letter itself seems to be in; null if it is here
   */
  record Page(List<RawBlock> blocks, Map<String, String> fields, @Nullable String attached) {}

  /**
   * Reads a page.
   *
   * @param source the page, decoded
   * @throws Deadline.TooMuchException if it takes too long
   */
  static Page read(String source) throws Deadline.TooMuchException {
    Deadline deadline = Deadline.in(Deadline.LONGEST_READING);
    Document page = Jsoup.parse(source, "", Parser.htmlParser().setTrackPosition(true));
    page.select(NEVER_TEXT).remove();
    page.select("option").removeIf(option -> NOTHING_CHOSEN.matcher(option.text()).find());
    HtmlReader reader = new HtmlReader(source, new LinkLists(page), deadline);
    Element main = mainPart(page.body());
    PageHead head = new PageHead(page, main);
    reader.fields.putAll(head.siteFields());
    reader.title(head);
    for (Element element : head.fieldsOutside()) {
      reader.element(element, 0);
      reader.endLine(0);
    }
    reader.preformatted = main.normalName().equals("pre");
    reader.walk(main, 0);
    reader.endLine(0);
    return new Page(reader.blocks, reader.fields, reader.attached(page));
  }

  private @Nullable String attached(Document page) {
    int length = 0;
    for (RawBlock block : blocks) {
      length +=
          switch (block) {
            case RawBlock.Line line -> line.text().length();
            case RawBlock.Table table -> SHORT_PAGE;
          };
    }
    Element file = length < SHORT_PAGE ? page.selectFirst(FILES) : null;
    return file == null ? null : file.text().strip();
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
      if (PARTS_OF_TABLES.contains(next.normalName()) && !HtmlTables.isLayout(next)) {
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

  /**
   * The title often stands above the main part, or in the page's head only; it is read first, so
   * that the letter begins with it.
   */
  private void title(PageHead head) throws Deadline.TooMuchException {
    Optional<Element> outside = head.titleOutside();
    if (outside.isPresent()) {
      walk(outside.get(), 1);
      endLine(1);
    }
    head.titleInHead()
        .ifPresent(
            title -> {
              text(title.node());
              line = line.part(title.start(), title.end());
              endLine(1);
            });
  }

  private static boolean isChromeItself(Element element) {
    return CHROME_ELEMENTS.contains(element.normalName())
        || isChromeName(element.className())
        || isChromeName(element.id());
  }

  private static boolean isChromeName(String name) {
    return !name.isEmpty() && CHROME_NAME.matcher(name).find();
  }

  static boolean isChrome(Element element) {
    for (Element up = element; up != null; up = up.parent()) {
      if (isChromeItself(up)) {
        return true;
      }
    }
    return false;
  }

  static boolean isInline(Element element) {
    return !LINE_ELEMENTS.contains(element.normalName());
  }

  private void walk(Node node, int headingLevel) throws Deadline.TooMuchException {
    for (Node child : node.childNodes()) {
      if (child instanceof TextNode text) {
        text(text);
      } else if (child instanceof Element element) {
        element(element, headingLevel);
      }
    }
  }

  private void element(Element element, int headingLevel) throws Deadline.TooMuchException {
    deadline.check();
    String name = element.normalName();
    if (name.equals("br")) {
      endLine(headingLevel);
    } else if (name.equals("input")) {
      input(element);
    } else if (HtmlTables.isTable(element)) {
      endLine(headingLevel);
      if (!name.equals("dl") || !isSkipped(element)) {
        table(element);
      }
    } else if (isInline(element)) {
      bold += BOLD.contains(name) ? 1 : 0;
      walk(element, headingLevel);
      bold -= BOLD.contains(name) ? 1 : 0;
    } else if (!withinCell && isLabelRow(element)) {
      endLine(headingLevel);
      labelRow(element);
    } else if (!isSkipped(element)) {
      block(element, headingLevel);
    }
  }

  /** Reads an element whose text stands in lines of its own. */
  private void block(Element element, int headingLevel) throws Deadline.TooMuchException {
    String name = element.normalName();
    boolean heading =
        name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    int level = heading ? name.charAt(1) - '0' : headingLevel;
    boolean outside = preformatted;
    preformatted |= name.equals("pre");
    endLine(headingLevel);
    String number = listNumbers.label(element);
    label = number.isEmpty() ? label : number;
    walk(element, level);
    endLine(level);
    label = number.isEmpty() ? label : ""; // of an item without text
    preformatted = outside;
  }

  /** Labels and values side by side that only their styles part: 索引号, 文号, 发布日期. */
  static boolean isLabelRow(Element element) {
    return element.childrenSize() >= 2
        && element.children().stream().allMatch(HtmlReader::isInline)
        && element.ownText().isBlank()
        && element.text().length() <= PageHead.LONGEST_FIELD_LINE
        && LayoutTable.isLabel(element.child(0).text());
  }

  private void labelRow(Element element) throws Deadline.TooMuchException {
    List<List<MappedText>> rows = new ArrayList<>();
    if (labelRows != null && !blocks.isEmpty() && blocks.getLast().equals(labelRows)) {
      rows.addAll(labelRows.rows());
      blocks.removeLast();
    }
    List<MappedText> cells = new ArrayList<>();
    for (Element child : element.children()) {
      cells.add(LayoutTable.asOneLine(cell(child)));
    }
    rows.add(cells);
    labelRows = new RawBlock.Table(rows);
    blocks.add(labelRows);
  }

  private boolean isSkipped(Element element) {
    return isChromeItself(element) || linkLists.contains(element);
  }

  private void table(Element table) throws Deadline.TooMuchException {
    for (Element caption : table.select("> caption")) {
      walk(caption, 0);
      endLine(0);
    }
    List<List<List<RawBlock>>> rows = new ArrayList<>();
    for (List<Element> row : HtmlTables.rows(table)) {
      List<List<RawBlock>> cells = new ArrayList<>();
      for (Element cell : row) {
        cells.add(cell(cell));
      }
      rows.add(cells);
    }
    blocks.addAll(LayoutTable.blocks(rows));
  }

  private List<RawBlock> cell(Element element) throws Deadline.TooMuchException {
    HtmlReader inner = new HtmlReader(source, linkLists, deadline);
    inner.withinCell = true;
    inner.walk(element, 0);
    inner.endLine(0);
    return inner.blocks;
  }

  private void input(Element input) {
    String value = input.attr("value").strip();
    String shown =
        switch (input.attr("type").toLowerCase(Locale.ROOT)) {
          case "checkbox", "radio" ->
              input.hasAttr("checked") ? InlineMarkup.TICKED : InlineMarkup.EMPTY_BOX;
          case "", "text" -> NOTHING_CHOSEN.matcher(value).find() ? "" : value;
          default -> "";
        };
    line.append(shown, start(input.sourceRange()));
    allBold &= shown.isEmpty() || bold > 0;
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
        line.append(label, here);
        label = "";
        line.append(unit, here);
        allBold &= bold > 0;
      } else if (unit == '\n' && preformatted) {
        endLine(0);
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
      label = "";
      boolean heading = headingLevel == 0 && allBold && text.length() <= LONGEST_BOLD_HEADING;
      blocks.add(new RawBlock.Line(text, heading ? RawBlock.Line.BOLD_LEVEL : headingLevel, true));
    }
    allBold = true;
  }
}
