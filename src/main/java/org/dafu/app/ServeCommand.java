package org.dafu.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dafu.ingest.LetterIntake;
import org.dafu.web.admin.Access;
import org.dafu.web.admin.Administration;
import org.dafu.web.admin.Tokens;
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

  @Mixin private AccessOptions options = new AccessOptions();

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

  @Option(
      names = "--watch",
      description = {
        "Keep following the corpus folders, and the configuration: a change of it that letters"
            + " must",
        "be read again for builds another index beside the one that is searched."
      })
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
    Tokens tokens = options.tokens(home.data());
    Access access = options.access(tokens);
    options.warn(host, tokens);
    try (Stop stop = Stop.onSignal()) {
      if (readOnly) {
        serveAsItIs(config, access, stop);
      } else {
        serveFollowing(folders, config, access, stop);
      }
    }
    return Main.DONE;
  }

  private void serveAsItIs(LiveConfig config, Access access, Stop stop) throws IOException {
    try (Latest latest = new Latest(home.index(), config);
        Understanding understanding = Understanding.asItIs(home.vectors())) {
      config.takeUpMeanings(understanding.meanings());
      LookAtIndex look = LookAtIndex.of(home.index(), latest);
      look.takeUp(understanding);
      Administration admin =
          AdminSide.reading(home.data(), access, latest::files, config).withIndex(look);
      try (Service service = Wiring.serve(host, port, latest.reading(), config, null, admin)) {
        new Serving(service, config, stop, spec.commandLine().getOut())
            .asItIs(latest, understanding);
      }
    }
  }

  private void serveFollowing(List<Path> folders, LiveConfig config, Access access, Stop stop)
      throws IOException {
    Shelf shelf = Wiring.shelf(home.index(), config);
    try (Holdings holdings = Holdings.open(shelf, config, scans.command())) {
      LetterIntake intake = Wiring.intake(config.now(), scans.command());
      LookAtIndex look = LookAtIndex.of(home.index(), holdings);
      Administration admin =
          AdminSide.writing(home.data(), access, holdings, intake, config).withIndex(look);
      List<Path> all = AdminSide.withReceived(folders, home.data());
      try (Understanding understanding =
          Understanding.following(home.vectors(), holdings.passages())) {
        config.takeUpMeanings(understanding.meanings());
        look.takeUp(understanding);
        try (Service service = // which ends first: its last searches still compare meanings
            Wiring.serve(host, port, holdings.reading(), config, notice(folders), admin)) {
          new Serving(service, config, stop, spec.commandLine().getOut())
              .following(holdings, all, watch, admin.syncs());
        }
      }
    }
  }

  /** The sample letters are never to be taken for real ones. */
  private @Nullable String notice(List<Path> folders) {
    boolean sample =
        folders.stream().anyMatch(folder -> folder.toAbsolutePath().normalize().equals(SAMPLE));
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
