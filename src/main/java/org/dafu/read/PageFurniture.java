package org.dafu.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Sets aside what stands around a letter on a page: navigation, counters, page numbers, stamps
 * printed again and again; and reads what the page says of the letter (索引号, 发布日期).
 */
final class PageFurniture {
  private static final String FIELD_NAMES =
      "信息索引号|索\\s*[引取]\\s*号|公开主体|公开目录|公开类型|公布日期|公布时间|录入时间|上传时间|成文时间|发文时间|办理结果|办理类别|公布机构|主题分类|主题词|关键词|关键字|发布机构|发文机关|发布单位|信息来源|文章来源|来\\s*源|稿源|发文字号|发文文号|发布文号|文\\s*号|文\\s*件\\s*编\\s*号|生成日期|成文日期|发文日期|印发日期|发布日期|发布时间|编辑日期|编辑时间|公开日期|公开时间|更新时间|信息时间|日\\s*期|时\\s*间"
          + "|公开类别|公开方式|公开属性|公开形式|公开范围|公开时限|公开程度|公开责任部门|有\\s*效\\s*性|效力状态|是否有效|信息名称|文件名称|标\\s*题|名\\s*称|组配分类|体裁分类|体\\s*裁|内容概述|信息分类|服务对象|责任编辑|编\\s*辑|作\\s*者|责编"
          + "|浏览次数|阅读次数|点击次数|点击数|点击量|访问次数|访问量|浏览量|阅读量|点击率|人气|阅读|浏览|点击|字\\s*号|字体大小|字\\s*体|保护视力色|视力保护色|分享到?|扫一扫";

  private static final Wording FIELD =
      Wording.of("(?:^|[\\s|【\\[（(])(" + FIELD_NAMES + ")\\s*[】\\]]?\\s*[：:]\\s*");

  /** A further label in a line that begins with one: nothing need part it from the value before. */
  private static final Wording NEXT_FIELD =
      Wording.of("(" + FIELD_NAMES + ")\\s*[】\\]]?\\s*[：:]\\s*");

  /** A date, perhaps with the time of day. */
  private static final String DATE =
      "((?:19|20)\\d{2}[-./年]\\d{1,2}[-./月]\\d{1,2}日?)(?:\\s*\\d{1,2}:\\d{2}(?::\\d{2})?)?";

  /** A date that a line of fields begins with. */
  private static final Wording BARE_DATE = Wording.of("^[\\[【(]?" + DATE + "[\\]】)]?\\s*");

  /** A date between bars behind the value of a field. */
  private static final Wording DATE_BESIDE = Wording.of("\\s*[|｜]\\s*" + DATE + "\\s*(?:[|｜].*)?$");

  private static final Wording LABEL_LINE =
      Wording.of("[\\[【(]?\\s*(" + FIELD_NAMES + ")\\s*[\\]】)]?\\s*[：:]?");

  private static final String GO =
      "上一篇|下一篇|上一条|下一条|上一页|下一页|上篇|下篇|前一篇|后一篇|打印(?:本页|此页|文章|页面)?|关闭(?:窗口|本页|页面)?|返回(?:顶部|首页|列表|上页)?|收藏(?:本页)?|加入收藏|我要纠错|纠错|网站首页|首页|无障碍(?:浏览|阅读|版)?|繁體版?|繁体版?|简体版?|大\\s*中\\s*小|\\[?大\\]?\\s*\\[?中\\]?\\s*\\[?小\\]?|扫一扫|分享(?:到|至)?|微信|微博|手机版|友情链接|技术支持|网站地图|联系我们|关于我们|字\\s*体|QQ空间|QQ好友|微信好友|朋友圈|相关(?:链接|文章|阅读|附件|新闻|信息)";

  /** A line of nothing but such words. */
  private static final Wording LINKS =
      Wording.of(
          "^(?:[\\s【】\\[\\]()（）<>《》|｜/·•:：,，、-]{0,6}(?:"
              + GO
              + ")){1,12}[\\s【】\\[\\]()（）<>《》|｜/·•:：,，、-]{0,6}$");

  /** Such words with what they lead to, or what a site says of itself. */
  private static final Wording NAVIGATION =
      Wording.of(
          "^[【\\[（(<《]{0,3}\\s*(?:(?:上一篇|下一篇|上一条|下一条|上一页|下一页|上篇|下篇|前一篇|后一篇)|(?:您?|你)?(?:当前|现在|所在)的?(?:所在)?位置\\s*[：:]|相关(?:链接|文章|阅读|附件|新闻|信息)\\s*[：:]|首页\\s*[>＞»/]|扫一扫|微信扫|手机(?:看|扫)|主办(?:单位)?[：:].*(?:承办|备案|标识码|版权|维护|网站)|版权所有|[Cc]opyright|COPYRIGHT|©|网站标识码|备案号|ICP备|公网安备|(?:分享(?:到|至)?|技术支持|友情链接)\\s*[：:][^。，,；]{0,60}$).*$");

  private static final Wording SITE = Wording.of("^网站标识码|^备案号|^(?:ICP备|公网安备)");

  private static final Wording REGISTRATION = Wording.of("^[\\u4e00-\\u9fa5](?:ICP备|公网安备)");

  /** What else stands in a site's footer. */
  private static final Wording OF_FOOTER =
      Wording.of("电话|地址|邮编|传真|邮箱|浏览器|分辨率|访问量|您是第|无障碍|网站地图|关于我们");

  /** How often a page was read, perhaps behind its date. */
  private static final Wording READERS =
      Wording.of("^[\\[【(]?(?:阅读|浏览|点击|访问|人气)(?:次数|量|数)?\\s*[：:]?\\s*\\d+\\s*[次人]?[\\]】)]?$");

  private static final Wording PAGE_NUMBER =
      Wording.of(
          "^[-—–－－﹣·•_\\s]{1,4}\\d{1,3}[-—–－－﹣·•_\\s]{1,4}$|^第\\s*(?:\\d{1,3}|[一二三四五六七八九十]{1,3})\\s*页(?:\\s*[/，,共]?\\s*共?\\s*(?:\\d{1,3}|[一二三四五六七八九十]{1,3})\\s*页)?$"
              + "|^共\\s*\\d{1,3}\\s*页[\\s，,/]*第\\s*\\d{1,3}\\s*页$|^[Pp]age\\s*\\d{1,3}\\s*of\\s*\\d{1,3}$|^\\d{1,3}\\s*/\\s*\\d{1,3}$");

  /** Where the answer begins. */
  private static final Wording ANSWER = Wording.of("收悉|[答回函]复如下|现答复");

  /** What no value of a field does: it ends like a sentence, or speaks of money. */
  private static final Wording SAYS = Wording.of("[。；;]$|\\d(?:万|亿|千|百)?元");

  private static final Wording TIME_OF_DAY = Wording.of("\\d{1,2}[:：]\\d{2}");

  /** Labels of a letter's own form: a table that has one is no page's. */
  private static final Wording OF_FORM =
      Wording.of(
          "^"
              + BrokenLines.MEETING
              + "|^签发人|^(?:联系|经办|承办)人|^(?:提案|建议|议案)(?:编号|案号|者)|^案由|^(?:委员|代表)(?:签名|意见|对)|^(?:满意|反馈)");

  /** Labels that only pages bear. */
  private static final Set<String> OF_PAGE =
      Set.of(
          "索引号", "信息索引号", "发布机构", "发布日期", "发文字号", "公开类别", "公开方式", "公开时限", "生成日期", "成文日期", "主题分类",
          "组配分类", "有效性");

  /** 公开责任部门 has six units; twice as many leave room for brackets, a colon and spaces. */
  static final int LONGEST_LABEL = 12;

  private static final int LONGEST_LABEL_LINE = 40;
  private static final int LONGEST_FURNITURE = 200;
  private static final int STAMP_REPEATS = 3;
  private static final int LONG_PARAGRAPH = 20;
  private static final int LONGEST_STAMP = 12;

  private final Folding folding;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private int stamps;
  private int copies;
  private boolean footer;

  /**
   * Whether the answer itself has begun: what looks like a field may be a part of it from there.
   */
  private boolean answered;

  /** Whether the line before ends with a colon, so that the next one may be what it announces. */
  private boolean announced;

  PageFurniture(Folding folding) {
    this.folding = folding;
  }

  /** Fields found so far, by label without white space. */
  Map<String, String> fields() {
    return fields;
  }

  /** Lines set aside because they were printed again and again. */
  int stamps() {
    return stamps;
  }

  /** The blocks without furniture. */
  List<RawBlock> setAside(List<RawBlock> blocks) {
    Map<String, Integer> repeats = countShortLines(blocks);
    List<RawBlock> kept = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      switch (blocks.get(i)) {
        case RawBlock.Line line -> {
          if (i + 1 < blocks.size() && takeLabelAndValue(line, blocks.get(i + 1))) {
            i++;
          } else if (!isFurniture(line, repeats)) {
            kept.add(line);
            Presence text = line.text().folded(folding);
            answered = answered || ANSWER.in(text);
            announced = text.text().endsWith(":");
          }
        }
        case RawBlock.Table table -> {
          if (!takeFields(table)) {
            kept.add(table);
          }
        }
      }
    }
    return kept;
  }

  /**
   * A label on a line of its own, its value on the next: what is left of a list without its layout.
   */
  private boolean takeLabelAndValue(RawBlock.Line line, RawBlock following) {
    if (line.text().length() > LONGEST_LABEL_LINE) {
      return false;
    }
    Presence folded = line.text().folded(folding);
    if (!LABEL_LINE.is(folded) || !(following instanceof RawBlock.Line next)) {
      return false;
    }
    String value = next.text().toString();
    if (value.length() > 60 || LABEL_LINE.is(next.text().folded(folding))) {
      return false;
    }
    Hits label = LABEL_LINE.matcher(folded);
    boolean ofAnswer =
        answered && label.matches() && !OF_PAGE.contains(label.group(1).replaceAll("\\s", ""));
    if (ofAnswer || SAYS.in(next.text().folded(folding))) {
      return false;
    }
    if (label.matches()) {
      fields.putIfAbsent(label.group(1).replaceAll("\\s", ""), value);
    }
    return true;
  }

  private boolean isFurniture(RawBlock.Line line, Map<String, Integer> repeats) {
    if (line.text().length() > LONGEST_FURNITURE) {
      return false;
    }
    boolean stamp =
        !repeats.isEmpty()
            && repeats.getOrDefault(line.text().toString(), 0) >= STAMP_REPEATS * copies;
    if (stamp) {
      stamps++;
      return true;
    }
    Presence text = line.text().folded(folding);
    boolean registered = REGISTRATION.in(text) || SITE.in(text);
    footer |= registered;
    return registered
        || (footer && OF_FOOTER.in(text))
        || PAGE_NUMBER.is(text)
        || NAVIGATION.is(text)
        || LINKS.is(text)
        || takeFields(text);
  }

  /** Counts what may be stamps; in a letter printed twice every line of it stands twice. */
  private Map<String, Integer> countShortLines(List<RawBlock> blocks) {
    copies = 1;
    if (DoubledLetter.allDiffer(blocks)) {
      return Map.of();
    }
    Map<String, Integer> repeats = new HashMap<>();
    Map<String, Integer> paragraphs = new HashMap<>();
    for (RawBlock block : blocks) {
      if (block instanceof RawBlock.Line line) {
        String text = line.text().toString();
        if (text.length() > LONG_PARAGRAPH) {
          paragraphs.merge(text, 1, Integer::sum);
        } else if (text.length() <= LONGEST_STAMP && isStampLike(text)) {
          repeats.merge(text, 1, Integer::sum);
        }
      }
    }
    boolean doubled = paragraphs.values().stream().filter(times -> times > 1).count() >= 3;
    copies = doubled ? Collections.max(paragraphs.values()) : 1;
    return repeats;
  }

  private static boolean isStampLike(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isDigit(unit) || "，。：:；、（）()".indexOf(unit) >= 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads a line such as 发布时间：2022-05-06 来源：市民政局 浏览次数：12. Only a line that begins with such a
   * label, or has two of them, is one; a letter's own 日期 or 类别 lines are left to the extractor.
   */
  private boolean takeFields(Presence asked) {
    String line = asked.text();
    Hits date = BARE_DATE.matcher(asked);
    int start = date.find() ? date.end() : 0;
    boolean published = start == line.length() && !answered && !announced && TIME_OF_DAY.in(line);
    if (published || isReaders(line, start)) {
      putDate(date, start);
      return true;
    }
    if (!FIELD.mayMatch(asked)) {
      return false;
    }
    Matcher matcher = FIELD.within(line, start, line.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    Map<String, String> found = new LinkedHashMap<>();
    String label = bare(matcher.group(1));
    int valueStart = matcher.end();
    Matcher next = NEXT_FIELD.within(line, valueStart, line.length());
    while (next.find()) {
      found.putIfAbsent(label, withoutDate(line.substring(valueStart, next.start()).strip()));
      label = bare(next.group(1));
      valueStart = next.end();
    }
    String value = line.substring(valueStart).strip();
    if (found.isEmpty() && start == 0 && isOfLetter(label, value)) {
      return false;
    }
    found.putIfAbsent(label, withoutDate(value));
    putDate(date, start);
    found.forEach(fields::putIfAbsent);
    return true;
  }

  /**
   * Of 来源：交警支队 | 2023-08-30 | what stands before the day that the page was published, which is
   * taken for a field of its own.
   */
  private String withoutDate(String value) {
    Hits date = DATE_BESIDE.matcher(value);
    if (!date.find()) {
      return value;
    }
    fields.putIfAbsent("发布时间", date.group(1));
    return value.substring(0, date.start()).strip();
  }

  private void putDate(Hits date, int end) {
    if (end > 0) {
      fields.putIfAbsent("发布时间", date.group(1));
    }
  }

  private static boolean isReaders(String line, int start) {
    return line.length() < LONGEST_LABEL_LINE * 2 && READERS.is(line.substring(start).strip());
  }

  /** The text without white space. */
  static String bare(CharSequence label) {
    StringBuilder bare = new StringBuilder(label.length());
    for (int i = 0; i < label.length(); i++) {
      if (!MappedText.isSpace(label.charAt(i))) {
        bare.append(label.charAt(i));
      }
    }
    return bare.toString();
  }

  /** Whether a text of a page is nothing but a label of metadata. */
  static boolean isLabel(String text) {
    return text.length() <= LONGEST_LABEL && LABEL_LINE.is(text.strip());
  }

  /** Whether a line of a page begins with a label of metadata, or with a date before one. */
  static boolean isFieldLine(String line) {
    Hits date = BARE_DATE.matcher(line);
    int start = date.find() ? date.end() : 0;
    if (start > 0 && isReaders(line, start)) {
      return true;
    }
    return FIELD.mayMatch(line) && FIELD.within(line, start, line.length()).lookingAt();
  }

  /** A labelled line of the letter's own: 办理结果, the date below its signature, a sentence. */
  private boolean isOfLetter(String label, String value) {
    boolean when = label.equals("日期") || label.equals("时间");
    return isLetterLabel(label)
        || SAYS.in(value)
        || (answered && when && !TIME_OF_DAY.in(value))
        || (answered && label.equals("名称"));
  }

  private static boolean isLetterLabel(String label) {
    return label.startsWith("办理")
        || label.equals("标题")
        || label.equals("名称")
        || label.equals("文号")
        || label.equals("编号")
        || label.equals("公开属性")
        || label.equals("公开方式")
        || label.equals("公开类别")
        || label.equals("公开范围");
  }

  /** Reads a table of label and value cells; true if it was one. */
  private boolean takeFields(RawBlock.Table table) {
    Map<String, String> found = new LinkedHashMap<>();
    int cells = 0;
    for (List<MappedText> row : table.rows()) {
      for (int i = 0; i < row.size(); i++) {
        String cell = row.get(i).folded(folding).text().strip();
        if (OF_FORM.in(cell)) {
          return false;
        }
        cells += cell.isEmpty() ? 0 : 1;
        if (cell.length() <= LONGEST_LABEL_LINE && LABEL_LINE.is(cell)) {
          String value = i + 1 < row.size() ? row.get(i + 1).folded(folding).text().strip() : "";
          found.putIfAbsent(cell.replaceAll("[\\s：:\\[\\]【】()]", ""), value);
        } else {
          takeInCell(cell, found);
        }
      }
    }
    boolean ofPage = found.keySet().stream().anyMatch(OF_PAGE::contains);
    if (found.size() < 2 || !ofPage || cells > found.size() * 4) {
      return false;
    }
    found.forEach(fields::putIfAbsent);
    return true;
  }

  private static void takeInCell(String cell, Map<String, String> found) {
    Hits matcher = FIELD.matcher(cell);
    if (cell.length() < 120 && matcher.lookingAt()) {
      found.putIfAbsent(
          matcher.group(1).replaceAll("\\s", ""), cell.substring(matcher.end()).strip());
    }
  }
}
