package org.dafu.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.dafu.reply.Sha256;

/**
 * What a text's vector is kept by: the first half of the text's SHA-256, so that equal texts share
 * one wherever they stand.
 */
public record PassageKey(long high, long low) {
  /** How long a key is when written. */
  public static final int BYTES = 2 * Long.BYTES;

  /** The key of this text. */
  public static PassageKey of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return read(ByteBuffer.wrap(Sha256.digest().digest(bytes)));
  }

  /** The key that is written next. */
  public static PassageKey read(ByteBuffer from) {
    return new PassageKey(from.getLong(), from.getLong());
  }

  /** Writes it. */
  public void write(ByteBuffer to) {
    to.putLong(high).putLong(low);
  }
}
