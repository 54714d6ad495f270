package org.dafu.app;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.dafu.app.config.ConfigVocabulary;
import org.dafu.app.config.ConfigWatch;
import org.dafu.app.config.IndexConfig;
import org.dafu.reply.Kind;
import org.dafu.search.FilterField;
import org.dafu.search.Meanings;
import org.dafu.search.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The configuration as it is now, while its files may be edited. */
final class LiveConfig {
  private final AtomicReference<IndexConfig> now;
  private final ConfigWatch watch;
  private final AtomicReference<Vocabulary> vocabulary;
  private final AtomicReference<Meanings> meanings = new AtomicReference<>(Meanings.NONE);

  /**
   * Reads the configuration.
   *
   * @throws CannotRunException naming every fault, if it has any
   * @throws IOException if it cannot be read
   */
  LiveConfig(Home home) throws IOException {
    IndexConfig first = home.readConfig();
    this.now = new AtomicReference<>(first);
    this.vocabulary = new AtomicReference<>(new ConfigVocabulary(first.extraction()));
    this.watch = new ConfigWatch(home.configFolder(), home.shownConfigFolder(), first, now::set);
  }

  /** The last good configuration; the same instance until it changes. */
  IndexConfig now() {
    return now.get();
  }

  /** The values of filters; they change with the letters, in {@link #takeUpVocabulary}. */
  Vocabulary vocabulary() {
    return new Vocabulary() {
      @Override
      public Optional<String> canonical(FilterField field, String given) {
        return vocabulary.get().canonical(field, given);
      }

      @Override
      public String label(FilterField field, String value) {
        return vocabulary.get().label(field, value);
      }

      @Override
      public List<String> values(FilterField field) {
        return vocabulary.get().values(field);
      }

      @Override
      public Optional<String> parent(FilterField field, String value) {
        return vocabulary.get().parent(field, value);
      }

      @Override
      public Optional<String> classMeaning(
          String classification, @Nullable String divisionCode, @Nullable Kind kind) {
        return vocabulary.get().classMeaning(classification, divisionCode, kind);
      }
    };
  }

  /** The letters that are searched from now on were read by this configuration. */
  void takeUpVocabulary(IndexConfig config) {
    vocabulary.set(new ConfigVocabulary(config.extraction()));
  }

  /** What is known of meanings by then; of none before {@link #takeUpMeanings}. */
  Meanings meanings() {
    return new Meanings() {
      @Override
      public boolean isEmpty() {
        return meanings.get().isEmpty();
      }

      @Override
      public Optional<Nearness> to(String question) {
        return meanings.get().to(question);
      }
    };
  }

  /** Lets engines that are open, or will be, rank by these from now on. */
  void takeUpMeanings(Meanings known) {
    meanings.set(known);
  }

  /** Looks whether files were edited, and takes up what is good. */
  void look() {
    watch.look();
  }
}
