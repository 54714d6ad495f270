package org.dafu.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Future;
import org.dafu.search.FileRecord;
import org.dafu.search.FileRecord.State;
import org.jspecify.annotations.Nullable;

/**
 * What makes the index agree with the folders: a step for each file found and for each that is
 * gone. Of files with the same bytes the first in the order of folders and paths is the letter, so
 * that the index follows from the folders alone and not from the order in which they grew.
 *
 * @param steps in the order of folders and paths, removals last
 */
record SyncPlan(List<SyncStep> steps) {
  /** Begins the reason of a file that is refused because another one is the letter. */
  private static final String REPEATS = "内容与另一文件完全相同：";

  SyncPlan {
    steps = List.copyOf(steps);
  }

  /** How far to believe what the index says of files. */
  enum Trust {
    /** A file whose size and time of change are those of its record has not changed. */
    TIMES,
    /** A file whose bytes hash as its record says has not changed. */
    CONTENT,
    /** As {@link #TIMES}, but every letter is to be read again: the way of reading has changed. */
    NO_READING
  }

  /** Steps that read a file. */
  int reads() {
    return (int) steps.stream().filter(SyncStep.Read.class::isInstance).count();
  }

  /**
   * Compares.
   *
   * @param known records of the index, by key
   * @param pool hashes files, many at once
   * @throws IOException never for a single file: one that cannot be hashed becomes a failed one
   */
  static SyncPlan of(
      CorpusListing listing, Map<String, FileRecord> known, Trust trust, ReadingPool pool)
      throws IOException {
    return new Planning(known, trust).plan(listing, pool);
  }

  /**
   * The hash of a file's bytes, or why there is none.
   *
   * @param sha256 null if the file could not be read
   * @param failure null if it could
   */
  private record Hash(@Nullable String sha256, @Nullable String failure) {
    static Hash of(FoundFile file) {
      try {
        return new Hash(Sha256.of(file.location()), null);
      } catch (IOException e) {
        return new Hash(null, LetterIntake.explain(e));
      }
    }
  }

  private static final class Planning {
    private final Map<String, FileRecord> known;
    private final Trust trust;
    private final Map<String, FoundFile> firstOfContent = new HashMap<>();

    Planning(Map<String, FileRecord> known, Trust trust) {
      this.known = known;
      this.trust = trust;
    }

    SyncPlan plan(CorpusListing listing, ReadingPool pool) throws IOException {
      Map<String, Future<Hash>> hashes = new HashMap<>();
      for (FoundFile file : listing.files()) {
        if (mustHash(file, known.get(file.key()))) {
          hashes.put(file.key(), pool.submit(() -> Hash.of(file)));
        }
      }
      List<SyncStep> steps = new ArrayList<>();
      Set<String> found = new HashSet<>();
      for (FoundFile file : listing.files()) {
        found.add(file.key());
        Future<Hash> hash = hashes.get(file.key());
        steps.add(step(file, known.get(file.key()), hash == null ? null : ReadingPool.get(hash)));
      }
      known.values().stream()
          .filter(record -> !found.contains(record.key()) && !listing.outOfSight(record))
          .sorted(Comparator.comparing(FileRecord::corpus).thenComparing(FileRecord::path))
          .forEach(record -> steps.add(new SyncStep.Remove(record)));
      return new SyncPlan(steps);
    }

    private boolean mustHash(FoundFile file, @Nullable FileRecord record) {
      if (file.refusal() != null) {
        return false;
      }
      return trust == Trust.CONTENT
          || record == null
          || record.sha256() == null
          || !file.looksLike(record);
    }

    private SyncStep step(FoundFile file, @Nullable FileRecord record, @Nullable Hash hash) {
      if (file.refusal() != null) {
        return refuse(record, file.record(null, State.REJECTED, file.refusal()));
      }
      if (hash != null && hash.failure() != null) {
        return refuse(record, file.record(null, State.FAILED, hash.failure()));
      }
      String sha256 = hash != null ? hash.sha256() : record != null ? record.sha256() : null;
      if (sha256 == null) {
        throw new IllegalStateException("neither hashed nor known: " + file.path());
      }
      FoundFile first = firstOfContent.putIfAbsent(sha256, file);
      if (first != null) {
        String name = first.corpus().equals(file.corpus()) ? first.path() : first.location() + "";
        return refuse(record, file.record(sha256, State.REJECTED, REPEATS + name));
      }
      boolean sameBytes = record != null && sha256.equals(record.sha256());
      if (record != null && sameBytes && trust != Trust.NO_READING && isSettled(record)) {
        return new SyncStep.Keep(record);
      }
      return new SyncStep.Read(file, sha256, record);
    }

    /** Whether reading the same bytes again could give nothing else. */
    private static boolean isSettled(FileRecord record) {
      return switch (record.state()) {
        case INDEXED -> true;
        case REJECTED -> !String.valueOf(record.reason()).startsWith(REPEATS);
        case FAILED -> false;
      };
    }

    private static SyncStep refuse(@Nullable FileRecord before, FileRecord now) {
      if (before != null
          && before.state() == now.state()
          && Objects.equals(before.sha256(), now.sha256())
          && Objects.equals(before.reason(), now.reason())) {
        return new SyncStep.Keep(before);
      }
      return new SyncStep.Refuse(now);
    }
  }
}
