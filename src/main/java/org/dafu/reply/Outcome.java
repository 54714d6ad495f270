package org.dafu.reply;

/** How far the ask is solved (办理结果), told only by the letter itself or by a configured scheme. */
public enum Outcome implements Coded {
  /** 已解决或基本解决. */
  SOLVED("solved", "已解决或基本解决"),
  /** 正在解决. */
  IN_PROGRESS("in-progress", "正在解决"),
  /** 列入计划. */
  PLANNED("planned", "列入计划解决"),
  /** 因条件限制以后解决. */
  DEFERRED("deferred", "暂不能解决"),
  /** 留作参考. */
  REFERENCE("reference", "留作参考");

  private final String code;
  private final String label;

  Outcome(String code, String label) {
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
