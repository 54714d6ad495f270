package org.dafu.read;

/**
 * A file that holds no text for us.
 *
 * @param code stable name: {@code empty}, {@code too-large}, {@code too-slow}, {@code
 *     unknown-format}, {@code binary}, {@code damaged}, {@code encrypted}, {@code needs-ocr},
 *     {@code ocr-failed}, {@code no-text}, {@code garbled}, {@code refused-entry}
 * @param reason one sentence for the file's owner: what is wrong and what to do
 */
public record Unreadable(String code, String reason)
    implements ReadResult, RawReading, ZipReading, Unpacked {}
