package org.dafu.web.tools;

import org.dafu.reply.Figure;

/** Words for a figure. */
final class Figures {
  private Figures() {}

  /** 新增床位 120张（2024 年目标）: subject, figure as printed, and the year that it is for. */
  static String words(Figure figure) {
    String year = figure.year() == null ? "" : figure.year() + " 年";
    String when = figure.target() ? year + "目标" : year;
    String subject = figure.subject() == null ? "" : figure.subject() + " ";
    return subject + figure.text() + (when.isEmpty() ? "" : "（" + when + "）");
  }
}
