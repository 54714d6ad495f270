package org.dafu.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dafu.read.Leak;
import org.dafu.read.PersonalNumber.Kind;
import org.dafu.search.ReplyJson;

/** Prints what drafts would leak, a line a find: {@code FILE:LINE:COLUMN kind text (advice)}. */
final class PrivacyReport {
  private static final ObjectMapper JSON = ReplyJson.newMapper();

  private final PrintWriter out;
  private final boolean json;
  private int found;

  /**
   * @param json one object a line instead of words
   */
  PrivacyReport(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /** How many finds were printed. */
  int found() {
    return found;
  }

  void print(String path, List<Leak> leaks) {
    found += leaks.size();
    for (Leak leak : leaks) {
      out.println(json ? asJson(path, leak) : asWords(path, leak));
    }
  }

  private static String asWords(String path, Leak leak) {
    return String.format(
        Locale.ROOT,
        "%s:%d:%d  %s  %s  (%s)",
        path,
        leak.line(),
        leak.column(),
        name(leak.kind()),
        leak.text(),
        advice(leak.kind()));
  }

  private static String asJson(String path, Leak leak) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", path);
    fields.put("line", leak.line());
    fields.put("column", leak.column());
    fields.put("kind", leak.kind().name().toLowerCase(Locale.ROOT));
    fields.put("text", leak.text());
    fields.put("advice", advice(leak.kind()));
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("words and numbers can be written", impossible);
    }
  }

  private static String name(Kind kind) {
    return switch (kind) {
      case MOBILE -> "手机号码";
      case TELEPHONE -> "电话号码";
      case MAILBOX -> "邮箱";
      case IDENTITY -> "身份证号码";
      case MESSENGER -> "微信号或QQ号";
      case ACCOUNT -> "银行账号";
    };
  }

  private static String advice(Kind kind) {
    return switch (kind) {
      case MOBILE, MESSENGER -> "公开前删去";
      case TELEPHONE -> "公开前删去；对外的服务电话请写明“热线”";
      case MAILBOX -> "公开前删去，或改用单位公开的邮箱页面";
      case IDENTITY, ACCOUNT -> "公开前必须删去";
    };
  }
}
