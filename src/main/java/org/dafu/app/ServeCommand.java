package org.dafu.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dafu serve [CORPUS...]}: the main job. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Brings the index up to date with corpus folders and serves pages and API.",
      "Prints the address on stdout when ready; stops on Ctrl-C or SIGTERM."
    })
final class ServeCommand implements Callable<Integer> {
  private static final int MAX_PORT = 65_535;

  private static final Path SAMPLE = Home.sampleCorpus().toAbsolutePath().normalize();

  @Mixin private Home home = new Home();

  @Mixin private Scans scans = new Scans();

  @Parameters(
      arity = "0..*",
      paramLabel = "CORPUS",
      description = "Folders of letters (default: sample-corpus in the program's folder).")
  private List<Path> corpora = List.of();

  @Option(
      names = "--host",
      description = "Name or address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port = 7070;

  @Option(names = "--watch", description = "Keep following the corpus folders.")
  private boolean watch;

  @Option(
      names = "--read-only",
      description = "Serve the index as it is, and write nothing; beside another process too.")
  private boolean readOnly;

  @Option(
      names = "--engine",
      paramLabel = "lucene|opensearch",
      description = "Which engine to use (default: ${DEFAULT-VALUE}).")
  private String engine = "lucene";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    requireValidOptions();
    List<Path> folders = corpora.isEmpty() ? List.of(Home.sampleCorpus()) : corpora;
    LiveConfig config = new LiveConfig(home);
    try (Stop stop = Stop.onSignal();
        Engine opened =
            readOnly
                ? Wiring.openToRead(home.index(), config)
                : Wiring.openToWrite(home.index(), config);
        Understanding understanding = understanding(opened);
        Service service = Wiring.serve(host, port, opened.reading(), config, notice(folders))) {
      config.takeUpMeanings(understanding.meanings());
      Serving serving = new Serving(opened, service, config, stop, spec.commandLine().getOut());
      if (readOnly) {
        serving.asItIs(understanding);
      } else {
        serving.following(Wiring.sync(opened, config.now(), scans.command()), folders, watch);
      }
    }
    return Main.DONE;
  }

  private Understanding understanding(Engine engine) {
    return readOnly
        ? Understanding.asItIs(home.vectors())
        : Understanding.following(home.vectors(), engine.passages());
  }

  /** The sample letters are never to be taken for real ones. */
  private @Nullable String notice(List<Path> folders) {
    boolean sample =
        !readOnly
            && folders.stream()
                .anyMatch(folder -> folder.toAbsolutePath().normalize().equals(SAMPLE));
    return sample ? "示例文集：其中的信件、人物、单位编号和数字均为虚构。" : null;
  }

  private void requireValidOptions() throws CannotRunException {
    if (port < 0 || port > MAX_PORT) {
      throw invalid("--port must be 0 to " + MAX_PORT + ": " + port);
    }
    if (host.isBlank()) {
      throw invalid("--host must not be empty");
    }
    if (readOnly && (watch || !corpora.isEmpty())) {
      throw invalid("--read-only follows no folders: leave --watch and the folders out");
    }
    switch (engine) {
      case "lucene" -> {}
      case "opensearch" ->
          throw new CannotRunException(
              "the engine opensearch is not built in yet: leave --engine out, lucene needs no"
                  + " server");
      default -> throw invalid("--engine must be lucene or opensearch: " + engine);
    }
  }

  private ParameterException invalid(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
