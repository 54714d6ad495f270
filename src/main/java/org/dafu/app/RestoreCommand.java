package org.dafu.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dafu.app.backup.Restoration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dafu restore DIR}: brings a snapshot back. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Verifies a snapshot by its checksums and makes it the data folder, on this machine or",
      "another. Letters of corpus folders that lie elsewhere now are read again at the next start;",
      "serve --read-only shows the index as it was.",
      "Exit status 1 if the snapshot is not whole; its files at fault are named."
    })
final class RestoreCommand implements Callable<Integer> {
  @Mixin private Home home = new Home();

  @Parameters(paramLabel = "DIR", description = "The snapshot.")
  private Path snapshot = Path.of("");

  @Option(names = "--verify", description = "Only verify it, and restore nothing.")
  private boolean verify;

  @Option(
      names = "--force",
      description = "Also where the data folder is not empty; what was there is moved aside.")
  private boolean force;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    List<String> problems = Restoration.problems(snapshot);
    if (!problems.isEmpty()) {
      problems.forEach(problem -> spec.commandLine().getErr().println("dafu: " + problem));
      return Main.FAILED;
    }
    if (verify) {
      spec.commandLine().getOut().println("the snapshot is whole: " + snapshot);
      return Main.DONE;
    }
    if (!force && holdsSomething(home.data())) {
      throw new CannotRunException(
          "the data folder is not empty; --force moves it aside: " + home.data());
    }
    requireUnused();
    Restoration.restore(snapshot, home.data())
        .ifPresent(
            aside ->
                spec.commandLine().getErr().println("dafu: what was there is now in " + aside));
    spec.commandLine().getOut().println("restored: " + home.data());
    return Main.DONE;
  }

  /** A folder that a running service writes is not to be moved from under it. */
  private void requireUnused() throws IOException {
    if (Files.isDirectory(home.index())) {
      Wiring.requireUnused(home.index());
    }
  }

  private static boolean holdsSomething(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Files.exists(folder);
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isPresent();
    }
  }
}
