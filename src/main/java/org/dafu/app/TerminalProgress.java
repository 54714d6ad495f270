package org.dafu.app;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.dafu.ingest.Progress;
import org.jspecify.annotations.Nullable;

/** A bar on stderr while files are read, where that is a terminal; elsewhere nothing. */
final class TerminalProgress implements Progress, AutoCloseable {
  /** Fewer are read before a bar could be looked at. */
  private static final int MIN_FILES = 10;

  private final boolean onTerminal = Boolean.getBoolean("dafu.terminal.errors");
  private @Nullable ProgressBar bar;

  @Override
  public void planned(int files) {
    if (onTerminal && files >= MIN_FILES) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Reading letters")
              .setInitialMax(files)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .build();
    }
  }

  @Override
  public void done() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
