package org.dafu.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.dafu.ingest.DeskAnswer.Change;
import org.dafu.ingest.DeskAnswer.Why;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Sha256;
import org.dafu.search.Correction;
import org.dafu.search.CorrectionPatch;
import org.dafu.search.FileRecord;
import org.dafu.search.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Receives letters, takes them out of service and puts right what was read in them (收发室). What it
 * has answered is on disk; the index follows with the next run, which it asks for. Safe for use by
 * many threads.
 */
public final class LetterDesk {
  private static final String WITHDRAWN = "withdrawn";

  private final Path received;
  private final Incoming incoming;
  private final Path withdrawn;
  private final HeldFiles held;
  private final LetterIntake intake;
  private final UnaryOperator<String> mask;
  private final SyncRequests syncs;
  private final Vocabulary vocabulary;
  private final Clock clock;

  /** Held while files are changed; nobody reads a letter under it, which may take long. */
  private final ReentrantLock changing = new ReentrantLock();

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
      Vocabulary vocabulary,
      Clock clock)
      throws IOException {
    this.received = receivedFolder(data);
    this.incoming = new Incoming(data.resolve("incoming"));
    this.withdrawn = data.resolve(WITHDRAWN);
    this.held = held;
    this.intake = intake;
    this.mask = mask;
    this.syncs = syncs;
    this.vocabulary = vocabulary;
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
   * @param vocabulary what values of closed lists may be given
   */
  public static LetterDesk open(
      Path data,
      HeldFiles held,
      LetterIntake intake,
      UnaryOperator<String> mask,
      SyncRequests syncs,
      Vocabulary vocabulary,
      Clock clock)
      throws IOException {
    LetterDesk desk = new LetterDesk(data, held, intake, mask, syncs, vocabulary, clock);
    desk.incoming.throwAway();
    new Incoming(Corrections.folder(desk.received)).throwAway();
    return desk;
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
    Path part = incoming.newPart();
    try {
      long bytes = Incoming.copy(body, part, LetterIntake.MAX_BYTES);
      if (bytes == 0) {
        return new DeskAnswer.Refused(Why.EMPTY, "The body is empty: send the file's bytes.");
      }
      if (bytes > LetterIntake.MAX_BYTES) {
        return new DeskAnswer.Refused(Why.TOO_LARGE, tooLarge());
      }
      String sha256 = Sha256.of(part);
      return alone(() -> keep(part, name, sha256, bytes, log));
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

  /** A change that no other one comes between. */
  private interface Changing {
    DeskAnswer make() throws IOException;
  }

  private DeskAnswer alone(Changing change) throws IOException {
    changing.lock();
    try {
      return change.make();
    } finally {
      changing.unlock();
    }
  }

  private DeskAnswer keep(Path part, String name, String sha256, long bytes, ChangeLog log)
      throws IOException {
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
  public DeskAnswer withdraw(String letter, String author, @Nullable String note, ChangeLog log)
      throws IOException {
    if (note != null && note.length() > CorrectionPatch.LONGEST_NOTE) {
      return new DeskAnswer.Refused(
          Why.INVALID, "note has at most " + CorrectionPatch.LONGEST_NOTE + " characters.");
    }
    return alone(() -> withdrawn(letter, author, note == null ? null : mask.apply(note), log));
  }

  private DeskAnswer withdrawn(String letter, String author, @Nullable String note, ChangeLog log)
      throws IOException {
    Optional<LetterPlace> found = find(letter);
    if (found.isEmpty()) {
      return notFound();
    }
    LetterPlace place = found.get();
    if (place.isReceivedFile() && !place.hasCopies()) {
      return remove(place, log);
    }
    Correction before = place.correction();
    Correction after =
        before.withdrawn() ? before : before.withdrawn(true, place.path(), author, now(), note);
    return write(place, before, after, Corrections.LARGEST_BYTES, log);
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
  public DeskAnswer correct(String letter, CorrectionPatch patch, String author, ChangeLog log)
      throws IOException {
    Optional<LetterPlace> found = find(letter);
    if (found.isEmpty()) {
      return notFound();
    }
    String unlisted = patch.unlisted(vocabulary);
    if (unlisted != null) {
      return new DeskAnswer.Refused(Why.INVALID, unlisted);
    }
    String sha256 = found.get().sha256();
    if (patch.onlyWithdraws()) {
      return alone(() -> correct(letter, sha256, null, patch, author, log));
    }
    return switch (found.get().readAgain(intake, mask)) {
      case LetterReading.Read again ->
          alone(() -> correct(letter, sha256, again.read(), patch, author, log));
      case LetterReading.Unreadable(String reason) ->
          new DeskAnswer.Refused(Why.INVALID, "It cannot be read: " + reason);
    };
  }

  /**
   * @param sha256 of the letter when it was asked for
   * @param read out of it since; null where that is not needed
   */
  private DeskAnswer correct(
      String letter,
      String sha256,
      @Nullable Reply read,
      CorrectionPatch patch,
      String author,
      ChangeLog log)
      throws IOException {
    Optional<LetterPlace> found = find(letter);
    if (found.isEmpty()) {
      return notFound();
    }
    LetterPlace place = found.get();
    if (!place.sha256().equals(sha256)
        || (read != null && !read.source().sha256().equals(sha256))) {
      return new DeskAnswer.Refused(
          Why.CONFLICT, "The file has changed since it was read: bring the index up to date.");
    }
    Correction before = place.correction();
    long most =
        patch.onlyWithdraws() ? Corrections.LARGEST_BYTES : Corrections.LARGEST_FIELDS_BYTES;
    return switch (patch.over(before, place.path(), read, author, now(), mask)) {
      case CorrectionPatch.Outcome.Done(Correction after) -> write(place, before, after, most, log);
      case CorrectionPatch.Outcome.Refused(String parameter, String reason) ->
          new DeskAnswer.Refused(Why.INVALID, reason);
      case CorrectionPatch.Outcome.Read again ->
          throw new IllegalStateException("a patch that is carried out is not read");
    };
  }

  /**
   * @param most bytes of the file of corrections: what cannot be read again is not written
   */
  private DeskAnswer write(
      LetterPlace place, Correction before, Correction after, long most, ChangeLog log)
      throws IOException {
    boolean changed = !after.equals(before);
    if (changed) {
      byte[] content = after.write();
      if (content.length > most) {
        return new DeskAnswer.Refused(
            Why.INVALID, "All corrections of one letter have at most " + (most >> 10) + " KB.");
      }
      Path file = Corrections.file(place.corpus(), after.id());
      Durably.makeFolder(Corrections.folder(place.corpus()));
      log.note("correct", place.path(), before.fieldsJson(), after.fieldsJson());
      Durably.write(file, content, file.resolveSibling("." + after.id() + Incoming.PART));
    }
    boolean hidden = hide(place.sha256(), before, after);
    if (changed) {
      syncs.wake();
    }
    return new DeskAnswer.Corrected(
        place.corpus().toString(), place.path(), after, changed, hidden);
  }

  /** Whether searches find a withdrawn letter no more; one marked 不予公开 is still to be read. */
  private boolean hide(String sha256, Correction before, Correction after) {
    if (after.withdrawn()) {
      return held.withhold(sha256, Marginalia.WITHDRAWN);
    }
    if (!after.hides()) {
      if (!after.equals(before)) {
        held.admit(sha256);
      }
    } else if (!before.hides() || before.withdrawn()) {
      held.withhold(sha256, Marginalia.HIDING);
    }
    return false;
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
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get().readAgain(intake, mask));
  }

  /** Whether the index says of a file that somebody has taken it out of service. */
  public static boolean isWithdrawn(FileRecord record) {
    return Marginalia.isWithdrawn(record);
  }

  /**
   * The files received, by name.
   *
   * @param known what the index says of every file, by key
   */
  public List<ReceivedFile> received(Map<String, FileRecord> known) throws IOException {
    return ReceivedFile.in(received, known);
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
