package org.dafu.reply;

/** What is answered: a proposal to a political consultative conference, or a deputy's paper. */
public enum Kind implements Coded {
  /** 政协提案, by a member (委员) of a political consultative conference. */
  PROPOSAL("proposal", "政协提案"),
  /** 人大代表建议, by a deputy (代表) of a people's congress. */
  SUGGESTION("suggestion", "人大建议"),
  /** 议案, a bill of deputies handled as a suggestion. */
  BILL("bill", "人大议案");

  private final String code;
  private final String label;

  Kind(String code, String label) {
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
