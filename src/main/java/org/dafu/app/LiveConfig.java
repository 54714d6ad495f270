package org.dafu.app;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.dafu.app.config.ConfigWatch;
import org.dafu.app.config.IndexConfig;

/** The configuration as it is now, while its files may be edited. */
final class LiveConfig {
  private final AtomicReference<IndexConfig> now;
  private final ConfigWatch watch;

  /**
   * Reads the configuration.
   *
   * @throws CannotRunException naming every fault, if it has any
   * @throws IOException if it cannot be read
   */
  LiveConfig(Home home) throws IOException {
    IndexConfig first = home.readConfig();
    this.now = new AtomicReference<>(first);
    this.watch = new ConfigWatch(home.configFolder(), home.shownConfigFolder(), first, now::set);
  }

  /** The last good configuration; the same instance until it changes. */
  IndexConfig now() {
    return now.get();
  }

  /** Looks whether files were edited, and takes up what is good. */
  void look() {
    watch.look();
  }
}
