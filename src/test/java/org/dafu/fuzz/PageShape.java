package org.dafu.fuzz;

/** Web pages that are deep, wide or broken. */
enum PageShape {
  NESTED_DIVS("<div>", "</div>"),
  NESTED_DIVS_WITH_TEXT("<div>发展养老服务，", "</div>"),
  NESTED_DIVS_WITH_TITLES("<div><h2>关于第1号提案的答复</h2>", "</div>"),
  NESTED_SPANS("<span>的", "</span>"),
  NESTED_BOLD("<b>", "</b>"),
  BOLD_NEVER_CLOSED("<p><b><i>的", ""),
  FONTS_NEVER_CLOSED("<p><font size=1><b>的", ""),
  NESTED_LISTS("<ul><li>", "</li></ul>"),
  NESTED_LINKS("<div><a href=a>链接", "</a></div>"),
  NESTED_TABLES("<table><tr><td>", "</td></tr></table>"),
  NESTED_TABLES_WITH_TEXT("<table><tr><td>发布日期：2020-01-02 文号</td><td>", "</td></tr></table>"),
  NESTED_FORMS("<form><fieldset>", "</fieldset></form>"),
  NESTED_QUOTES("<blockquote>的", "</blockquote>"),
  TABLES_NEVER_CLOSED("<table>", ""),
  CELLS_NEVER_CLOSED("<table><td>", ""),
  MANY_PARAGRAPHS("<p>发展养老服务。</p>"),
  MANY_BREAKS("发展养老服务<br>"),
  MANY_DIVS("<div>关于第1号提案的答复</div>"),
  MANY_HEADINGS("<h2>关于第1号提案的答复意见</h2>"),
  MANY_TABLES("<table><tr><td>发布日期</td><td>文号</td></tr></table>"),
  MANY_LISTS("<ul><li><a href=a>链接</a></li></ul>"),
  MANY_LINKS("<a href=a>链接</a>"),
  MANY_INPUTS("<input type=checkbox checked>是"),
  MANY_ENTITIES("&nbsp;&amp;&#20859;"),
  MANY_AMPERSANDS("&"),
  MANY_BRACKETS("<"),
  MANY_COMMENTS("<!--a-->"),
  COMMENTS_NEVER_CLOSED("<!--"),
  MANY_STRAY_ENDS("</p></div>"),
  HIDDEN("<div style='display:none'>的</div>"),
  CHROME("<div class='nav menu footer'>的</div>"),
  LONG_CLASS("nav-"),
  LONG_ROW("<td>是</td>"),
  LONG_TABLE("<tr><td>类别</td><td>是</td></tr>"),
  LONG_TEXT("的");

  private static final String TITLE = "<h1>关于对市政协第八届二次会议第36号提案的答复</h1>";
  private static final String LETTER =
      "<p>尊敬的王小明委员：</p><p>您提出的《关于发展社区养老服务的提案》收悉，现答复如下：</p>"
          + "<p>一、健全政策。我市印发《某某市养老服务发展规划》，投入6955万元。</p><p>某某市民政局</p><p>2023年6月8日</p>";

  private final String open;
  private final String close;
  private final boolean deep;

  /** A page with the letter inside so many of these. */
  PageShape(String open, String close) {
    this.open = open;
    this.close = close;
    this.deep = true;
  }

  /** A page with so many of these before the letter. */
  PageShape(String each) {
    this.open = each;
    this.close = "";
    this.deep = false;
  }

  /** A page of about so many units. */
  String page(int units) {
    int times = units / (open.length() + close.length());
    String many = open.repeat(times);
    return switch (this) {
      case LONG_CLASS -> around("<div class='" + many + "'>", "</div>");
      case LONG_ROW -> beside("<table><tr>" + many + "</tr></table>");
      case LONG_TABLE -> beside("<table>" + many + "</table>");
      default -> deep ? around(many, close.repeat(times)) : beside(many);
    };
  }

  private static String beside(String mass) {
    return around("<div>" + mass + "</div>", "");
  }

  private static String around(String before, String after) {
    return "<!DOCTYPE html><html><body>" + TITLE + before + LETTER + after + "</body></html>";
  }
}
