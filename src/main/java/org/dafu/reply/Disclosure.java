package org.dafu.reply;

/** Who may read the letter (公开属性). */
public enum Disclosure implements Coded {
  /** 主动公开, 同意公开, 全文公开. */
  PUBLIC("public", "主动公开"),
  /** 节选公开 or 部分公开. */
  PARTIAL("partial", "部分公开"),
  /** 依申请公开. */
  ON_REQUEST("on-request", "依申请公开"),
  /** 不予公开: never served to the public. */
  NOT_PUBLIC("not-public", "不予公开");

  private final String code;
  private final String label;

  Disclosure(String code, String label) {
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
