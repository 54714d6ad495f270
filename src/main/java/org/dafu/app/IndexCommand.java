package org.dafu.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dafu.ingest.SyncReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dafu index CORPUS...}: brings the index up to date and says what was done. */
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    description = {
      "Brings the index up to date with corpus folders and prints counts by outcome.",
      "The index then holds what these folders hold: letters of other folders are removed.",
      "Where letters must be read in another way (another program or configuration) or the index is",
      "damaged, another one is built beside it, verified, and put in its place at once; what was in",
      "use is kept to go back to."
    })
final class IndexCommand implements Callable<Integer> {
  @Mixin private Home home = new Home();

  @Mixin private Scans scans = new Scans();

  @Parameters(arity = "0..*", paramLabel = "CORPUS", description = "Folders of letters.")
  private List<Path> corpora = List.of();

  @Option(names = "--rebuild", description = "Build another index beside the one in use anyway.")
  private boolean rebuild;

  @Option(
      names = "--go-back",
      description = {
        "Put the earlier index into use again, and change nothing else. It stays until letters are",
        "to be read in yet another way, or --rebuild; again, this goes forward."
      })
  private boolean goBack;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (goBack != corpora.isEmpty() || (goBack && rebuild)) {
      throw new ParameterException(
          spec.commandLine(), "Name the folders of letters, or --go-back alone");
    }
    LiveConfig config = new LiveConfig(home);
    Shelf shelf = Wiring.shelf(home.index(), config);
    if (goBack) {
      return goBack(shelf, config);
    }
    try (Holdings holdings = Holdings.open(shelf, config, scans.command());
        TerminalProgress progress = new TerminalProgress()) {
      if (rebuild) {
        holdings.demand("--rebuild");
      }
      SyncReport report = holdings.bringUpToDate(folders(), progress, () -> false);
      SyncReports.printProblems(report, spec.commandLine().getErr());
      spec.commandLine().getOut().println(SyncReports.counts(report));
      return SyncReports.exitStatus(report);
    }
  }

  /** Letters received over HTTP stay in the index, whatever folders are named. */
  private List<Path> folders() throws IOException {
    boolean received = Files.isDirectory(home.data().resolve("received"));
    return received ? AdminSide.withReceived(corpora, home.data()) : corpora;
  }

  private int goBack(Shelf shelf, LiveConfig config) throws IOException {
    try (shelf) {
      shelf.goBack(config.now());
      spec.commandLine().getOut().println("the earlier index is in use again");
      return Main.DONE;
    }
  }
}
