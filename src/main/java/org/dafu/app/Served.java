package org.dafu.app;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.search.Explainer;
import org.dafu.search.Explanation;
import org.dafu.search.FileRecord;
import org.dafu.search.HeldPassages;
import org.dafu.search.Passage;
import org.dafu.search.PassageKey;
import org.dafu.search.QueryReading;
import org.dafu.search.ReadSide;
import org.dafu.search.ReplySearcher;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.dafu.search.Suggester;
import org.dafu.search.Suggestion;

/**
 * The engine that is searched, which can be put in place of another while it is: a call ends on the
 * engine that it began on, and that is closed when the last one has ended.
 */
final class Served implements Closeable {
  private volatile Held held;

  /** An engine and how many use it: calls, and this while it is the one in use. */
  private static final class Held {
    private final Engine engine;
    private final AtomicInteger users = new AtomicInteger(1);

    Held(Engine engine) {
      this.engine = engine;
    }

    boolean enter() {
      return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void leave() throws IOException {
      if (users.decrementAndGet() == 0) {
        engine.close();
      }
    }
  }

  Served(Engine first) {
    this.held = new Held(first);
  }

  /** The one in use; only for who also decides when it is replaced. */
  Engine engine() {
    return held.engine;
  }

  /**
   * Searches go to this one from now on.
   *
   * @return closes the one before when its last call has ended
   */
  Closeable replaceBy(Engine other) {
    Held before = held;
    held = new Held(other);
    return before::leave;
  }

  private <T> T with(Function<ReadSide, T> call) {
    return using(engine -> call.apply(engine.reading()));
  }

  private <T> T using(Function<Engine, T> call) {
    Held now = held;
    while (!now.enter()) {
      now = held;
    }
    try {
      return call.apply(now.engine);
    } finally {
      leave(now);
    }
  }

  private static void leave(Held held) {
    try {
      held.leave();
    } catch (IOException e) {
      throw new UncheckedIOException("the earlier index could not be closed", e);
    }
  }

  /** What an engine says of what it holds. */
  private interface Look<T> {
    T at(Engine engine) throws IOException;
  }

  private <T> T looking(Look<T> look) throws IOException {
    Held now = held;
    while (!now.enter()) {
      now = held;
    }
    try {
      return look.at(now.engine);
    } finally {
      now.leave();
    }
  }

  /** The records of all files in the engine that is in use. */
  Map<String, FileRecord> files() throws IOException {
    return looking(Engine::files);
  }

  /** The letters marked 不予公开 in the engine that is in use. */
  List<Reply> notPublic() throws IOException {
    return looking(Engine::notPublic);
  }

  /** The reading side of whichever engine is in use. */
  ReadSide reading() {
    return new ReadSide(
        replies(),
        suggester(),
        request -> with(reading -> reading.texts().search(request)),
        explainer(),
        (word, size) -> with(reading -> reading.speller().corrections(word, size)),
        (request, field, typed, from) ->
            with(reading -> reading.facets().list(request, field, typed, from)),
        request -> with(reading -> reading.coverage().coverage(request)));
  }

  /** The passages of whichever engine is in use. */
  HeldPassages passages() {
    return new HeldPassages() {
      @Override
      public long version() {
        Held now = held;
        return ((long) System.identityHashCode(now) << 32)
            ^ using(engine -> engine.passages().version());
      }

      @Override
      public Set<PassageKey> keys() {
        return using(engine -> engine.passages().keys());
      }

      @Override
      public List<Passage> unknown(Predicate<PassageKey> known, int most) {
        return using(engine -> engine.passages().unknown(known, most));
      }
    };
  }

  private ReplySearcher replies() {
    return new ReplySearcher() {
      @Override
      public SearchResponse search(SearchRequest request) {
        return with(reading -> reading.replies().search(request));
      }

      @Override
      public Optional<Reply> reply(ReplyId id) {
        return with(reading -> reading.replies().reply(id));
      }

      @Override
      public Optional<FileRecord> file(ReplyId id) {
        return with(reading -> reading.replies().file(id));
      }

      @Override
      public long count() {
        return with(reading -> reading.replies().count());
      }
    };
  }

  private Suggester suggester() {
    return new Suggester() {
      @Override
      public List<Suggestion> suggest(String typed, int size) {
        return with(reading -> reading.suggester().suggest(typed, size));
      }

      @Override
      public void prepare() {
        with(
            reading -> {
              reading.suggester().prepare();
              return true;
            });
      }
    };
  }

  private Explainer explainer() {
    return new Explainer() {
      @Override
      public QueryReading read(String q) {
        return with(reading -> reading.explainer().read(q));
      }

      @Override
      public Optional<Explanation> explain(String q, ReplyId id) {
        return with(reading -> reading.explainer().explain(q, id));
      }
    };
  }

  /** Closes the engine once no call uses it. */
  @Override
  public void close() throws IOException {
    held.leave();
  }
}
