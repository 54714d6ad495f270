package org.dafu.reply;

/** How content the member said to be on the meeting form (委员意见). */
public enum Satisfaction implements Coded {
  /** 满意. */
  SATISFIED("satisfied", "满意"),
  /** 基本满意. */
  BASICALLY("basically", "基本满意"),
  /** 不满意. */
  DISSATISFIED("dissatisfied", "不满意");

  private final String code;
  private final String label;

  Satisfaction(String code, String label) {
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
