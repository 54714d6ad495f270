package org.dafu.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dafu.ingest.SyncPlan.Trust;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.search.FileRecord;
import org.dafu.search.FileRecord.State;
import org.dafu.search.ReplySearcher;
import org.jspecify.annotations.Nullable;

/** Compares an index with its corpus folders, letter by letter and by content. */
public final class CorpusCheck {
  private CorpusCheck() {}

  /**
   * What a check found.
   *
   * @param letters letters that are in folders and index alike
   * @param differences one sentence for each file that is not, in the order of folders and paths;
   *     empty if all agrees
   */
  public record Findings(int letters, List<String> differences) {
    public Findings {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Compares. Nothing is written.
   *
   * @param folders the corpus folders
   * @param files the index's records, by key
   * @param searcher the same index
   * @throws IOException if a folder does not exist or cannot be walked
   */
  public static Findings of(
      List<Path> folders, Map<String, FileRecord> files, ReplySearcher searcher)
      throws IOException {
    CorpusListing listing = CorpusListing.of(folders);
    List<String> differences = new ArrayList<>();
    listing.unreadable().forEach(folder -> differences.add(folder.path() + ": " + folder.reason()));
    int letters = 0;
    try (ReadingPool pool = new ReadingPool(CorpusSync.Limits.ofThisMachine().threads())) {
      for (SyncStep step : SyncPlan.of(listing, files, Trust.CONTENT, pool).steps()) {
        Optional<String> difference = difference(step, searcher);
        difference.ifPresent(differences::add);
        if (difference.isEmpty() && isLetter(step)) {
          letters++;
        }
      }
    }
    long held = searcher.count();
    long recorded = files.values().stream().filter(CorpusCheck::isIndexed).count();
    if (held != recorded) {
      differences.add(
          String.format(Locale.ROOT, "the index holds %d letters, but records %d", held, recorded));
    }
    return new Findings(letters, differences);
  }

  private static boolean isLetter(SyncStep step) {
    return step instanceof SyncStep.Keep keep && isIndexed(keep.record());
  }

  private static boolean isIndexed(FileRecord record) {
    return record.state() == State.INDEXED;
  }

  private static Optional<String> difference(SyncStep step, ReplySearcher searcher) {
    return switch (step) {
      case SyncStep.Keep keep -> lost(keep.record(), searcher);
      case SyncStep.Read(FoundFile file, String sha256, FileRecord before) ->
          Optional.of(file.path() + ": " + unread(before));
      case SyncStep.Refuse refuse ->
          Optional.of(refuse.record().path() + ": " + refuse.record().reason());
      case SyncStep.Remove remove ->
          Optional.of(remove.record().path() + ": in the index, but gone from the folders");
    };
  }

  private static String unread(@Nullable FileRecord before) {
    if (before == null) {
      return "not in the index";
    }
    return before.state() == State.FAILED
        ? "it failed: " + before.reason()
        : "changed since it was indexed";
  }

  /** A letter that is recorded, but not held as it should be. */
  private static Optional<String> lost(FileRecord record, ReplySearcher searcher) {
    if (!isIndexed(record) || record.sha256() == null) {
      return Optional.empty();
    }
    ReplyId id = ReplyId.ofSha256(record.sha256());
    Optional<Reply> reply = searcher.reply(id);
    if (reply.isEmpty()) {
      return Optional.of(record.path() + ": recorded as indexed, but its letter is not held");
    }
    boolean agrees = reply.get().source().sha256().equals(record.sha256());
    return agrees ? Optional.empty() : Optional.of(record.path() + ": another letter is held");
  }
}
