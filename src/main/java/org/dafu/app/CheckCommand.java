package org.dafu.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dafu.ingest.CorpusCheck;
import org.dafu.ingest.CorpusSync;
import org.dafu.search.FileRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dafu check}: whether index and folders agree, and whether the index is whole. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Compares the index with its corpus folders, letter by letter, and verifies the index.",
      "Exit status 1 if something differs."
    })
final class CheckCommand implements Callable<Integer> {
  @Mixin private Home home = new Home();

  @Parameters(
      arity = "0..*",
      paramLabel = "CORPUS",
      description = "Folders to compare with (default: those that the index was made from).")
  private @Nullable List<Path> corpora;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Engine engine = Wiring.openToRead(home.index(), new LiveConfig(home))) {
      List<String> damage = engine.damage();
      damage.forEach(out::println);
      if (!damage.isEmpty()) {
        tell("the index is damaged: dafu serve and dafu index build it anew from the folders");
        return Main.FAILED;
      }
      Map<String, FileRecord> files = engine.files();
      List<Path> folders = corpora == null ? List.copyOf(CorpusSync.corpora(files)) : corpora;
      CorpusCheck.Findings findings = CorpusCheck.of(folders, files, engine.letters());
      findings.differences().forEach(out::println);
      out.println(
          String.format(
              Locale.ROOT,
              "the index is whole; letters that agree %d, differences %d",
              findings.letters(),
              findings.differences().size()));
      if (findings.differences().isEmpty()) {
        return Main.DONE;
      }
      tell("to put this right: dafu index " + shown(folders));
      return Main.FAILED;
    }
  }

  private void tell(String message) {
    spec.commandLine().getErr().println("dafu: " + message);
  }

  private static String shown(List<Path> folders) {
    return String.join(" ", folders.stream().map(Path::toString).toList());
  }
}
