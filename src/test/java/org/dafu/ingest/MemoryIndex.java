package org.dafu.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.search.FileRecord;
import org.dafu.search.ReplyIndex;

/** An index in memory that counts what is done to it. */
final class MemoryIndex implements ReplyIndex {
  private final Map<String, FileRecord> files = new TreeMap<>();
  private final Map<String, List<Reply>> letters = new TreeMap<>();
  private Map<String, String> pending = Map.of();
  private Map<String, String> notes = Map.of();
  int writes;
  int commits;

  @Override
  public synchronized Map<String, FileRecord> files() {
    return new HashMap<>(files);
  }

  @Override
  public synchronized void put(FileRecord file, List<Reply> replies) {
    writes++;
    if (replies.stream().anyMatch(reply -> reply.text().contains("unindexable"))) {
      throw new IllegalArgumentException("no such document");
    }
    files.put(file.key(), file);
    letters.put(file.key(), List.copyOf(replies));
  }

  @Override
  public synchronized void remove(String key) {
    writes++;
    files.remove(key);
    letters.remove(key);
  }

  @Override
  public synchronized void withhold(String sha256, String reason) {
    files.replaceAll((key, file) -> sha256.equals(file.sha256()) ? file.rejected(reason) : file);
    files.forEach(
        (key, file) ->
            letters.computeIfPresent(key, (k, v) -> file.reason() == null ? v : List.of()));
  }

  @Override
  public void admit(String sha256) {}

  @Override
  public synchronized void commit() {
    commits++;
    notes = pending;
  }

  @Override
  public synchronized Map<String, String> notes() {
    return notes;
  }

  @Override
  public synchronized void note(Map<String, String> noted) {
    pending = Map.copyOf(noted);
  }

  @Override
  public void close() {}

  /** The ids of the letters held, by the key of their file. */
  synchronized Map<String, List<ReplyId>> letters() {
    Map<String, List<ReplyId>> ids = new TreeMap<>();
    letters.forEach(
        (key, replies) -> {
          if (!replies.isEmpty()) {
            ids.put(key, replies.stream().map(Reply::id).toList());
          }
        });
    return ids;
  }

  /** The texts of all letters held, by path. */
  synchronized Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    letters.forEach(
        (key, replies) -> {
          String path = key.substring(key.indexOf('\n') + 1);
          replies.forEach(reply -> texts.put(path, reply.text()));
        });
    return texts;
  }

  /** The letter of this id. */
  synchronized Reply letter(ReplyId id) {
    return letters.values().stream()
        .flatMap(List::stream)
        .filter(reply -> reply.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Forgets all files and letters. */
  synchronized void clear() {
    files.clear();
    letters.clear();
  }

  /** Loses a letter, but not its file's record. */
  synchronized void lose(String path) {
    files.forEach(
        (key, record) -> {
          if (record.path().equals(path)) {
            letters.put(key, List.of());
          }
        });
  }
}
