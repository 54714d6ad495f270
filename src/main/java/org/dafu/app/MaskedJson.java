package org.dafu.app;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** Lines of the log for programs, with personal numbers hidden as {@link MaskedText} does. */
public final class MaskedJson extends JsonEncoder {
  @Override
  public byte[] encode(ILoggingEvent event) {
    return MaskedText.hidden(super.encode(event));
  }
}
