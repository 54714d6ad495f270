package org.dafu.app;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Lines of the log for people, with personal numbers hidden: mobile telephones and identity
 * numbers, which may stand in paths and in what failed. Checksums and times stay.
 */
public final class MaskedText extends PatternLayoutEncoder {
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?<![0-9])(?<![0-9a-f]{5})"
              + "(?:(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}|[1-9]\\d{16}[0-9Xx])"
              + "(?![0-9])(?![0-9a-f]{5})");

  @Override
  public byte[] encode(ILoggingEvent event) {
    return hidden(super.encode(event));
  }

  static byte[] hidden(byte[] line) {
    return hidden(new String(line, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }

  static String hidden(String line) {
    return PERSONAL.matcher(line).replaceAll(found -> "*".repeat(found.group().length()));
  }
}
