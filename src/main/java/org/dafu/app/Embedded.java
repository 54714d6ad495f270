package org.dafu.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dafu.app.backup.IndexFiles;
import org.dafu.app.config.ConfigVocabulary;
import org.dafu.app.config.IndexConfig;
import org.dafu.ingest.CorpusSync;
import org.dafu.ingest.Withheld;
import org.dafu.lucene.Generations;
import org.dafu.lucene.LuceneEngine;
import org.dafu.lucene.Settings;
import org.dafu.lucene.UnusableIndexException;
import org.dafu.lucene.UnusableIndexException.Reason;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.search.FileRecord;
import org.dafu.search.HeldPassages;
import org.dafu.search.ReadSide;
import org.dafu.search.ReplyIndex;
import org.dafu.search.ReplySearcher;

/** The embedded engine in the shapes that the program knows. */
final class Embedded {
  /** An index up to this size is compared with its checksums before it is searched. */
  private static final long VERIFIED_FIRST_BYTES = 256L << 20;

  private Embedded() {}

  /** One generation, opened. */
  record Opened(LuceneEngine lucene) implements Engine {
    @Override
    public ReplyIndex index() {
      return lucene.index();
    }

    @Override
    public boolean isReadOnly() {
      return lucene.isReadOnly();
    }

    @Override
    public ReplySearcher searcher() {
      return lucene.searcher();
    }

    @Override
    public ReadSide reading() {
      return lucene.reading();
    }

    @Override
    public HeldPassages passages() {
      return lucene.passages();
    }

    @Override
    public Map<String, FileRecord> files() throws IOException {
      return lucene.files();
    }

    @Override
    public Map<String, List<ReplyId>> letters() throws IOException {
      return lucene.letters();
    }

    @Override
    public List<Reply> notPublic() throws IOException {
      return lucene.notPublic();
    }

    @Override
    public void refresh() throws IOException {
      lucene.refresh();
    }

    @Override
    public List<String> damage() throws IOException {
      return lucene.verify().problems();
    }

    @Override
    public List<String> damagedBytes() throws IOException {
      return lucene.verifyBytes().problems();
    }

    @Override
    public void close() throws IOException {
      lucene.close();
    }
  }

  private static Settings settings(IndexConfig now, LiveConfig live) {
    return new Settings(
        Wiring.weights(now.weights()),
        () -> live.now().words(),
        now.extraction().variants(),
        new ConfigVocabulary(now.extraction()),
        live.meanings());
  }

  /** The index in this folder alone, made if there is none. */
  static Engine openAlone(Path folder, LiveConfig config) throws IOException {
    return new Opened(LuceneEngine.open(folder, settings(config.now(), config)));
  }

  /** The generation in use, beside a process that may be writing; it stays with that generation. */
  static Engine openCurrent(Generations generations, LiveConfig config) throws IOException {
    while (true) {
      Path folder = generations.current();
      try {
        return new Opened(LuceneEngine.openForReading(folder, settings(config.now(), config)));
      } catch (UnusableIndexException e) {
        if (folder.equals(generations.current())) {
          throw e;
        } // else another one has come into use meanwhile
      }
    }
  }

  /** What a snapshot must know of an index. */
  record Files(Generations generations) implements IndexFiles {
    @Override
    public Optional<Commit> lastCommit() throws IOException {
      OptionalInt current = generations.state().current();
      if (current.isEmpty()) {
        return Optional.empty();
      }
      int generation = current.getAsInt();
      return Optional.of(new Commit(generation, generations.committed(generation)));
    }

    @Override
    public List<String> damage(Path folder) throws IOException {
      return LuceneEngine.verifyBytes(folder).problems();
    }
  }

  /** The generations of an index, held for writing. */
  static final class Generated implements Shelf {
    private final Generations generations;
    private final LiveConfig live;
    private final Path received;
    private int building;

    /**
     * @param received the folder of received letters
     */
    Generated(Generations generations, Path received, LiveConfig live) {
      this.generations = generations;
      this.received = received;
      this.live = live;
    }

    @Override
    public Found open(IndexConfig config) throws IOException {
      generations.tidy();
      OptionalInt current;
      try {
        current = generations.state().current();
      } catch (UnusableIndexException e) {
        return outdated(e);
      }
      if (current.isEmpty()) {
        return new Found.Nothing();
      }
      Path folder = generations.folder(current.getAsInt());
      Settings settings = settings(config, live);
      try {
        return usable(LuceneEngine.open(folder, settings), folder);
      } catch (UnusableIndexException e) {
        return switch (e.reason()) {
          case DAMAGED, ABSENT -> outdated(e);
          case OTHER_VERSION -> older(folder, settings, e);
          case FOREIGN, IN_USE -> throw e;
        };
      }
    }

    private static Found usable(LuceneEngine engine, Path folder) throws IOException {
      boolean verified = engine.bytes() <= VERIFIED_FIRST_BYTES;
      if (verified && !engine.verifyBytes().sound()) {
        engine.close();
        return new Found.Outdated("the index is damaged: " + folder, null, true);
      }
      return new Found.Usable(new Opened(engine), verified);
    }

    private static Found outdated(UnusableIndexException damage) {
      return new Found.Outdated(String.valueOf(damage.getMessage()), null, true);
    }

    /** Some indexes of other programs can at least be searched. */
    private static Found older(Path folder, Settings settings, UnusableIndexException why)
        throws IOException {
      String reason = String.valueOf(why.getMessage());
      try {
        Engine engine = new Opened(LuceneEngine.openForReading(folder, settings));
        return new Found.Outdated(reason, engine, false);
      } catch (UnusableIndexException e) {
        return new Found.Outdated(reason, null, false);
      }
    }

    @Override
    public Engine build(IndexConfig config, String reading) throws IOException {
      OptionalInt unfinished = generations.unfinished();
      if (unfinished.isPresent()) {
        building = unfinished.getAsInt();
        if (reading.equals(LuceneEngine.notes(folder()).get(CorpusSync.READING))) {
          try {
            return new Opened(LuceneEngine.open(folder(), settings(config, live)));
          } catch (UnusableIndexException e) {
            requireOurs(e);
          }
        }
        generations.discard(building);
      }
      building = generations.begin();
      return new Opened(LuceneEngine.open(folder(), settings(config, live)));
    }

    private static void requireOurs(UnusableIndexException e) throws UnusableIndexException {
      if (e.reason() == Reason.IN_USE) {
        throw e;
      }
    }

    private Path folder() {
      return generations.folder(building);
    }

    @Override
    public void giveUp() throws IOException {
      generations.discard(building);
    }

    @Override
    public void use(boolean keep) throws IOException {
      generations.use(building, keep ? current() : OptionalInt.empty());
    }

    private OptionalInt current() throws IOException {
      try {
        return generations.state().current();
      } catch (UnusableIndexException e) { // a damaged pointer names none
        return OptionalInt.empty();
      }
    }

    @Override
    public Optional<String> declined() throws IOException {
      Generations.State state = generations.state();
      int earlier = state.earlier().orElse(0);
      return earlier > state.current().orElse(0)
          ? Optional.ofNullable(
              LuceneEngine.notes(generations.folder(earlier)).get(CorpusSync.READING))
          : Optional.empty();
    }

    @Override
    public Map<String, String> withheld(Engine engine) throws IOException {
      Map<String, String> notes = engine.isReadOnly() ? Map.of() : engine.index().notes();
      return Withheld.of(engine.files(), notes, notes, received);
    }

    /** The notes of the one in use; of a damaged one, none. */
    private Map<String, String> latestNotes() {
      try {
        return LuceneEngine.notes(generations.current());
      } catch (IOException e) {
        return Map.of();
      }
    }

    @Override
    public void goBack(IndexConfig config) throws IOException {
      Generations.State state = generations.state();
      if (state.earlier().isEmpty()) {
        throw new CannotRunException("there is no earlier index to go back to");
      }
      int earlier = state.earlier().getAsInt();
      try (LuceneEngine engine =
          LuceneEngine.open(generations.folder(earlier), settings(config, live))) {
        ReplyIndex index = engine.index();
        Map<String, String> out =
            Withheld.of(engine.files(), index.notes(), latestNotes(), received);
        for (Map.Entry<String, String> each : out.entrySet()) {
          index.withhold(each.getKey(), each.getValue());
        }
      }
      generations.use(earlier, state.current());
    }

    @Override
    public void close() throws IOException {
      generations.close();
    }
  }
}
