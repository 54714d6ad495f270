package org.dafu.reply;

/** Which step of handling (办理) the letter is. */
public enum ReplyType implements Coded {
  /** 答复, the answer itself. */
  REPLY("reply", "答复"),
  /** 会办意见 or 协办意见, written to the lead agency: not the final answer. */
  CO_OPINION("co-opinion", "会办意见"),
  /** 续办续复, a report on what an earlier answer promised. */
  FOLLOW_UP("follow-up", "续办答复");

  private final String code;
  private final String label;

  ReplyType(String code, String label) {
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
