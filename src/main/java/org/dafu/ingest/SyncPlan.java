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
import org.dafu.reply.Sha256;
import org.dafu.search.FileRecord;
import org.dafu.search.FileRecord.State;
import org.jspecify.annotations.Nullable;

/**
 * What makes the index agree with the folders: a step for each file found and for each that is
 * gone. Of files with the same bytes the first in the order of folders and paths is the letter, so
 * that the index follows from the folders alone and not from the order in which they grew.
 *
 * <p>The letters of an archive or a bulk file are planned like files of their own. That the file as
 * a whole is done is noted last of all, so that a run that is killed opens it again.
 *
 * @param steps those that take letters out of what is searched; then all others in the order of
 *     folders and paths, then removals, then those notes
 * @param takeOut how many of the steps take letters out
 */
record SyncPlan(List<SyncStep> steps, int takeOut) {
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
   * @param corrections what people have put right, beside what the index was made with
   * @param pool hashes files, many at once
   * @throws IOException never for a single file: one that cannot be hashed becomes a failed one
   */
  static SyncPlan of(
      CorpusListing listing,
      Map<String, FileRecord> known,
      Trust trust,
      Marginalia corrections,
      ReadingPool pool)
      throws IOException {
    return new Planning(known, trust, corrections).plan(listing, pool);
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
    private final Marginalia corrections;
    private final Map<String, FoundFile> firstOfContent = new HashMap<>();
    private final Map<String, List<FileRecord>> lettersOfFile = new HashMap<>();
    private final List<SyncStep> steps = new ArrayList<>();
    private final List<SyncStep> notes = new ArrayList<>();
    private final Set<String> found = new HashSet<>();

    Planning(Map<String, FileRecord> known, Trust trust, Marginalia corrections) {
      this.known = known;
      this.trust = trust;
      this.corrections = corrections;
      for (FileRecord record : known.values()) {
        String file = Bundle.fileOf(record.path());
        if (!file.equals(record.path())) {
          lettersOfFile
              .computeIfAbsent(record.corpus() + "\n" + file, each -> new ArrayList<>())
              .add(record);
        }
      }
    }

    SyncPlan plan(CorpusListing listing, ReadingPool pool) throws IOException {
      Map<String, Future<Hash>> hashes = new HashMap<>();
      Map<String, Future<OpenedBundle>> opened = new HashMap<>();
      for (FoundFile file : listing.files()) {
        if (mustOpen(file)) {
          opened.put(file.key(), pool.submit(() -> OpenedBundle.of(file)));
        } else if (mustHash(file, known.get(file.key()))) {
          hashes.put(file.key(), pool.submit(() -> Hash.of(file)));
        }
      }
      for (FoundFile file : listing.files()) {
        found.add(file.key());
        Future<OpenedBundle> bundle = opened.get(file.key());
        Future<Hash> hash = hashes.get(file.key());
        if (bundle != null) {
          addBundle(file, ReadingPool.get(bundle));
        } else if (isOpened(known.get(file.key()))) {
          keepBundle(file);
        } else {
          steps.add(step(file, known.get(file.key()), hash == null ? null : ReadingPool.get(hash)));
        }
      }
      known.values().stream()
          .filter(record -> !found.contains(record.key()) && !listing.outOfSight(record))
          .sorted(Comparator.comparing(FileRecord::corpus).thenComparing(FileRecord::path))
          .forEach(record -> steps.add(new SyncStep.Remove(record)));
      steps.addAll(notes);
      return inOrder();
    }

    private SyncPlan inOrder() {
      Set<String> read = new HashSet<>();
      for (SyncStep step : steps) {
        if (step instanceof SyncStep.Read letter) {
          read.add(letter.sha256());
        }
      }
      List<SyncStep> first = new ArrayList<>();
      List<SyncStep> others = new ArrayList<>();
      for (SyncStep step : steps) {
        (takesOut(step, read) ? first : others).add(step);
      }
      int takeOut = first.size();
      first.addAll(others);
      return new SyncPlan(first, takeOut);
    }

    /** What has only moved is searched until it is read in its new place. */
    private static boolean takesOut(SyncStep step, Set<String> read) {
      return switch (step) {
        case SyncStep.Remove(FileRecord record) -> !read.contains(record.sha256());
        case SyncStep.Refuse(FileRecord record) -> Marginalia.isWithheld(record);
        case SyncStep.Keep keep -> false;
        case SyncStep.Read letter -> false;
        case SyncStep.Note note -> false;
      };
    }

    private static boolean isOpened(@Nullable FileRecord record) {
      return record != null && record.state() == State.OPENED;
    }

    /**
     * Whether to look into a file: one that may hold several letters, unless it has not changed and
     * each of its letters is settled.
     */
    private boolean mustOpen(FoundFile file) {
      if (file.refusal() != null || !Bundle.isNamedLikeOne(file.path())) {
        return false;
      }
      FileRecord record = known.get(file.key());
      return trust != Trust.TIMES
          || record == null
          || record.sha256() == null
          || !file.looksLike(record)
          || !lettersOfFile.getOrDefault(file.key(), List.of()).stream()
              .allMatch(letter -> isSettled(letter) && !corrections.changed(letter));
    }

    private void addBundle(FoundFile file, OpenedBundle bundle) {
      FileRecord record = known.get(file.key());
      if (bundle.failure() != null) {
        steps.add(refuse(record, file.record(null, State.FAILED, bundle.failure())));
      } else if (bundle.refusal() != null) {
        steps.add(refuse(record, file.record(bundle.sha256(), State.REJECTED, bundle.refusal())));
      } else if (bundle.letters() == null) {
        steps.add(step(file, record, new Hash(bundle.sha256(), null)));
      } else {
        for (OpenedBundle.Hashed letter : bundle.letters()) {
          FoundFile part = letter.file();
          if (found.add(part.key())) { // an archive may hold two entries of one name
            steps.add(step(part, known.get(part.key()), new Hash(letter.sha256(), null)));
          }
        }
        boolean same =
            record != null
                && record.state() == State.OPENED
                && Objects.equals(record.sha256(), bundle.sha256());
        notes.add(
            same && record != null
                ? new SyncStep.Keep(record)
                : new SyncStep.Note(file.record(bundle.sha256(), State.OPENED, null)));
      }
    }

    /** An unchanged file's letters, as the index knows them. */
    private void keepBundle(FoundFile file) {
      lettersOfFile.getOrDefault(file.key(), List.of()).stream()
          .sorted(Comparator.comparing(FileRecord::path))
          .forEach(
              record -> {
                found.add(record.key());
                String suffix = record.path().substring(file.path().length());
                String sha256 = record.sha256();
                if (sha256 == null) {
                  steps.add(new SyncStep.Keep(record));
                } else {
                  Part known = Part.refused(suffix, "not to be read again"); // only its name
                  FoundFile part =
                      new FoundFile(
                          file.location(),
                          file.corpus(),
                          record.path(),
                          file.sizeBytes(),
                          file.modifiedMillis(),
                          known,
                          null);
                  steps.add(step(part, record, new Hash(sha256, null)));
                }
              });
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
      String withheld = corrections.refusal(file.key(), sha256, record);
      if (withheld != null) {
        return refuse(record, file.record(sha256, State.REJECTED, withheld));
      }
      FoundFile first = firstOfContent.putIfAbsent(sha256, file);
      if (first != null) {
        String name =
            first.corpus().equals(file.corpus()) ? first.path() : first.key().replace('\n', '/');
        return refuse(record, file.record(sha256, State.REJECTED, REPEATS + name));
      }
      boolean sameBytes = record != null && sha256.equals(record.sha256());
      boolean sameWay = trust != Trust.NO_READING && !corrections.changed(sha256);
      boolean settled = record != null && sameWay && isSettled(record);
      if (record != null && sameBytes && (settled || corrections.unreadable(sha256))) {
        return new SyncStep.Keep(record);
      }
      return new SyncStep.Read(file, sha256, record, corrections.of(file.corpus(), sha256));
    }

    /** Whether reading the same bytes again could give nothing else. */
    private static boolean isSettled(FileRecord record) {
      return switch (record.state()) {
        case INDEXED -> true;
        case REJECTED ->
            !String.valueOf(record.reason()).startsWith(REPEATS) && !Marginalia.isWithheld(record);
        case FAILED -> false;
        case OPENED -> false; // its letters are what can be settled
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
