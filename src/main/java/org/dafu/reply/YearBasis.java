package org.dafu.reply;

/** What the year was read from, in order of trust. */
public enum YearBasis implements Coded {
  /** The sign-off date. */
  DATE("date", "成文日期"),
  /** The year in the 文号. */
  DOC_NUMBER("docNumber", "文号"),
  /** The date on the meeting form (面商记录表). */
  MEETING("meeting", "面商时间"),
  /** The latest year that the text names. */
  TEXT("text", "正文"),
  /** The publish date of the web page. */
  WEB("web", "网页发布日期");

  private final String code;
  private final String label;

  YearBasis(String code, String label) {
    this.code = code;
    this.label = label;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String label() {
    return label;
  }
}
