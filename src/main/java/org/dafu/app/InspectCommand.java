package org.dafu.app;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.dafu.ingest.Intake;
import org.dafu.ingest.LetterIntake;
import org.dafu.read.Leak;
import org.dafu.search.ReplyJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dafu inspect FILE...}: prints what is read out of files, indexing nothing. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = {
      "Reads files and prints one Reply as JSON a line, in the order of the files; each letter of",
      "an archive (.zip) or a bulk file (.jsonl) is one.",
      "A file that is no reply letter has isReply false and the reason in warnings.",
      "With --privacy it lists instead what would leak if a draft were published as it is:",
      "telephone and identity numbers, mailboxes and the like, each as",
      "FILE:LINE:COLUMN  kind  text  (what to do). Exit status: 0 nothing found, 2 something found",
      "or a file not read, 1 failed."
    })
final class InspectCommand implements Callable<Integer> {
  @Mixin private Home home = new Home();

  @Mixin private Scans scans = new Scans();

  @Option(
      names = "--privacy",
      description = "List what would leak from drafts; line and column are those of the file.")
  private boolean privacy;

  @Option(names = "--json", description = "With --privacy: one JSON object a line.")
  private boolean json;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of letters.")
  private List<Path> files = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (json && !privacy) {
      throw new ParameterException(spec.commandLine(), "--json goes with --privacy only");
    }
    return privacy ? listLeaks() : printLetters();
  }

  private int printLetters() throws IOException {
    return read(Wiring.intake(home.readConfig(), scans.command()), this::print);
  }

  private int listLeaks() throws IOException {
    PrivacyReport report = new PrivacyReport(spec.commandLine().getOut(), json);
    Map<String, List<Leak>> leaks = new ConcurrentHashMap<>();
    LetterIntake intake = Wiring.privacyIntake(home.readConfig(), scans.command(), leaks::put);
    int status =
        read(
            intake,
            (path, taken) -> {
              List<Leak> found = leaks.get(path);
              if (found == null) {
                return complain(path, taken); // it could not be opened
              }
              report.print(path, found);
              return Main.DONE; // a draft need not be a whole letter yet
            });
    return report.found() > 0 ? Math.max(status, Main.SOME_REJECTED) : status;
  }

  /** Takes each letter of each file; the worst status wins. */
  private int read(LetterIntake intake, BiFunction<String, Intake, Integer> each) {
    int[] status = {Main.DONE};
    for (Path file : files) {
      String path = file.toString().replace(File.separatorChar, '/');
      intake.takeAll(
          file,
          path,
          (letter, taken) -> status[0] = Math.max(status[0], each.apply(letter, taken)));
      if (spec.commandLine().getOut().checkError()) { // flushes; whoever reads has gone
        return Main.FAILED;
      }
    }
    return status[0];
  }

  private int print(String path, Intake taken) {
    PrintWriter out = spec.commandLine().getOut();
    switch (taken) {
      case Intake.Letter letter -> out.println(ReplyJson.write(letter.reply()));
      case Intake.LookAlike other -> out.println(ReplyJson.write(other.reply()));
      case Intake.Refused refused -> {}
      case Intake.Broken broken -> {}
    }
    return complain(path, taken);
  }

  /** Says why a file was not read, if it was not. */
  private int complain(String path, Intake taken) {
    PrintWriter err = spec.commandLine().getErr();
    return switch (taken) {
      case Intake.Letter letter -> Main.DONE;
      case Intake.LookAlike other -> Main.DONE;
      case Intake.Refused refused -> {
        err.println("rejected " + path + "：" + refused.reason());
        yield Main.SOME_REJECTED;
      }
      case Intake.Broken broken -> {
        err.println("failed " + path + "：" + broken.reason());
        yield Main.SOME_REJECTED;
      }
    };
  }
}
