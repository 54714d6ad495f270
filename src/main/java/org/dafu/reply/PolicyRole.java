package org.dafu.reply;

/** How a letter speaks of a policy. */
public enum PolicyRole implements Coded {
  /** Issued and named as such. */
  CITED("cited", "引用"),
  /** Still being drafted (正在草拟). */
  DRAFT("draft", "起草中"),
  /** Asked for by the proposer. */
  REQUESTED("requested", "建议出台");

  private final String code;
  private final String label;

  PolicyRole(String code, String label) {
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
