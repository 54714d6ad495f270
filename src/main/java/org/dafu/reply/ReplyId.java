package org.dafu.reply;

import java.util.regex.Pattern;

/**
 * The identity of a letter: the first 16 hexadecimal digits of the SHA-256 of the bytes it was read
 * from, so that it is the same on every machine, in every folder and after every re-indexing.
 */
public record ReplyId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

  /**
   * @throws IllegalArgumentException if the value is not 16 lower-case hexadecimal digits
   */
  public ReplyId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a letter's id (16 hexadecimal digits): " + value);
    }
  }

  /** The id of the letter whose file has this SHA-256 in lower-case hexadecimal digits. */
  public static ReplyId ofSha256(String sha256) {
    return new ReplyId(sha256.substring(0, 16));
  }

  /** Whether the value has the form of an id; it says nothing of whether such a letter is held. */
  public static boolean isWellFormed(String value) {
    return FORM.matcher(value).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
