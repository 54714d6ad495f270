package org.dafu.web.pages;

import java.util.List;
import org.dafu.web.ask.Fault;
import org.jspecify.annotations.Nullable;

/** Says to people what is wrong with a parameter. */
public final class Faults {
  private Faults() {}

  /** One sentence in Chinese. */
  public static String inChinese(Fault fault) {
    return switch (fault) {
      case Fault.UnknownParameter(String name, String near) ->
          "没有名为“" + name + "”的参数。" + didYouMean(near);
      case Fault.UnknownValue(String name, String value, List<String> allowed, String near) ->
          "“" + name + "”没有“" + value + "”这个值。" + didYouMean(near) + listed(allowed);
      case Fault.Repeated(String name) -> "参数“" + name + "”只能出现一次。";
      case Fault.Empty(String name) -> "参数“" + name + "”没有值。";
      case Fault.TooMany(String name, int max) -> "筛选值最多 " + max + " 个，“" + name + "”超出了。";
      case Fault.TooLong(String name, int codePoints, int max) ->
          "检索词共 " + codePoints + " 字，最多 " + max + " 字。";
      case Fault.OutOfRange(String name, String value, int min, int max) ->
          "“" + name + "”应为 " + min + " 到 " + max + " 的整数，而不是“" + value + "”。";
      case Fault.NotYears(String name, String value) -> "“" + value + "”不是年份；请写 2020 或 2020..2023。";
      case Fault.Missing(String name) -> "缺少参数“" + name + "”。";
      case Fault.WrongType(String name, String expected) -> "“" + name + "”的类型不对。";
      case Fault.NotJson(String name) -> "请求的内容不是 UTF-8 编码的 JSON。";
      case Fault.BadCursor(String name) -> "这个翻页位置不属于本次检索，请从第一页重新开始。";
      case Fault.NotEncoded(String name) -> "网址中的参数不是正确的 UTF-8 编码。";
    };
  }

  private static String didYouMean(@Nullable String near) {
    return near == null ? "" : "是否指“" + near + "”？";
  }

  private static String listed(List<String> allowed) {
    return allowed.isEmpty() ? "" : "可用的值：" + String.join("、", allowed) + "。";
  }
}
