package org.dafu.app.evaluate;

import java.util.Locale;
import org.dafu.reply.Sha256;

/**
 * Which queries of a set are asked. Weights are to be chosen on one half and reported on the other;
 * a query's half is decided by its name alone.
 */
public enum Part {
  ALL,
  TUNE,
  HELD_OUT;

  boolean has(String query) {
    boolean even = Character.digit(Sha256.of(query).charAt(0), 16) % 2 == 0;
    return switch (this) {
      case ALL -> true;
      case TUNE -> even;
      case HELD_OUT -> !even;
    };
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
