package org.dafu.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dafu.ingest.DeskAnswer.Change;
import org.dafu.ingest.DeskAnswer.Why;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.search.Correction;
import org.dafu.search.CorrectionPatch;
import org.dafu.search.FileRecord;
import org.dafu.search.GivenReading;
import org.jspecify.annotations.Nullable;

/**
 * Receives letters, takes them out of service and puts right what was read in them (收发室). What it
 * has answered is on disk; the index follows with the next run, which it asks for. Safe for use by
 * many threads.
 */
public final class LetterDesk {
  private static final String WITHDRAWN = "withdrawn";

  /** Ends the names of files that are not complete. */
  private static final String PART = ".part";

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path received;
  private final Path incoming;
  private final Path withdrawn;
  private final HeldFiles held;
  private final LetterIntake intake;
  private final UnaryOperator<String> mask;
  private final SyncRequests syncs;
  private final Clock clock;

  /** What the index holds. */
  public interface HeldFiles {
    /** What it says of every file, by {@link FileRecord#key()}, as of its last commit. */
    Map<String, FileRecord> all() throws IOException;

    /**
     * Takes a letter out of what is searched, before the next run does; also while another index is
     * built.
     *
     * @param sha256 of the letter's bytes
     * @param reason for its record
     * @return whether searches do not find it any more; if not, the next run takes it out
     */
    default boolean withhold(String sha256, String reason) {
      return false;
    }

    /** A letter that was withheld may be searched again, once a run has read it. */
    default void admit(String sha256) {}
  }

  private LetterDesk(
      Path data,
      HeldFiles held,
      LetterIntake intake,
      UnaryOperator<String> mask,
      SyncRequests syncs,
      Clock clock)
      throws IOException {
    this.received = receivedFolder(data);
    this.incoming = data.resolve("incoming");
    this.withdrawn = data.resolve(WITHDRAWN);
    this.held = held;
    this.intake = intake;
    this.mask = mask;
    this.syncs = syncs;
    this.clock = clock;
  }

  /** The folder of received letters, made if there is none; a corpus folder like any other. */
  public static Path receivedFolder(Path data) throws IOException {
    Path folder = data.resolve("received");
    Durably.makeFolder(folder);
    return folder.toRealPath();
  }

  /**
   * A desk; what an earlier one was receiving when it was killed is thrown away.
   *
   * @param data the folder of everything derived or received; no other process writes it
   * @param mask hides personal numbers in a text
   * @param syncs asked for a run after each change
   */
  public static LetterDesk open(
      Path data,
      HeldFiles held,
      LetterIntake intake,
      UnaryOperator<String> mask,
      SyncRequests syncs,
      Clock clock)
      throws IOException {
    LetterDesk desk = new LetterDesk(data, held, intake, mask, syncs, clock);
    throwAway(desk.incoming);
    throwAway(Corrections.folder(desk.received));
    return desk;
  }

  private static void throwAway(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path part : files.filter(file -> file.toString().endsWith(PART)).toList()) {
          Files.delete(part);
        }
      }
    }
  }

  /**
   * Receives a file.
   *
   * @param given the name to keep it under
   * @param body read to its end, to disk
   * @throws IOException if the body breaks off or the disk does; then all is as it was
   */
  public DeskAnswer receive(String given, InputStream body, ChangeLog log) throws IOException {
    String name = ReceivedName.normal(given);
    String fault = ReceivedName.fault(name);
    if (fault != null) {
      return new DeskAnswer.Refused(Why.BAD_NAME, fault);
    }
    if (Files.isDirectory(received.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
      return new DeskAnswer.Refused(Why.CONFLICT, "There is a folder of this name.");
    }
    Durably.makeFolder(incoming);
    Path part = Files.createTempFile(incoming, "letter", PART);
    try {
      long bytes = copy(body, part);
      if (bytes == 0) {
        return new DeskAnswer.Refused(Why.EMPTY, "The body is empty: send the file's bytes.");
      }
      if (bytes > LetterIntake.MAX_BYTES) {
        return new DeskAnswer.Refused(Why.TOO_LARGE, tooLarge());
      }
      return keep(part, name, Sha256.of(part), bytes, log);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Whether a file of this name may hold several letters. */
  public static boolean mayHoldSeveral(String name) {
    return Bundle.isNamedLikeOne(name);
  }

  /** Bytes that a file may have. */
  public long maxBytes() {
    return LetterIntake.MAX_BYTES;
  }

  /** Says how large a file may be. */
  public static String tooLarge() {
    return "A file has at most " + (LetterIntake.MAX_BYTES >> 20) + " MB.";
  }

  private static long copy(InputStream body, Path part) throws IOException {
    long bytes = 0;
    try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
      OutputStream out = Channels.newOutputStream(file);
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        bytes += n;
        if (bytes > LetterIntake.MAX_BYTES) {
          return bytes;
        }
        out.write(buffer, 0, n);
      }
      file.force(true);
    }
    return bytes;
  }

  private synchronized DeskAnswer keep(
      Path part, String name, String sha256, long bytes, ChangeLog log) throws IOException {
    Path target = received.resolve(name);
    String before = LetterPlace.contentOf(target);
    if (sha256.equals(before)) {
      return new DeskAnswer.Received(name, sha256, bytes, Change.NONE);
    }
    log.note(before == null ? "receive" : "replace", name, before, sha256);
    held.admit(sha256);
    Durably.move(part, target);
    syncs.wake();
    return new DeskAnswer.Received(
        name, sha256, bytes, before == null ? Change.NEW : Change.REPLACED);
  }

  /**
   * Takes a letter out of service: a received file is moved out of the corpus; of any other, and of
   * one that lies elsewhere too, a withdrawal is written beside it.
   *
   * @param letter a received file's name, or the id of any letter
   * @param author who does it
   */
  public synchronized DeskAnswer withdraw(
      String letter, String author, @Nullable String note, ChangeLog log) throws IOException {
    Optional<LetterPlace> found = find(letter);
    if (found.isEmpty()) {
      return notFound();
    }
    LetterPlace place = found.get();
    if (place.isReceivedFile() && !place.hasCopies()) {
      return remove(place, log);
    }
    Correction before = place.correction();
    if (before.withdrawn()) {
      boolean hidden = held.withhold(place.sha256(), Marginalia.WITHDRAWN);
      return new DeskAnswer.Corrected(
          place.corpus().toString(), place.path(), before, false, hidden);
    }
    String masked = note == null ? null : mask.apply(note);
    return write(place, before, before.withdrawn(true, place.path(), author, now(), masked), log);
  }

  private DeskAnswer remove(LetterPlace place, ChangeLog log) throws IOException {
    Durably.makeFolder(withdrawn);
    String kept = ReplyId.ofSha256(place.sha256()) + "-" + place.path();
    log.note("withdraw", place.path(), place.sha256(), null);
    Durably.move(received.resolve(place.path()), withdrawn.resolve(kept));
    boolean hidden = held.withhold(place.sha256(), Marginalia.WITHDRAWN);
    Path corrections = Corrections.file(received, ReplyId.ofSha256(place.sha256()));
    if (Files.exists(corrections)) { // they go with the letter
      Durably.move(corrections, withdrawn.resolve(kept + ".corrections.json"));
    }
    syncs.wake();
    return new DeskAnswer.Removed(place.path(), place.sha256(), WITHDRAWN + "/" + kept, hidden);
  }

  /**
   * Puts right what was read in a letter.
   *
   * @param letter a received file's name, or the id of any letter
   * @param author who does it
   */
  public synchronized DeskAnswer correct(
      String letter, CorrectionPatch patch, String author, ChangeLog log) throws IOException {
    Optional<LetterPlace> found = find(letter);
    if (found.isEmpty()) {
      return notFound();
    }
    LetterPlace place = found.get();
    Reply read = null;
    if (!patch.onlyWithdraws()) {
      switch (readAgain(place)) {
        case LetterReading.Read again -> read = again.read();
        case LetterReading.Unreadable(String reason) -> {
          return new DeskAnswer.Refused(Why.INVALID, "It cannot be read: " + reason);
        }
      }
      if (!read.source().sha256().equals(place.sha256())) {
        return new DeskAnswer.Refused(
            Why.CONFLICT, "The file has changed since it was read: bring the index up to date.");
      }
    }
    Correction before = place.correction();
    return switch (patch.over(before, place.path(), read, author, now(), mask)) {
      case CorrectionPatch.Outcome.Done(Correction after) -> write(place, before, after, log);
      case CorrectionPatch.Outcome.Refused(String parameter, String reason) ->
          new DeskAnswer.Refused(Why.INVALID, reason);
      case CorrectionPatch.Outcome.Read again ->
          throw new IllegalStateException("a patch that is carried out is not read");
    };
  }

  private DeskAnswer write(LetterPlace place, Correction before, Correction after, ChangeLog log)
      throws IOException {
    boolean changed = !after.equals(before);
    boolean hidden = false;
    if (changed) {
      Path file = Corrections.file(place.corpus(), after.id());
      Durably.makeFolder(Corrections.folder(place.corpus()));
      log.note("correct", place.path(), before.fieldsJson(), after.fieldsJson());
      Durably.write(file, after.write(), file.resolveSibling("." + after.id() + PART));
      if (after.withdrawn()) {
        hidden = held.withhold(place.sha256(), Marginalia.WITHDRAWN);
      } else {
        held.admit(place.sha256());
      }
      syncs.wake();
    }
    return new DeskAnswer.Corrected(
        place.corpus().toString(), place.path(), after, changed, hidden);
  }

  /** What is known of a letter: a received file's name, or the id of any letter. */
  public DeskAnswer look(String letter) throws IOException {
    Optional<LetterPlace> found = find(letter);
    if (found.isEmpty()) {
      return notFound();
    }
    LetterPlace place = found.get();
    return new DeskAnswer.Known(
        place.corpus().toString(),
        place.path(),
        place.sha256(),
        place.record(),
        place.correction());
  }

  /**
   * A letter as it is read now, without its corrections and with them.
   *
   * @param letter a received file's name, or the id of any letter
   * @return empty if there is no such letter
   */
  public Optional<LetterReading> read(String letter) throws IOException {
    Optional<LetterPlace> found = find(letter);
    return found.isEmpty() ? Optional.empty() : Optional.of(readAgain(found.get()));
  }

  private LetterReading readAgain(LetterPlace place) throws IOException {
    return switch (intake.takeOne(place.location(), place.path())) {
      case Intake.Letter taken -> corrected(taken.reply(), place.correction());
      case Intake.LookAlike taken -> corrected(taken.reply(), place.correction());
      case Intake.Refused refused -> new LetterReading.Unreadable(refused.reason());
      case Intake.Broken broken -> new LetterReading.Unreadable(broken.reason());
    };
  }

  private LetterReading corrected(Reply read, Correction correction) {
    return switch (correction.over(read, mask)) {
      case GivenReading.Completed(Reply now) -> new LetterReading.Read(read, now);
      case GivenReading.Broken unfit -> new LetterReading.Read(read, read); // as indexed
    };
  }

  /** Whether the index says of a file that somebody has taken it out of service. */
  public static boolean isWithdrawn(FileRecord record) {
    return Marginalia.isWithdrawn(record);
  }

  /** The files received, by name. */
  public List<ReceivedFile> received() throws IOException {
    return ReceivedFile.in(received, held.all());
  }

  private String now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static DeskAnswer notFound() {
    return new DeskAnswer.Refused(
        Why.NOT_FOUND, "There is neither a received file of this name nor a letter of this id.");
  }

  private Optional<LetterPlace> find(String letter) throws IOException {
    return LetterPlace.find(letter, received, held);
  }
}
