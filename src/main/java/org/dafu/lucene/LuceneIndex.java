package org.dafu.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.dafu.reply.Reply;
import org.dafu.search.FileRecord;
import org.dafu.search.NotWrittenException;
import org.dafu.search.ReplyIndex;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes blocks of documents, and commits them together with the notes. */
final class LuceneIndex implements ReplyIndex {
  private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);

  /** Key in a commit's data that says what made it. */
  static final String FORMAT_KEY = "dafu.format";

  /** Rises with every change that makes older indexes unreadable or wrong. */
  static final String FORMAT = "4";

  /** Formats of earlier programs whose letters can be searched while they are read anew. */
  static final Set<String> STILL_SEARCHED = Set.of("3", FORMAT);

  private static final String NOTE_PREFIX = "note.";

  /** Why letters are withheld, by the SHA-256 of their bytes; written under the write lock. */
  private final Map<String, String> withheld = new ConcurrentHashMap<>();

  /** Letters are put under the read lock: none slips in while one is being withheld. */
  private final ReadWriteLock withholding = new ReentrantReadWriteLock();

  private final OpensWriter opener;
  private final SearcherManager searchers;
  private final LetterDocuments documents;
  private volatile IndexWriter writer;
  private volatile boolean failed;
  private Map<String, String> committed;
  private @Nullable Map<String, String> pending;

  /**
   * The writing side.
   *
   * @param writer opened by the opener
   * @param opener opens another one when this one has failed
   */
  LuceneIndex(
      IndexWriter writer,
      OpensWriter opener,
      SearcherManager searchers,
      LetterDocuments documents) {
    this.writer = writer;
    this.opener = opener;
    this.searchers = searchers;
    this.documents = documents;
    this.committed = notes(writer.getLiveCommitData());
  }

  @Override
  public Map<String, FileRecord> files() throws IOException {
    recover();
    try (DirectoryReader now = DirectoryReader.open(writer)) {
      return FileRecords.all(now);
    } catch (IOException | AlreadyClosedException e) {
      throw failure(e);
    }
  }

  @Override
  public void put(FileRecord file, List<Reply> letters) throws IOException {
    List<Document> block = new ArrayList<>();
    letters.forEach(letter -> block.addAll(documents.of(letter, file.key())));
    withholding.readLock().lock();
    try {
      String reason = file.sha256() == null ? null : withheld.get(file.sha256());
      if (reason == null) {
        block.add(FileRecords.document(file));
        writer.updateDocuments(new Term(Fields.KEY, file.key()), block);
      } else {
        reject(file, reason);
      }
    } catch (IOException | AlreadyClosedException e) {
      throw failure(e);
    } finally {
      withholding.readLock().unlock();
    }
  }

  private void reject(FileRecord file, String reason) throws IOException {
    List<Document> block = List.of(FileRecords.document(file.rejected(reason)));
    writer.updateDocuments(new Term(Fields.KEY, file.key()), block);
  }

  @Override
  public void withhold(String sha256, String reason) throws IOException {
    boolean held = false;
    withholding.writeLock().lock();
    try (DirectoryReader now = DirectoryReader.open(writer)) {
      withheld.put(sha256, reason);
      for (FileRecord file : FileRecords.all(now).values()) {
        if (sha256.equals(file.sha256()) && file.state() == FileRecord.State.INDEXED) {
          reject(file, reason);
          held = true;
        }
      }
    } catch (IOException | AlreadyClosedException e) {
      throw failure(e);
    } finally {
      withholding.writeLock().unlock();
    }
    if (held) {
      commit();
    }
  }

  @Override
  public void admit(String sha256) {
    withheld.remove(sha256);
  }

  @Override
  public void remove(String key) throws IOException {
    try {
      writer.deleteDocuments(new Term(Fields.KEY, key));
    } catch (IOException | AlreadyClosedException e) {
      throw failure(e);
    }
  }

  @Override
  public synchronized void commit() throws IOException {
    if (failed) { // half of a run is not to be committed with the next one
      throw new NotWrittenException(new IOException("an earlier write of this run failed"));
    }
    try {
      if (pending != null) {
        writer.setLiveCommitData(data(pending).entrySet());
      }
      writer.commit();
    } catch (IOException | AlreadyClosedException e) {
      throw failure(e);
    }
    if (pending != null) {
      committed = pending;
      pending = null;
    }
    searchers.maybeRefreshBlocking();
  }

  /** Lucene's writer closes itself on many failures, and says so with an unchecked exception. */
  private NotWrittenException failure(Exception cause) {
    failed = true;
    Throwable tragedy = writer.getTragicException();
    return new NotWrittenException(tragedy == null ? cause : tragedy);
  }

  /** After a failure: drops what was not committed, and opens the last commit for writing. */
  private synchronized void recover() throws IOException {
    if (!failed && writer.isOpen()) {
      return;
    }
    failed = true;
    try {
      writer.rollback();
    } catch (IOException | AlreadyClosedException e) {
      LOG.debug("the failed writer could not tidy up behind it; the next one does", e);
    }
    try {
      writer = opener.open();
    } catch (IOException e) {
      throw new NotWrittenException(e);
    }
    pending = null;
    committed = notes(writer.getLiveCommitData());
    failed = false;
    LOG.info("The index can be written again, from its last commit on");
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

  /** The notes in a commit's data; null for a commit without. */
  static Map<String, String> notes(@Nullable Iterable<Map.Entry<String, String>> data) {
    Map<String, String> notes = new HashMap<>();
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
