package org.dafu.lucene;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.dafu.reply.Sha256;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.InvalidCursorException;
import org.dafu.search.SearchRequest;

/**
 * A {@link Place} in the order of a search, as text for a URL: the search's fingerprint, the keys
 * of hits given out of order, then what the last hit is ordered by. It holds values and no document
 * number, so that it stays good when the index changes between two pages.
 */
final class Cursor {
  private static final byte VERSION = 2;
  private static final int FINGERPRINT_BYTES = 8;
  private static final int HEAD_BYTES = 1 + FINGERPRINT_BYTES + Short.BYTES;

  private Cursor() {}

  /** The cursor of the page after this place. */
  static String of(Place place, SearchRequest request) {
    FieldDoc last = place.last();
    byte[] tie =
        last == null
            ? new byte[0]
            : ((BytesRef) last.fields[1]).utf8ToString().getBytes(StandardCharsets.UTF_8);
    int given = place.given().size() * Place.KEY_BYTES;
    ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + given + Long.BYTES + tie.length);
    bytes.put(VERSION).put(fingerprint(request)).putShort((short) place.given().size());
    for (long key : place.given().stream().sorted().toList()) {
      bytes.put((byte) (key >>> 32)).putInt((int) key);
    }
    bytes.putLong(last == null ? 0 : first(last)).put(tie);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private static long first(FieldDoc hit) {
    return switch (hit.fields[0]) {
      case Float score -> Float.floatToIntBits(score);
      case Long when -> when;
      default -> throw new IllegalStateException("no sort value: " + hit);
    };
  }

  /**
   * The place to go on after.
   *
   * @throws InvalidCursorException if the text is no cursor, or one of another search
   */
  static Place read(String cursor, SearchRequest request, Order order) {
    ByteBuffer bytes = ByteBuffer.wrap(decoded(cursor));
    if (bytes.remaining() < HEAD_BYTES || bytes.get() != VERSION) {
      throw foreign();
    }
    byte[] fingerprint = new byte[FINGERPRINT_BYTES];
    bytes.get(fingerprint);
    if (!MessageDigest.isEqual(fingerprint, fingerprint(request))) {
      throw new InvalidCursorException("翻页标记属于另一次检索：翻页时不能改变检索条件");
    }
    int count = bytes.getShort();
    if (count < 0 || bytes.remaining() < count * Place.KEY_BYTES + Long.BYTES) {
      throw foreign();
    }
    Set<Long> given = new HashSet<>();
    for (int i = 0; i < count; i++) {
      given.add(((bytes.get() & 0xFFL) << Integer.SIZE) | (bytes.getInt() & 0xFFFFFFFFL));
    }
    long first = bytes.getLong();
    byte[] tie = new byte[bytes.remaining()];
    bytes.get(tie);
    return new Place(tie.length == 0 ? null : hit(first, tie, order), given);
  }

  private static FieldDoc hit(long first, byte[] tie, Order order) {
    Object value =
        switch (order) {
          case BEST -> Float.intBitsToFloat((int) first);
          case NEWEST, OLDEST -> first;
        };
    return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {value, new BytesRef(tie)});
  }

  private static InvalidCursorException foreign() {
    return new InvalidCursorException("这不是本服务给出的翻页标记");
  }

  private static byte[] decoded(String cursor) {
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      InvalidCursorException invalid = foreign();
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
            request.mode().name(),
            canonical(request.filters().included()),
            canonical(request.filters().excluded()));
    byte[] digest = Sha256.digest().digest(asked.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(FINGERPRINT_BYTES).put(digest, 0, FINGERPRINT_BYTES).array();
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
