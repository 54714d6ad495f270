package org.dafu.app;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.dafu.app.config.IndexConfig;
import org.dafu.ingest.CorpusSync;
import org.dafu.ingest.LetterDesk;
import org.dafu.ingest.Progress;
import org.dafu.ingest.SyncReport;
import org.dafu.read.OcrCommand;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.search.FileRecord;
import org.dafu.search.HeldPassages;
import org.dafu.search.ReadSide;
import org.dafu.search.ReplyIndex;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The letters held, for writing: brings the index in use up to date, or, where that is older,
 * damaged or read in another way, builds another beside it and puts that in its place at once.
 */
final class Holdings implements LetterDesk.HeldFiles, Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Holdings.class);

  private final Shelf shelf;
  private final LiveConfig config;
  private final @Nullable OcrCommand ocr;
  private final Served served;

  /** Why another index is to be built; null if none is. */
  private volatile @Nullable String outdated;

  /** The one being built is searched, as there is no other: nothing is ready before it is whole. */
  private boolean growing;

  /** Whether the one in use can be gone back to. */
  private boolean keep;

  private boolean verified;

  /** The one being built beside; null if none is. */
  private @Nullable Engine building;

  /**
   * Letters withheld since the last run began, with the reasons; with {@link #building} its lock.
   */
  private final Map<String, String> withheld = new HashMap<>();

  private Holdings(
      Shelf shelf, LiveConfig config, @Nullable OcrCommand ocr, Engine first, boolean growing) {
    this.shelf = shelf;
    this.config = config;
    this.ocr = ocr;
    this.served = new Served(first);
    this.growing = growing;
  }

  /**
   * Opens the index of a shelf, and says what is wrong with it if something is.
   *
   * @param shelf closed with the holdings, or if they cannot be opened
   * @param ocr reads scans; null for none
   * @throws IOException if another process writes it, or it cannot be read or written
   */
  static Holdings open(Shelf shelf, LiveConfig config, @Nullable OcrCommand ocr)
      throws IOException {
    boolean opened = false;
    try {
      Holdings holdings = opened(shelf, config, ocr);
      opened = true;
      return holdings;
    } finally {
      if (!opened) {
        shelf.close();
      }
    }
  }

  private static Holdings opened(Shelf shelf, LiveConfig config, @Nullable OcrCommand ocr)
      throws IOException {
    return switch (shelf.open(config.now())) {
      case Shelf.Found.Usable(Engine engine, boolean verified) -> {
        Holdings holdings = new Holdings(shelf, config, ocr, engine, false);
        holdings.keep = true;
        holdings.verified = verified;
        yield holdings;
      }
      case Shelf.Found.Nothing() -> growing(shelf, config, ocr);
      case Shelf.Found.Outdated(String reason, Engine engine, boolean damaged) -> {
        LOG.warn("{}; it is built anew from the folders", reason);
        Holdings holdings;
        if (engine == null) {
          holdings = growing(shelf, config, ocr);
        } else {
          LOG.info("The index as it is is searched until then");
          holdings = new Holdings(shelf, config, ocr, engine, false);
        }
        holdings.outdated = reason;
        holdings.keep = !damaged;
        yield holdings;
      }
    };
  }

  private static Holdings growing(Shelf shelf, LiveConfig config, @Nullable OcrCommand ocr)
      throws IOException {
    IndexConfig now = config.now();
    return new Holdings(shelf, config, ocr, shelf.build(now, Wiring.reading(now, ocr)), true);
  }

  /** The reading side, of whichever index is in use. */
  ReadSide reading() {
    return served.reading();
  }

  /** The passages of its letters, for whoever makes vectors of them. */
  HeldPassages passages() {
    return served.passages();
  }

  @Override
  public Map<String, FileRecord> all() throws IOException {
    return served.files();
  }

  @Override
  public boolean withhold(String sha256, String reason) {
    synchronized (withheld) {
      withheld.put(sha256, reason);
      try {
        for (ReplyIndex index : written()) {
          index.withhold(sha256, reason);
        }
        return !served.engine().isReadOnly();
      } catch (IOException e) {
        LOG.warn("A withdrawn letter is searched until the next run: {}", e.getMessage());
        return false;
      }
    }
  }

  @Override
  public void admit(String sha256) {
    synchronized (withheld) {
      withheld.remove(sha256);
      written().forEach(index -> index.admit(sha256));
    }
  }

  /** The index in use, unless an older program made it and it can only be read; and the next. */
  private List<ReplyIndex> written() {
    List<ReplyIndex> written = new ArrayList<>();
    if (!served.engine().isReadOnly()) {
      written.add(served.engine().index());
    }
    if (building != null) {
      written.add(building.index());
    }
    return written;
  }

  /** A run that begins now sees for itself what is withdrawn. */
  private void admitAll() {
    synchronized (withheld) {
      written().forEach(index -> withheld.keySet().forEach(index::admit));
      withheld.clear();
    }
  }

  /** From now on what is withheld is withheld from this one too; null for none. */
  private void setBuilding(@Nullable Engine next) throws IOException {
    synchronized (withheld) {
      building = next;
      if (next != null) {
        for (Map.Entry<String, String> each : withheld.entrySet()) {
          next.index().withhold(each.getKey(), each.getValue());
        }
      }
    }
  }

  /** The letters marked 不予公开. */
  List<Reply> notPublic() throws IOException {
    return served.notPublic();
  }

  /** Why another index is to be built; null if none is, or none was looked for yet. */
  @Nullable String outdated() {
    return outdated;
  }

  /** Whether a whole index holds just these folders' letters: then searches can be answered. */
  boolean holdsLettersOf(List<Path> folders) throws IOException {
    Set<Path> named = new TreeSet<>();
    for (Path folder : folders) {
      named.add(folder.toAbsolutePath().normalize());
    }
    Engine engine = served.engine();
    Set<Path> held = CorpusSync.corpora(engine.files());
    for (Path folder : folders) {
      if (!held.contains(folder) && isEmpty(folder)) { // such as that of received letters
        named.remove(folder);
      }
    }
    return !growing && engine.searcher().count() > 0 && held.equals(named);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.allMatch(entry -> String.valueOf(entry.getFileName()).startsWith("."));
    }
  }

  /**
   * Whether the next {@link #bringUpToDate} builds an index; at once true after {@link #demand}.
   */
  synchronized boolean mustBuild() throws IOException {
    return growing || outdated != null || readInAnotherWay();
  }

  /**
   * Another index is to be built, whatever the state of this one.
   *
   * @param reason why, one sentence
   */
  void demand(String reason) {
    outdated = reason;
  }

  private boolean readInAnotherWay() throws IOException {
    String wanted = Wiring.reading(config.now(), ocr);
    Engine engine = served.engine();
    String held = engine.index().notes().get(CorpusSync.READING);
    return !wanted.equals(held)
        && !(held == null && engine.files().isEmpty())
        && !shelf.declined().map(wanted::equals).orElse(false);
  }

  /** {@link #bringUpToDate} where nobody changes the folders meanwhile. */
  SyncReport bringUpToDate(List<Path> folders, Progress progress, BooleanSupplier stopping)
      throws IOException {
    return bringUpToDate(folders, progress, stopping, () -> false);
  }

  /**
   * Makes the index hold what the folders hold.
   *
   * @param asked whether there is something new in them since it was last asked: while another
   *     index is built, the one in use follows them too
   * @throws org.dafu.search.NotWrittenException if the index cannot be written; then what was held
   *     is searched on
   * @throws IOException if a folder does not exist or cannot be walked
   */
  synchronized SyncReport bringUpToDate(
      List<Path> folders, Progress progress, BooleanSupplier stopping, BooleanSupplier asked)
      throws IOException {
    admitAll();
    if (!mustBuild()) {
      return sync(folders, progress, stopping);
    }
    if (growing || served.engine().isReadOnly()) {
      return build(folders, progress, stopping, stopping);
    }
    Abreast abreast = new Abreast(() -> sync(folders, Progress.NONE, stopping), asked, stopping);
    return build(folders, progress, abreast, stopping);
  }

  /** Brings the index in use up to date, its letters read as they were. */
  private SyncReport sync(List<Path> folders, Progress progress, BooleanSupplier stopping)
      throws IOException {
    Engine engine = served.engine();
    String held = engine.index().notes().get(CorpusSync.READING);
    String reading = held == null ? Wiring.reading(config.now(), ocr) : held;
    return Wiring.sync(engine, config.now(), ocr, reading).run(folders, progress, stopping);
  }

  /**
   * Builds another index, and at the end adds what has come since the building began.
   *
   * @param between asked between two files whether to stop
   */
  private SyncReport build(
      List<Path> folders, Progress progress, BooleanSupplier between, BooleanSupplier stopping)
      throws IOException {
    IndexConfig now = config.now();
    String reading = Wiring.reading(now, ocr);
    Engine next = growing ? served.engine() : shelf.build(now, reading);
    boolean served = growing;
    boolean failed = true;
    try {
      setBuilding(next);
      CorpusSync sync = Wiring.sync(next, now, ocr, reading);
      SyncReport report = sync.run(folders, progress, between);
      if (!report.stopped()) {
        report = report.then(sync.run(folders, Progress.NONE, stopping));
      }
      if (!report.stopped()) {
        requireSound(next, growing ? List.of() : next.damage());
        take(next, now);
        served = true;
      }
      failed = false;
      return report;
    } finally {
      setBuilding(null);
      if (!served) {
        next.close();
        if (failed) { // a full disk is not to stay full of half an index
          shelf.giveUp();
        }
      }
    }
  }

  private void take(Engine next, IndexConfig now) throws IOException {
    shelf.use(keep);
    if (!growing) {
      next.reading().suggester().prepare();
      synchronized (withheld) { // nothing is withheld from the earlier one alone
        served.replaceBy(next);
      }
      LOG.info("The index built anew is in use");
    }
    config.takeUpVocabulary(now);
    growing = false;
    keep = true;
    verified = true;
    outdated = null;
  }

  /** An index that lacks letters whose files it says it holds is never put into use. */
  private void requireSound(Engine next, List<String> damage) throws IOException {
    Map<String, List<ReplyId>> letters = next.letters();
    long missing =
        next.files().values().stream()
            .filter(file -> file.state() == FileRecord.State.INDEXED)
            .filter(file -> !letters.containsKey(file.key()))
            .count();
    if (missing > 0 || !damage.isEmpty()) {
      throw new IOException(
          "the index built anew is not sound and is not used: letters missing "
              + missing
              + "; "
              + damage);
    }
  }

  /**
   * Compares the bytes of the index with their checksums if that was not done when it was opened;
   * of a damaged one, another is demanded.
   *
   * @return whether another is to be built
   */
  synchronized boolean verify() throws IOException {
    if (!verified) {
      verified = true;
      List<String> damage = served.engine().damagedBytes();
      if (!damage.isEmpty()) {
        keep = false;
        LOG.error("The index is damaged; it is built anew from the folders: {}", damage);
        demand("the index is damaged");
      }
    }
    return outdated != null;
  }

  @Override
  public void close() throws IOException {
    try (shelf) {
      served.close();
    }
  }
}
