package org.dafu.lucene;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.InvalidCursorException;
import org.dafu.search.SearchRequest;

/**
 * The place of a hit in the order of its search, as text for a URL: the search's fingerprint, then
 * what the hit is ordered by. It holds values and no document number, so that it stays good when
 * the index changes between two pages.
 */
final class Cursor {
  private static final byte VERSION = 1;
  private static final int FINGERPRINT_BYTES = 8;
  private static final int HEAD_BYTES = 1 + FINGERPRINT_BYTES + Long.BYTES;

  private Cursor() {}

  /** The cursor of the page after this hit. */
  static String after(FieldDoc hit, SearchRequest request) {
    byte[] tie = ((BytesRef) hit.fields[1]).utf8ToString().getBytes(StandardCharsets.UTF_8);
    long first =
        switch (hit.fields[0]) {
          case Float score -> Float.floatToIntBits(score);
          case Long when -> when;
          default -> throw new IllegalStateException("no sort value: " + hit);
        };
    ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + tie.length);
    bytes.put(VERSION).put(fingerprint(request)).putLong(first).put(tie);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * The hit to go on after.
   *
   * @throws InvalidCursorException if the text is no cursor, or one of another search
   */
  static FieldDoc read(String cursor, SearchRequest request, Order order) {
    ByteBuffer bytes = ByteBuffer.wrap(decoded(cursor));
    if (bytes.remaining() <= HEAD_BYTES || bytes.get() != VERSION) {
      throw new InvalidCursorException("这不是本服务给出的翻页标记");
    }
    byte[] fingerprint = new byte[FINGERPRINT_BYTES];
    bytes.get(fingerprint);
    if (!MessageDigest.isEqual(fingerprint, fingerprint(request))) {
      throw new InvalidCursorException("翻页标记属于另一次检索：翻页时不能改变检索条件");
    }
    long first = bytes.getLong();
    byte[] tie = new byte[bytes.remaining()];
    bytes.get(tie);
    Object value =
        switch (order) {
          case BEST -> Float.intBitsToFloat((int) first);
          case NEWEST, OLDEST -> first;
        };
    return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {value, new BytesRef(tie)});
  }

  private static byte[] decoded(String cursor) {
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      InvalidCursorException invalid = new InvalidCursorException("这不是本服务给出的翻页标记");
      invalid.initCause(e);
      throw invalid;
    }
  }

  /** Of all that decides which hits there are and in which order. */
  private static byte[] fingerprint(SearchRequest request) {
    String asked =
        String.join(
            "\n",
            request.q(),
            request.unit().name(),
            request.sort().name(),
            canonical(request.filters().included()),
            canonical(request.filters().excluded()));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(FINGERPRINT_BYTES).put(digest, 0, FINGERPRINT_BYTES).array();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String canonical(Map<FilterField, java.util.List<FilterValue>> values) {
    Map<String, String> sorted = new TreeMap<>();
    values.forEach(
        (field, accepted) ->
            sorted.put(
                field.parameter(),
                accepted.stream().map(FilterValue::text).sorted().toList().toString()));
    return sorted.toString();
  }
}
