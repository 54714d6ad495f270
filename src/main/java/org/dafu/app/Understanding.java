package org.dafu.app;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.dafu.meaning.BgeEmbedder;
import org.dafu.meaning.PassageReader;
import org.dafu.meaning.VectorStore;
import org.dafu.search.Embedder;
import org.dafu.search.HeldPassages;
import org.dafu.search.Meanings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vectors that letters are ranked by beside their words. Everything works without them: what
 * goes wrong here is said in the log, and no more.
 */
final class Understanding implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Understanding.class);

  /** No vectors. */
  static final Understanding NONE = new Understanding(null, null);

  private final @Nullable VectorStore store;
  private final @Nullable PassageReader reader;

  private Understanding(@Nullable VectorStore store, @Nullable PassageReader reader) {
    this.store = store;
    this.reader = reader;
  }

  /** The vectors in this file, with those of what is held, which are made in the background. */
  static Understanding following(Path file, HeldPassages held) {
    try {
      VectorStore store = VectorStore.open(file, embedder(file));
      return new Understanding(store, PassageReader.start(held, store));
    } catch (IOException e) {
      return without(e);
    }
  }

  /** The vectors that another process has made. */
  static Understanding asItIs(Path file) {
    try {
      VectorStore store = VectorStore.openForReading(file, embedder(file));
      return new Understanding(store, null);
    } catch (IOException e) {
      return without(e);
    }
  }

  /**
   * Makes vectors of all that is held before it returns.
   *
   * @param done told after each how many are made
   */
  static Understanding complete(Path file, HeldPassages held, IntConsumer done) throws IOException {
    VectorStore store = VectorStore.open(file, embedder(file));
    Understanding made = new Understanding(store, null);
    boolean complete = false;
    try {
      PassageReader.readAll(held, store, done);
      complete = true;
      return made;
    } finally {
      if (!complete) {
        made.close();
      }
    }
  }

  private static Embedder embedder(Path file) {
    return new BgeEmbedder(file.resolveSibling("lib"));
  }

  private static Understanding without(IOException cause) {
    LOG.warn("Letters are ranked by their words alone: {}", cause.getMessage(), cause);
    return NONE;
  }

  /** What is known of meanings, from now on and as more becomes known. */
  Meanings meanings() {
    return store == null ? Meanings.NONE : store;
  }

  /** How many passages have a vector. */
  int vectors() {
    return store == null ? 0 : store.size();
  }

  /** Takes up what another process has made since. */
  void refresh() throws IOException {
    if (store != null) {
      store.refresh();
    }
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
    if (store != null) {
      store.close();
    }
  }
}
