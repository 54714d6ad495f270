package org.dafu.lucene;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;
import org.dafu.search.Meanings.Nearness;
import org.dafu.search.Passage;
import org.dafu.search.PassageKey;

/** The keys of a document's passages, as a column of the index. */
final class PassageKeys {
  private final BinaryDocValues column;

  PassageKeys(LeafReader reader) throws IOException {
    this.column = DocValues.getBinary(reader, Fields.PASSAGES);
  }

  static BinaryDocValuesField field(List<Passage> passages) {
    ByteBuffer bytes = ByteBuffer.allocate(passages.size() * PassageKey.BYTES);
    passages.forEach(passage -> passage.key().write(bytes));
    return new BinaryDocValuesField(Fields.PASSAGES, new BytesRef(bytes.array()));
  }

  /**
   * Gives each key of a document.
   *
   * @param doc within its segment, not before one asked for earlier
   */
  void forEach(int doc, Consumer<PassageKey> each) throws IOException {
    if (column.advanceExact(doc)) {
      BytesRef bytes = column.binaryValue();
      ByteBuffer keys = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
      while (keys.hasRemaining()) {
        each.accept(PassageKey.read(keys));
      }
    }
  }

  /**
   * How near the nearest of a document's passages is.
   *
   * @param doc within its segment, not before one asked for earlier
   * @return NaN if none has a vector
   */
  float nearest(int doc, Nearness nearness) throws IOException {
    float[] nearest = {Float.NaN};
    forEach(
        doc,
        key -> {
          float near = nearness.of(key);
          nearest[0] = near > nearest[0] || Float.isNaN(nearest[0]) ? near : nearest[0];
        });
    return nearest[0];
  }
}
