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
import java.util.regex.Pattern;
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

  // What Lucene names its files; a folder with others is somebody else's.
  private static final Pattern OWN_FILE =
      Pattern.compile("_.*|segments.*|pending_segments.*|write\\.lock");

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
    @Nullable IndexWriter writer =
        writing ? writer(directory, analyzer(fold, words), settings.weights()) : null;
    this.searchers = new SearcherManager(directory, null);
    LetterDocuments documents = new LetterDocuments(fold, new FilterTerms(settings.vocabulary()));
    this.index = writer == null ? null : new LuceneIndex(writer, searchers, documents);
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
    this.suggester = new LuceneSuggester(searcher, searchers, settings.vocabulary(), fold, words);
    this.readSide =
        new ReadSide(
            searcher,
            suggester,
            new LuceneTextSearcher(searcher, phrases, scoring),
            new LuceneExplainer(searcher, reading),
            new LuceneSpeller(searcher, suggester, phrases),
            new LuceneFacetLister(searcher, fold),
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
    return open(folder, settings, true);
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
    return open(folder, settings, false);
  }

  private static LuceneEngine open(Path folder, Settings settings, boolean writing)
      throws IOException {
    Directory directory = FSDirectory.open(folder);
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
    if (index == null) {
      return checked();
    }
    synchronized (index) {
      return checked();
    }
  }

  private Verification checked() throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    // The writer's own lock is ours, or another process's that this look must not disturb.
    try (CheckIndex check =
        new CheckIndex(directory, NoLockFactory.INSTANCE.obtainLock(directory, "check"))) {
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
        if (!OWN_FILE.matcher(name).matches()) {
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
    if (!format.equals(LuceneIndex.FORMAT)) {
      throw new UnusableIndexException(Reason.OTHER_VERSION, folder, null);
    }
  }

  private static IndexWriter writer(Directory directory, Analyzer analyzer, Weights weights)
      throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(analyzer)
            .setSimilarity(new RarityBm25(weights, 1))
            .setRAMBufferSizeMB(RAM_BUFFER_MEGABYTES)
            .setCommitOnClose(false);
    IndexWriter writer = new IndexWriter(directory, config);
    if (!DirectoryReader.indexExists(directory)) {
      writer.setLiveCommitData(LuceneIndex.data(Map.of()).entrySet());
      writer.commit();
    }
    return writer;
  }

  private static Analyzer analyzer(CharacterFold fold, WordsAnalyzer words) {
    Map<String, Analyzer> byField = new HashMap<>();
    for (Part part : Part.values()) {
      byField.put(part.words(), words);
    }
    return new PerFieldAnalyzerWrapper(new CharacterAnalyzer(fold), byField);
  }
}
