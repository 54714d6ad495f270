package org.dafu.lucene;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.dafu.search.FileRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of files as documents. They are a column of the index and not stored with the
 * letters, so that all are read without unpacking any letter.
 */
final class FileRecords {
  private FileRecords() {}

  static Document document(FileRecord record) {
    Document document = new Document();
    document.add(new StringField(Fields.TYPE, Fields.FILE, Field.Store.NO));
    document.add(new StringField(Fields.KEY, record.key(), Field.Store.NO));
    document.add(new BinaryDocValuesField(Fields.RECORD, new BytesRef(written(record))));
    return document;
  }

  /** Every record in the index, by its key. */
  static Map<String, FileRecord> all(IndexReader reader) throws IOException {
    Map<String, FileRecord> records = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      BinaryDocValues column = DocValues.getBinary(leaf.reader(), Fields.RECORD);
      for (int doc = column.nextDoc(); doc != BinaryDocValues.NO_MORE_DOCS; ) {
        if (live == null || live.get(doc)) {
          FileRecord record = read(column.binaryValue());
          records.put(record.key(), record);
        }
        doc = column.nextDoc();
      }
    }
    return records;
  }

  static FileRecord read(BytesRef bytes) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes.bytes, bytes.offset, bytes.length))) {
      return new FileRecord(
          string(in),
          string(in),
          in.readLong(),
          in.readLong(),
          optional(in),
          FileRecord.State.valueOf(string(in)),
          optional(in));
    }
  }

  private static byte[] written(FileRecord record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, record.corpus());
      write(out, record.path());
      out.writeLong(record.sizeBytes());
      out.writeLong(record.modifiedMillis());
      writeOptional(out, record.sha256());
      write(out, record.state().name());
      writeOptional(out, record.reason());
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void writeOptional(DataOutputStream out, @Nullable String text)
      throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      write(out, text);
    }
  }

  private static String string(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static @Nullable String optional(DataInputStream in) throws IOException {
    return in.readBoolean() ? string(in) : null;
  }
}
