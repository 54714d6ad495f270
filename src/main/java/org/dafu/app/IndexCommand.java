package org.dafu.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dafu.ingest.SyncReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dafu index CORPUS...}: brings the index up to date and says what was done. */
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    description = {
      "Brings the index up to date with corpus folders and prints counts by outcome.",
      "The index then holds what these folders hold: letters of other folders are removed."
    })
final class IndexCommand implements Callable<Integer> {
  @Mixin private Home home = new Home();

  @Mixin private Scans scans = new Scans();

  @Parameters(arity = "1..*", paramLabel = "CORPUS", description = "Folders of letters.")
  private List<Path> corpora = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    LiveConfig config = new LiveConfig(home);
    try (Engine engine = Wiring.openToWrite(home.index(), config);
        TerminalProgress progress = new TerminalProgress()) {
      SyncReport report =
          Wiring.sync(engine, config.now(), scans.command()).run(corpora, progress, () -> false);
      SyncReports.printProblems(report, spec.commandLine().getErr());
      spec.commandLine().getOut().println(SyncReports.counts(report));
      return SyncReports.exitStatus(report);
    }
  }
}
