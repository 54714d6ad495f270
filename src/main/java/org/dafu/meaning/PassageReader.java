package org.dafu.meaning;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.dafu.search.HeldPassages;
import org.dafu.search.Passage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the passages held their vectors: one thread in the background, one text after another,
 * after the letters are searchable, and never while a question waits for its own.
 */
public final class PassageReader implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(PassageReader.class);

  /** What a start has to do comes first. */
  private static final Duration START = Duration.ofSeconds(3);

  private static final Duration LOOK = Duration.ofSeconds(2);

  private static final Duration QUESTION = Duration.ofMillis(5);

  /** Letters looked into at a time; their texts are in memory meanwhile. */
  private static final int LETTERS = 200;

  private final HeldPassages held;
  private final VectorStore store;
  private final Duration start;
  private final Duration look;
  private final Thread thread;
  private boolean closed;

  /** Why the last reading broke off; null if it did not. */
  private @Nullable String failure;

  @SuppressWarnings(
      "ThreadPriorityCheck") // politeness where the system listens; nothing relies on it
  private PassageReader(HeldPassages held, VectorStore store, Duration start, Duration look) {
    this.held = held;
    this.store = store;
    this.start = start;
    this.look = look;
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("meaning")
            .priority(Thread.MIN_PRIORITY)
            .unstarted(this::run);
  }

  /** Begins in the background, and follows what is held until closed. */
  public static PassageReader start(HeldPassages held, VectorStore store) {
    return start(held, store, START, LOOK);
  }

  /**
   * The same.
   *
   * @param start before the first look
   * @param look between looks
   */
  static PassageReader start(HeldPassages held, VectorStore store, Duration start, Duration look) {
    PassageReader reader = new PassageReader(held, store, start, look);
    reader.thread.start();
    return reader;
  }

  /**
   * Gives all passages held their vectors before it returns.
   *
   * @param done told after each how many are done
   * @throws IOException if a vector cannot be made, or not be kept ({@link NotKeptException})
   */
  public static void readAll(HeldPassages held, VectorStore store, IntConsumer done)
      throws IOException {
    read(held, store, () -> false, done);
    new LensLearner(held, store, () -> false).learnWhenDue();
  }

  private void run() {
    sleep(start);
    long read = -1;
    while (!isClosed() && !store.hasFailed()) {
      try {
        long now = held.version();
        if (now != read) {
          int size = store.size();
          read(held, store, this::waitForQuestions, done -> {});
          if (!isClosed()) {
            store.keep(held.keys());
            learn(store.size() != size);
          }
          read = now;
        }
        failure = null;
      } catch (NotKeptException | UncheckedIOException e) { // a full disk: what is held stays
        tell(e);
      } catch (IOException e) {
        store.giveUp(e);
      }
      sleep(look);
    }
  }

  /**
   * Learns how to compare what is held.
   *
   * @param changed whether there are other vectors, whose places are to be kept
   */
  private void learn(boolean changed) throws IOException {
    Lens before = store.lens();
    new LensLearner(held, store, this::waitForQuestions).learnWhenDue();
    if (changed && store.lens().equals(before) && !before.isPlain()) {
      store.keepPlaces();
    }
  }

  /** Tells a failure once, not with every look. */
  private void tell(Exception e) {
    String reason = String.valueOf(e.getMessage());
    if (!reason.equals(failure)) {
      LOG.warn("Vectors cannot be made of new letters for now; it is tried again: {}", reason);
      LOG.debug("in detail", e);
    }
    failure = reason;
  }

  private static void read(
      HeldPassages held, VectorStore store, BooleanSupplier stopped, IntConsumer done)
      throws IOException {
    int count = 0;
    while (!stopped.getAsBoolean()) {
      List<Passage> passages = held.unknown(store::holds, LETTERS);
      if (passages.isEmpty()) {
        return;
      }
      for (Passage passage : passages) {
        if (stopped.getAsBoolean() || store.hasFailed()) {
          return;
        }
        if (store.isFull()) {
          LOG.warn("No memory for more vectors: other letters are ranked by their words alone");
          return;
        }
        store.add(passage);
        count++;
        done.accept(count);
      }
    }
  }

  /** Whether to stop, once nobody waits for an answer. */
  private boolean waitForQuestions() {
    while (store.isAsked() && !isClosed()) {
      sleep(QUESTION);
    }
    return isClosed();
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized void sleep(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    try {
      for (long left = time.toMillis(); !closed && left > 0; ) {
        wait(left);
        left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      }
    } catch (InterruptedException e) {
      closed = true; // nobody interrupts it but the end of the program
    }
  }

  /** Ends after the text that is being read. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      LOG.debug("Not waited for", e);
    }
  }
}
