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

  private final String task;
  private final boolean onTerminal = Boolean.getBoolean("dafu.terminal.errors");
  private @Nullable ProgressBar bar;

  TerminalProgress() {
    this("Reading letters");
  }

  /**
   * @param task what is being done
   */
  TerminalProgress(String task) {
    this.task = task;
  }

  @Override
  public void planned(int files) {
    if (onTerminal && files >= MIN_FILES) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
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

  /** So many are done. */
  void at(int count) {
    if (bar != null) {
      bar.stepTo(count);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
