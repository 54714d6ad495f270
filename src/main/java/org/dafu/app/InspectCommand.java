package org.dafu.app;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dafu.ingest.Intake;
import org.dafu.ingest.LetterIntake;
import org.dafu.search.ReplyJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dafu inspect FILE...}: prints what is read out of files, indexing nothing. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = {
      "Reads files and prints one Reply as JSON a line, in the order of the files; each letter of",
      "an archive (.zip) or a bulk file (.jsonl) is one.",
      "A file that is no reply letter has isReply false and the reason in warnings."
    })
final class InspectCommand implements Callable<Integer> {
  @Mixin private Home home = new Home();

  @Mixin private Scans scans = new Scans();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of letters.")
  private List<Path> files = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    LetterIntake intake = Wiring.intake(home.readConfig(), scans.command());
    int[] status = {Main.DONE};
    for (Path file : files) {
      String path = file.toString().replace(File.separatorChar, '/');
      intake.takeAll(
          file, path, (letter, taken) -> status[0] = Math.max(status[0], print(letter, taken)));
      if (spec.commandLine().getOut().checkError()) { // flushes; whoever reads has gone
        return Main.FAILED;
      }
    }
    return status[0];
  }

  private int print(String path, Intake taken) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    return switch (taken) {
      case Intake.Letter letter -> {
        out.println(ReplyJson.write(letter.reply()));
        yield Main.DONE;
      }
      case Intake.LookAlike other -> {
        out.println(ReplyJson.write(other.reply()));
        yield Main.DONE;
      }
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
