package org.dafu.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dafu.reply.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Writes how a letter is cited. What the letter does not say is left out, never guessed; the
 * letter's own number (文号) stands as the number of the report.
 */
public final class Citations {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Citations() {}

  /** A form of citation. */
  public enum Style {
    /** GB/T 7714—2015, 信息与文献 参考文献著录规则, electronic resource. */
    GBT7714("gbt7714", "GB/T 7714", "text/plain"),
    /** BibTeX, as {@code techreport}. */
    BIBTEX("bibtex", "BibTeX", "application/x-bibtex"),
    /** RIS, as {@code RPRT}. */
    RIS("ris", "RIS", "application/x-research-info-systems"),
    /** Citation Style Language, the JSON that Zotero and Pandoc read. */
    CSL_JSON("csl-json", "CSL JSON", "application/vnd.citationstyles.csl+json");

    private final String parameter;
    private final String label;
    private final String mediaType;

    Style(String parameter, String label, String mediaType) {
      this.parameter = parameter;
      this.label = label;
      this.mediaType = mediaType;
    }

    /** The name in URLs. */
    public String parameter() {
      return parameter;
    }

    /** The name that people know. */
    public String label() {
      return label;
    }

    /** Without a character set, which is UTF-8. */
    public String mediaType() {
      return mediaType;
    }

    /** The style of this parameter. */
    public static Optional<Style> of(String parameter) {
      return Arrays.stream(values()).filter(each -> each.parameter.equals(parameter)).findFirst();
    }
  }

  /**
   * The citation of a letter.
   *
   * @param url where the letter is held, absolute
   * @param accessed the day of looking at it
   */
  public static String write(Reply reply, Style style, String url, LocalDate accessed) {
    return switch (style) {
      case GBT7714 -> gbt7714(reply, url, accessed);
      case BIBTEX -> bibtex(reply, url, accessed);
      case RIS -> ris(reply, url, accessed);
      case CSL_JSON -> cslJson(reply, url, accessed);
    };
  }

  /** 责任者. 题名[EB/OL]. (发布日期)[引用日期]. 获取路径. */
  private static String gbt7714(Reply reply, String url, LocalDate accessed) {
    StringBuilder out = new StringBuilder();
    out.append(author(reply)).append(". ").append(title(reply));
    if (reply.docNumber() != null) {
      out.append(": ").append(reply.docNumber());
    }
    out.append("[EB/OL]. ");
    String issued = issued(reply);
    if (!issued.isEmpty()) {
      out.append('(').append(issued).append(')');
    }
    return out.append('[').append(accessed).append("]. ").append(url).append(".\n").toString();
  }

  private static String bibtex(Reply reply, String url, LocalDate accessed) {
    List<String> fields = new ArrayList<>();
    fields.add(bibField("author", "{" + bibText(author(reply)) + "}"));
    fields.add(bibField("title", "{" + bibText(title(reply)) + "}"));
    fields.add(bibField("institution", bibText(author(reply))));
    if (reply.docNumber() != null) {
      fields.add(bibField("number", bibText(reply.docNumber())));
    }
    LocalDate date = date(reply);
    if (date != null) {
      fields.add(bibField("date", date.toString()));
    }
    if (reply.year() != null) {
      fields.add(bibField("year", reply.year().toString()));
    }
    fields.add(bibField("url", url));
    fields.add(bibField("urldate", accessed.toString()));
    fields.add(bibField("language", "chinese"));
    return "@techreport{dafu-" + reply.id() + ",\n" + String.join(",\n", fields) + "\n}\n";
  }

  private static String bibField(String name, String value) {
    return "  " + name + " = {" + value + "}";
  }

  /** Signs that BibTeX takes for its own; an unpaired brace would end the entry. */
  private static String bibText(String text) {
    return text.replaceAll("[{}\\\\]", "").replaceAll("([%&#_$])", "\\\\$1");
  }

  private static String ris(Reply reply, String url, LocalDate accessed) {
    StringBuilder out = new StringBuilder("TY  - RPRT\r\n");
    risLine(out, "AU", author(reply) + ",");
    risLine(out, "TI", title(reply));
    if (reply.year() != null) {
      risLine(out, "PY", reply.year().toString());
    }
    LocalDate date = date(reply);
    if (date != null) {
      risLine(out, "DA", date.toString().replace('-', '/'));
    }
    if (reply.docNumber() != null) {
      risLine(out, "M1", reply.docNumber());
    }
    risLine(out, "PB", author(reply));
    if (reply.city() != null) {
      risLine(out, "CY", reply.city());
    }
    risLine(out, "LA", "zh");
    risLine(out, "UR", url);
    risLine(out, "Y2", accessed.toString().replace('-', '/'));
    return out.append("ER  - \r\n").toString();
  }

  private static void risLine(StringBuilder out, String tag, String value) {
    out.append(tag).append("  - ").append(value.replaceAll("\\s+", " ")).append("\r\n");
  }

  private static String cslJson(Reply reply, String url, LocalDate accessed) {
    ArrayNode list = MAPPER.createArrayNode();
    ObjectNode item = list.addObject();
    item.put("id", "dafu-" + reply.id());
    item.put("type", "report");
    item.put("title", title(reply));
    item.putArray("author").addObject().put("literal", author(reply));
    if (reply.docNumber() != null) {
      item.put("number", reply.docNumber());
    }
    LocalDate date = date(reply);
    if (date != null) {
      dateParts(item.putObject("issued"), date);
    } else if (reply.year() != null) {
      item.putObject("issued").putArray("date-parts").addArray().add(reply.year());
    }
    dateParts(item.putObject("accessed"), accessed);
    item.put("URL", url);
    item.put("language", "zh-CN");
    return list.toPrettyString() + "\n";
  }

  private static void dateParts(ObjectNode into, LocalDate date) {
    into.putArray("date-parts")
        .addArray()
        .add(date.getYear())
        .add(date.getMonthValue())
        .add(date.getDayOfMonth());
  }

  private static String author(Reply reply) {
    return reply.agency() == null ? "佚名" : reply.agency();
  }

  /** 关于《…》的答复; without titles of proposals as lists show it. */
  private static String title(Reply reply) {
    return reply.titles().isEmpty()
        ? reply.displayTitle()
        : "关于《" + String.join("》《", reply.titles()) + "》的答复";
  }

  private static @Nullable LocalDate date(Reply reply) {
    return reply.date() == null ? reply.webDate() : reply.date();
  }

  private static String issued(Reply reply) {
    LocalDate date = date(reply);
    if (date != null) {
      return date.toString();
    }
    return reply.year() == null ? "" : reply.year().toString();
  }
}
