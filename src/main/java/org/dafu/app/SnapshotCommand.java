package org.dafu.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dafu.app.backup.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dafu snapshot DIR}: a consistent copy of the data folder, also while it is served. */
@Command(
    name = "snapshot",
    mixinStandardHelpOptions = true,
    description = {
      "Copies the data folder, also while another process serves it: the index as of its last",
      "commit, and everything that cannot be rebuilt from corpus folders (letters received over",
      "HTTP, corrections, the log of changes, the hashes of tokens). Corpus folders and the",
      "configuration are not in it: copy them as any files.",
      "The copy has its name only when it is whole. Its SHA256SUMS can be read by sha256sum -c.",
      "Exit status 2 if the index is damaged and was left out: it is built anew after a restore."
    })
final class SnapshotCommand implements Callable<Integer> {
  @Mixin private Home home = new Home();

  @Parameters(paramLabel = "DIR", description = "Where the copy is to be; must not exist yet.")
  private Path target = Path.of("");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(home.data())) {
      throw new CannotRunException("there is no data folder: " + home.data());
    }
    Snapshot.Made made = Snapshot.make(home.data(), Wiring.indexFiles(home.index()), target);
    made.problems().forEach(problem -> spec.commandLine().getErr().println("dafu: " + problem));
    spec.commandLine().getOut().println("snapshot of " + made.files() + " files: " + target);
    return made.problems().isEmpty() ? Main.DONE : Main.SOME_REJECTED;
  }
}
