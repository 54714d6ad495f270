package org.dafu.app.config;

/**
 * Something in the configuration that cannot be so.
 *
 * @param file its path as the operator knows it
 * @param line from 1; 0 for the file as a whole
 * @param message what is wrong and what to do, one sentence
 */
public record ConfigFault(String file, int line, String message) {
  /** As compilers write it, {@code file:line: message}, so that editors can jump there. */
  @Override
  public String toString() {
    return line == 0 ? file + ": " + message : file + ":" + line + ": " + message;
  }
}
