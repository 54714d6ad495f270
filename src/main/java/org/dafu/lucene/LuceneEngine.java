package org.dafu.lucene;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.IOUtils;
import org.dafu.analysis.CharacterAnalyzer;
import org.dafu.analysis.CharacterFold;
import org.dafu.analysis.WordsAnalyzer;
import org.dafu.lucene.UnusableIndexException.Reason;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.search.FileRecord;
import org.dafu.search.HeldPassages;
import org.dafu.search.ReadSide;
import org.dafu.search.ReplyIndex;
import org.dafu.search.ReplySearcher;
import org.jspecify.annotations.Nullable;

/**
 * The embedded engine: one Lucene index in one folder, with a writing and a reading side.
 *
 * <p>Threads that use it must not be interrupted: Lucene answers an interrupt by closing files
 * under every reader.
 */
public final class LuceneEngine implements Closeable {
  private static final double RAM_BUFFER_MEGABYTES = 32;

  // One typed character is up to three clauses in each part of a letter and of its sections.
  private static final int MAX_CLAUSES = 100_000;

  private final Directory directory;
  private final SearcherManager searchers;
  private final LuceneSearcher searcher;
  private final LuceneSuggester suggester;
  private final ReadSide readSide;
  private final @Nullable LuceneIndex index;

  static {
    IndexSearcher.setMaxClauseCount(MAX_CLAUSES);
  }

  private LuceneEngine(Directory directory, Settings settings, boolean writing) throws IOException {
    this.directory = directory;
    CharacterFold fold = new CharacterFold(settings.variants());
    WordsAnalyzer words = new WordsAnalyzer(fold);
    Analyzer analyzer = analyzer(fold, words);
    OpensWriter opener = () -> writer(directory, analyzer, settings.weights());
    @Nullable IndexWriter writer = writing ? opener.open() : null;
    this.searchers = searchers(directory, writer);
    LetterDocuments documents = new LetterDocuments(fold, new FilterTerms(settings.vocabulary()));
    this.index = writer == null ? null : new LuceneIndex(writer, opener, searchers, documents);
    Phrases phrases = new Phrases(fold);
    Reading reading = new Reading(settings.words(), fold, words);
    Scoring scoring = new Scoring(settings.weights(), phrases, reading, words);
    Meant meant = new Meant(settings.meanings(), settings.weights());
    FacetCounts facets = new FacetCounts(settings.vocabulary());
    this.searcher =
        new LuceneSearcher(
            searchers,
            phrases,
            reading,
            scoring,
            meant,
            facets,
            settings.vocabulary(),
            settings.timeLimit());
    this.suggester =
        new LuceneSuggester(searcher, searchers, settings.vocabulary(), fold, words, reading);
    this.readSide =
        new ReadSide(
            searcher,
            suggester,
            new LuceneTextSearcher(searcher, phrases, scoring, meant),
            new LuceneExplainer(searcher, reading),
            new LuceneSpeller(searcher, suggester, phrases),
            new LuceneFacetLister(searcher, fold, reading),
            new LuceneCoverage(searcher, settings.vocabulary()));
    // The dictionary takes longer to load than all else: the first search must not wait for it.
    Thread.ofPlatform().daemon().name("smartcn-dictionary").start(() -> reading.units("词典"));
  }

  /**
   * Opens the index in this folder for writing and reading, and makes a new one if the folder is
   * empty or absent.
   *
   * @throws UnusableIndexException if what is there cannot be used; its message says what to do
   * @throws IOException if the folder cannot be read or written
   */
  public static LuceneEngine open(Path folder, Settings settings) throws IOException {
    Files.createDirectories(folder);
    return open(folder, FSDirectory.open(folder), settings, true);
  }

  /**
   * Opens the index in this folder for reading, beside a process that may be writing it; what that
   * process commits later is seen after {@link #refresh()}.
   *
   * @throws UnusableIndexException if there is none, or it cannot be used
   * @throws IOException if the folder cannot be read
   */
  public static LuceneEngine openForReading(Path folder, Settings settings) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UnusableIndexException(Reason.ABSENT, folder, null);
    }
    return open(folder, FSDirectory.open(folder), settings, false);
  }

  /** Opens what lies in this directory, which messages call by this folder, and closes it. */
  static LuceneEngine open(Path folder, Directory directory, Settings settings, boolean writing)
      throws IOException {
    boolean opened = false;
    try {
      requireOwn(folder, directory, writing);
      LuceneEngine engine = new LuceneEngine(directory, settings, writing);
      opened = true;
      return engine;
    } catch (LockObtainFailedException e) {
      throw new UnusableIndexException(Reason.IN_USE, folder, e);
    } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
      throw new UnusableIndexException(Reason.OTHER_VERSION, folder, e);
    } catch (CorruptIndexException
        | EOFException
        | FileNotFoundException
        | NoSuchFileException
        | IllegalArgumentException e) {
      throw new UnusableIndexException(Reason.DAMAGED, folder, e);
    } finally {
      if (!opened) {
        directory.close();
      }
    }
  }

  /** The writing side. */
  public ReplyIndex index() {
    if (index == null) {
      throw new IllegalStateException("the index was opened for reading only");
    }
    return index;
  }

  /** Whether there is no writing side. */
  public boolean isReadOnly() {
    return index == null;
  }

  /** The reading side. */
  public ReplySearcher searcher() {
    return searcher;
  }

  /** The reading side with all that is found beside searches. */
  public ReadSide reading() {
    return readSide;
  }

  /** The passages of the letters that searches find, for whoever makes vectors of them. */
  public HeldPassages passages() {
    return new LucenePassages(searcher);
  }

  /** The records of all files as of the last commit taken up, by {@link FileRecord#key()}. */
  public Map<String, FileRecord> files() throws IOException {
    IndexSearcher now = searchers.acquire();
    try {
      return FileRecords.all(now.getIndexReader());
    } finally {
      searchers.release(now);
    }
  }

  /** The ids of all letters held, those that no search finds too, by the key of their file. */
  public Map<String, List<ReplyId>> letters() throws IOException {
    IndexSearcher now = searchers.acquire();
    try {
      return HeldLetters.all(now);
    } finally {
      searchers.release(now);
    }
  }

  /** The letters held that are marked 不予公开 and that no search finds. */
  public List<Reply> notPublic() throws IOException {
    IndexSearcher now = searchers.acquire();
    try {
      return HeldLetters.hidden(now);
    } finally {
      searchers.release(now);
    }
  }

  /**
   * The format of the index whose last commit is in this folder.
   *
   * @return empty where it cannot be told
   */
  public static String format(Path folder) {
    try (Directory directory = FSDirectory.open(folder)) {
      Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
      return String.valueOf(data.getOrDefault(LuceneIndex.FORMAT_KEY, ""));
    } catch (IOException e) { // as for notes
      return "";
    }
  }

  /**
   * What was noted with the last commit in this folder, without opening it; see {@link
   * ReplyIndex#notes()}.
   *
   * @return empty where nothing was, or it cannot be told
   */
  public static Map<String, String> notes(Path folder) {
    try (Directory directory = FSDirectory.open(folder)) {
      return LuceneIndex.notes(SegmentInfos.readLatestCommit(directory).getUserData().entrySet());
    } catch (IOException e) { // damaged, or no index: whoever opens it says so
      return Map.of();
    }
  }

  /** The size of the last commit on disk, bytes. */
  public long bytes() throws IOException {
    long bytes = 0;
    for (String file : SegmentInfos.readLatestCommit(directory).files(true)) {
      bytes += directory.fileLength(file);
    }
    return bytes;
  }

  /** Takes up what another process has committed. */
  public void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /**
   * Reads every byte of the last commit and compares it with its checksums and with itself; commits
   * wait until it is done.
   *
   * @throws IOException if the folder cannot be read
   */
  public Verification verify() throws IOException {
    return verify(CheckIndex.Level.DEFAULT_VALUE);
  }

  /**
   * Reads every byte of the last commit and compares it with its checksums only.
   *
   * @throws IOException if the folder cannot be read
   */
  public Verification verifyBytes() throws IOException {
    return verify(CheckIndex.Level.MIN_LEVEL_FOR_CHECKSUM_CHECKS);
  }

  private Verification verify(int level) throws IOException {
    Verification verification = checked(directory, level);
    if (index == null || verification.sound()) {
      return verification;
    }
    synchronized (index) { // files may have gone with a commit that was made meanwhile
      return checked(directory, level);
    }
  }

  /**
   * The same of an index that is not opened.
   *
   * @throws IOException if the folder cannot be read
   */
  public static Verification verifyBytes(Path folder) throws IOException {
    try (Directory unopened = FSDirectory.open(folder)) {
      return checked(unopened, CheckIndex.Level.MIN_LEVEL_FOR_CHECKSUM_CHECKS);
    }
  }

  private static Verification checked(Directory directory, int level) throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    // The writer's own lock is ours, or another process's that this look must not disturb.
    try (CheckIndex check =
        new CheckIndex(directory, NoLockFactory.INSTANCE.obtainLock(directory, "check"))) {
      check.setLevel(level);
      check.setInfoStream(new PrintStream(log, false, StandardCharsets.UTF_8));
      CheckIndex.Status status = check.checkIndex();
      List<String> problems =
          status.clean
              ? List.of()
              : log.toString(StandardCharsets.UTF_8)
                  .lines()
                  .filter(line -> line.contains("FAILED") || line.contains("ERROR"))
                  .map(String::strip)
                  .distinct()
                  .toList();
      return new Verification(status.clean, problems);
    }
  }

  /** Closes both sides; what was not committed is dropped. */
  @Override
  public void close() throws IOException {
    IOUtils.close(suggester, index, searchers, directory);
  }

  private static void requireOwn(Path folder, Directory directory, boolean writing)
      throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      if (!writing) {
        throw new UnusableIndexException(Reason.ABSENT, folder, null);
      }
      for (String name : directory.listAll()) {
        if (!OwnFiles.isOne(name)) {
          throw new UnusableIndexException(Reason.FOREIGN, folder, null);
        }
      }
      return;
    }
    String format =
        SegmentInfos.readLatestCommit(directory).getUserData().get(LuceneIndex.FORMAT_KEY);
    if (format == null) {
      throw new UnusableIndexException(Reason.FOREIGN, folder, null);
    }
    boolean usable =
        format.equals(LuceneIndex.FORMAT)
            || (!writing && LuceneIndex.STILL_SEARCHED.contains(format));
    if (!usable) {
      throw new UnusableIndexException(Reason.OTHER_VERSION, folder, null);
    }
  }

  private static SearcherManager searchers(Directory directory, @Nullable IndexWriter writer)
      throws IOException {
    boolean opened = false;
    try {
      SearcherManager searchers = new SearcherManager(directory, null);
      opened = true;
      return searchers;
    } finally {
      if (!opened) { // else the folder stays locked
        IOUtils.closeWhileHandlingException(writer);
      }
    }
  }

  private static IndexWriter writer(Directory directory, Analyzer analyzer, Weights weights)
      throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(analyzer)
            .setSimilarity(new RarityBm25(weights, 1))
            .setRAMBufferSizeMB(RAM_BUFFER_MEGABYTES)
            .setMergeScheduler(new Merges())
            .setCommitOnClose(false);
    IndexWriter writer = new IndexWriter(directory, config);
    boolean opened = false;
    try {
      if (!DirectoryReader.indexExists(directory)) {
        writer.setLiveCommitData(LuceneIndex.data(Map.of()).entrySet());
        writer.commit();
      }
      opened = true;
      return writer;
    } finally {
      if (!opened) {
        IOUtils.closeWhileHandlingException(writer);
      }
    }
  }

  private static Analyzer analyzer(CharacterFold fold, WordsAnalyzer words) {
    Map<String, Analyzer> byField = new HashMap<>();
    for (Part part : Part.values()) {
      byField.put(part.words(), words);
    }
    return new PerFieldAnalyzerWrapper(new CharacterAnalyzer(fold), byField);
  }
}
