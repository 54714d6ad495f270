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
      "Reads files and prints one Reply as JSON a line, in the order of the files.",
      "A file that is no reply letter has isReply false and the reason in warnings."
    })
final class InspectCommand implements Callable<Integer> {
  @Mixin private Home home = new Home();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of letters.")
  private List<Path> files = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    LetterIntake intake = Wiring.intake(home.readConfig());
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    int status = Main.DONE;
    for (Path file : files) {
      switch (intake.take(file, file.toString().replace(File.separatorChar, '/'))) {
        case Intake.Letter letter -> out.println(ReplyJson.write(letter.reply()));
        case Intake.LookAlike other -> out.println(ReplyJson.write(other.reply()));
        case Intake.Refused refused -> {
          err.println("rejected " + file + "：" + refused.reason());
          status = Math.max(status, Main.SOME_REJECTED);
        }
        case Intake.Broken broken -> {
          err.println("failed " + file + "：" + broken.reason());
          status = Math.max(status, Main.SOME_REJECTED);
        }
      }
      if (out.checkError()) { // flushes; whoever reads has gone
        return Main.FAILED;
      }
    }
    return status;
  }
}
