package org.dafu.app;

import java.time.Duration;
import org.dafu.read.OcrCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How scans are read: PDF without text, and images. */
final class Scans {
  /** Less than any file may take, so that the refusal can still say why. */
  private static final Duration LONGEST = Duration.ofSeconds(25);

  @Option(
      names = "--ocr-command",
      paramLabel = "COMMAND",
      defaultValue = "${env:DAFU_OCR_COMMAND}",
      description = {
        "Program that reads scans: {in} becomes the scan's file (PDF or image), {out} the text"
            + " file",
        "to write, else what it prints is the text. It has 25 seconds. Without it, scans are",
        "rejected. Default: the environment's DAFU_OCR_COMMAND.",
        "Example: 'ocrmypdf -l chi_sim --sidecar {out} {in} /dev/null'"
      })
  private @Nullable String line;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * The program.
   *
   * @return null if there is none
   */
  @Nullable OcrCommand command() {
    if (line == null || line.isBlank()) {
      return null;
    }
    return OcrCommand.of(line, LONGEST)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--ocr-command must say where the scan stands, as {in}: " + line));
  }
}
