package org.dafu.lucene;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ends in the order of its search.
 *
 * @param last the last hit of the page; null within the window that meaning orders, where no hit
 *     says what was given before it
 * @param given keys of the hits given of that window; none behind it
 */
record Place(@Nullable FieldDoc last, Set<Long> given) {
  /** Before the first hit. */
  static final Place START = new Place(null, Set.of());

  /** So long is a key when written; two hits of a window have the same once in 50 million. */
  static final int KEY_BYTES = 5;

  private static final long KEY_MASK = (1L << (8 * KEY_BYTES)) - 1;

  Place {
    given = Set.copyOf(given);
  }

  /** After this hit in the order of words or time. */
  static Place after(FieldDoc last) {
    return new Place(last, Set.of());
  }

  /** Within the window, of which these were given. */
  static Place within(Set<Long> before, Collection<FieldDoc> hits) {
    Set<Long> given = new HashSet<>(before);
    hits.forEach(hit -> given.add(key(hit)));
    return new Place(null, given);
  }

  /** What a hit is known by in a cursor. */
  static long key(FieldDoc hit) {
    BytesRef tie = (BytesRef) hit.fields[1];
    CRC32 low = new CRC32();
    low.update(tie.bytes, tie.offset, tie.length);
    CRC32C high = new CRC32C();
    high.update(tie.bytes, tie.offset, tie.length);
    return ((high.getValue() << Integer.SIZE) | low.getValue()) & KEY_MASK;
  }
}
