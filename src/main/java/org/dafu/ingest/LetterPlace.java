package org.dafu.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Sha256;
import org.dafu.search.Correction;
import org.dafu.search.CorrectionReading;
import org.dafu.search.FileRecord;
import org.dafu.search.GivenReading;
import org.jspecify.annotations.Nullable;

/** Where a letter lies that somebody names. */
final class LetterPlace {
  private final Path received;
  private final LetterDesk.HeldFiles held;
  private final Path corpus;
  private final String path;
  private final String sha256;
  private final @Nullable FileRecord record;

  private LetterPlace(
      Path received,
      LetterDesk.HeldFiles held,
      Path corpus,
      String path,
      String sha256,
      @Nullable FileRecord record) {
    this.received = received;
    this.held = held;
    this.corpus = corpus;
    this.path = path;
    this.sha256 = sha256;
    this.record = record;
  }

  /** The letter of this name of a received file, or of this id. */
  static Optional<LetterPlace> find(String letter, Path received, LetterDesk.HeldFiles held)
      throws IOException {
    String name = ReceivedName.normal(letter);
    if (ReceivedName.fault(name) == null) {
      String sha256 = contentOf(received.resolve(name));
      if (sha256 != null) {
        FileRecord record = held.all().get(received + "\n" + name);
        return Optional.of(new LetterPlace(received, held, received, name, sha256, record));
      }
    }
    if (!ReplyId.isWellFormed(letter)) {
      return Optional.empty();
    }
    return held.all().values().stream()
        .filter(record -> record.state() != FileRecord.State.OPENED)
        .filter(record -> String.valueOf(record.sha256()).startsWith(letter))
        .min(Comparator.comparingInt(LetterPlace::rank).thenComparing(FileRecord::key))
        .map(
            record ->
                new LetterPlace(
                    received,
                    held,
                    Path.of(record.corpus()),
                    record.path(),
                    String.valueOf(record.sha256()),
                    record));
  }

  /** The checksum of a file; null if there is none. */
  static @Nullable String contentOf(Path file) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Sha256.of(file) : null;
  }

  /** Of several files with the same bytes, the one that is the letter. */
  private static int rank(FileRecord record) {
    return switch (record.state()) {
      case INDEXED -> 0;
      case REJECTED -> Marginalia.isWithheld(record) ? 1 : 2;
      case FAILED, OPENED -> 3;
    };
  }

  /** The folder that it lies in. */
  Path corpus() {
    return corpus;
  }

  /** Within that. */
  String path() {
    return path;
  }

  String sha256() {
    return sha256;
  }

  /** What the index says of it; null if it is not in there yet. */
  @Nullable FileRecord record() {
    return record;
  }

  Path location() {
    return corpus.resolve(Bundle.fileOf(path));
  }

  boolean isReceivedFile() {
    return corpus.equals(received) && path.equals(Bundle.fileOf(path)) && !path.contains("/");
  }

  /**
   * Whether a file elsewhere has the same bytes, and would be the letter instead: one that the
   * index knows, or one that was received and that it does not know yet.
   */
  boolean hasCopies() throws IOException {
    boolean known =
        held.all().values().stream()
            .anyMatch(
                other ->
                    sha256.equals(other.sha256())
                        && !other.key().equals(corpus + "\n" + path)
                        && Files.exists(
                            Path.of(other.corpus()).resolve(Bundle.fileOf(other.path()))));
    return known || wasReceivedTwice();
  }

  private boolean wasReceivedTwice() throws IOException {
    long bytes = Files.size(location());
    try (Stream<Path> files = Files.list(received)) {
      for (Path file : files.toList()) {
        if (!file.equals(location())
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && Files.size(file) == bytes
            && Sha256.of(file).equals(sha256)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * What is put right in it so far.
   *
   * @throws CorrectionsBrokenException if its file cannot be read
   */
  Correction correction() throws IOException {
    Path file = Corrections.file(corpus, ReplyId.ofSha256(sha256));
    try {
      return switch (Corrections.read(file)) {
        case Correction correction -> correction;
        case CorrectionReading.Broken broken ->
            throw new CorrectionsBrokenException(file, broken.line(), broken.reason());
      };
    } catch (NoSuchFileException e) {
      return Correction.none(path, sha256);
    }
  }

  /** The letter as it is read now, which may take as long as one may. */
  LetterReading readAgain(LetterIntake intake, UnaryOperator<String> mask) throws IOException {
    return switch (intake.takeOne(location(), path)) {
      case Intake.Letter taken -> corrected(taken.reply(), mask);
      case Intake.LookAlike taken -> corrected(taken.reply(), mask);
      case Intake.Refused refused -> new LetterReading.Unreadable(refused.reason());
      case Intake.Broken broken -> new LetterReading.Unreadable(broken.reason());
    };
  }

  private LetterReading corrected(Reply read, UnaryOperator<String> mask) throws IOException {
    return switch (correction().over(read, mask)) {
      case GivenReading.Completed(Reply now) -> new LetterReading.Read(read, now);
      case GivenReading.Broken unfit -> new LetterReading.Read(read, read); // as indexed
    };
  }
}
