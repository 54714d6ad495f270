package org.dafu.web.operator;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was done just now; named in the address that a browser is sent to afterwards. */
enum Said {
  SYNC("已要求同步，结果见下面。"),
  CORRECTED("更正已保存，检索已按新值更新。"),
  CORRECTED_LATER("已保存；索引还在更新，稍后检索才照此显示。"),
  NOTHING("没有改动：填的值与现在的相同。"),
  WITHDRAWN("已撤下：检索和全文都不再显示这封信。"),
  RESTORED("已恢复：这封信重新可以检索。"),
  REMOVED("收到的文件已移到数据文件夹的 withdrawn 里，不再检索。"),
  REMOVED_LATER("收到的文件已移到数据文件夹的 withdrawn 里；索引还在更新，稍后检索才不再显示。"),
  ENDED("登录已结束（久未操作、令牌已作废或服务重新启动）。请重新登录，再做一次。"),
  SIGNED_OUT("已退出登录。");

  private final String words;

  Said(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The words of this code; null if there is none such. */
  static @Nullable String of(String code) {
    return Arrays.stream(values())
        .filter(each -> each.code().equals(code))
        .map(Said::words)
        .findFirst()
        .orElse(null);
  }
}
