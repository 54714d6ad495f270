package org.dafu.search;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How letters are ranked. */
public enum Mode {
  /** By words and meaning where vectors are held, else by words. */
  USUAL(null),
  /** By the words asked for. */
  LEXICAL("lexical"),
  /** By words and meaning; answered lexically, and said so, where no vectors are held. */
  HYBRID("hybrid");

  private final Optional<String> parameter;

  Mode(@Nullable String parameter) {
    this.parameter = Optional.ofNullable(parameter);
  }

  /** The value of the parameter {@code mode}; empty for what goes without it. */
  public Optional<String> parameter() {
    return parameter;
  }
}
