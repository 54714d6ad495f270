package org.dafu.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SearcherManager;
import org.dafu.reply.Reply;
import org.dafu.search.FileRecord;
import org.dafu.search.ReplyIndex;
import org.jspecify.annotations.Nullable;

/** Writes blocks of documents, and commits them together with the notes. */
final class LuceneIndex implements ReplyIndex {
  /** Key in a commit's data that says what made it. */
  static final String FORMAT_KEY = "dafu.format";

  /** Rises with every change that makes older indexes unreadable or wrong. */
  static final String FORMAT = "3";

  private static final String NOTE_PREFIX = "note.";

  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final LetterDocuments documents;
  private Map<String, String> committed;
  private @Nullable Map<String, String> pending;

  LuceneIndex(IndexWriter writer, SearcherManager searchers, LetterDocuments documents) {
    this.writer = writer;
    this.searchers = searchers;
    this.documents = documents;
    this.committed = notesOf(writer);
  }

  @Override
  public Map<String, FileRecord> files() throws IOException {
    try (DirectoryReader now = DirectoryReader.open(writer)) {
      return FileRecords.all(now);
    }
  }

  @Override
  public void put(FileRecord file, List<Reply> letters) throws IOException {
    List<Document> block = new ArrayList<>();
    letters.forEach(letter -> block.addAll(documents.of(letter, file.key())));
    block.add(FileRecords.document(file));
    writer.updateDocuments(new Term(Fields.KEY, file.key()), block);
  }

  @Override
  public void remove(String key) throws IOException {
    writer.deleteDocuments(new Term(Fields.KEY, key));
  }

  @Override
  public synchronized void commit() throws IOException {
    if (pending != null) {
      writer.setLiveCommitData(data(pending).entrySet());
    }
    writer.commit();
    if (pending != null) {
      committed = pending;
      pending = null;
    }
    searchers.maybeRefreshBlocking();
  }

  @Override
  public synchronized Map<String, String> notes() {
    return committed;
  }

  @Override
  public synchronized void note(Map<String, String> notes) {
    pending = Map.copyOf(notes);
  }

  /** Drops what was not committed, as a crash would. */
  @Override
  public synchronized void close() throws IOException {
    writer.close();
  }

  /** What a commit with these notes carries. */
  static Map<String, String> data(Map<String, String> notes) {
    Map<String, String> data = new HashMap<>();
    data.put(FORMAT_KEY, FORMAT);
    notes.forEach((name, note) -> data.put(NOTE_PREFIX + name, note));
    return data;
  }

  private static Map<String, String> notesOf(IndexWriter writer) {
    Map<String, String> notes = new HashMap<>();
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data != null) {
      for (Map.Entry<String, String> entry : data) {
        if (entry.getKey().startsWith(NOTE_PREFIX)) {
          notes.put(entry.getKey().substring(NOTE_PREFIX.length()), entry.getValue());
        }
      }
    }
    return Map.copyOf(notes);
  }
}
