package org.dafu.web.ask;

/** How letters are ranked. */
public enum Mode {
  /** By the words asked for. */
  LEXICAL("lexical"),
  /** By words and meaning; answered lexically, and said so, where no vectors are held. */
  HYBRID("hybrid");

  private final String parameter;

  Mode(String parameter) {
    this.parameter = parameter;
  }

  /** The value of the parameter {@code mode}. */
  public String parameter() {
    return parameter;
  }
}
