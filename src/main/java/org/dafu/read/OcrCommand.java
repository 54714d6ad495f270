package org.dafu.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program of the operator's that reads the text of a scan: called with the scan's file for {@code
 * {in}} and the file to write for {@code {out}}; without {@code {out}}, what it prints is the text.
 */
public final class OcrCommand {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final String IN = "{in}";
  private static final String OUT = "{out}";

  /** More is no letter's text. */
  private static final long MOST_BYTES = 20L << 20;

  private final List<String> words;
  private final Duration longest;

  private OcrCommand(List<String> words, Duration longest) {
    this.words = words;
    this.longest = longest;
  }

  /**
   * The command in this line: words parted by spaces, quoted where they hold some. No shell reads
   * it.
   *
   * @param longest after this it is ended
   * @return empty if the line does not say where the scan is to stand
   */
  public static Optional<OcrCommand> of(String line, Duration longest) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      for (int group = 1; group <= 3; group++) {
        if (word.group(group) != null) {
          words.add(word.group(group));
        }
      }
    }
    boolean usable = words.size() > 1 && words.stream().anyMatch(each -> each.contains(IN));
    return usable ? Optional.of(new OcrCommand(List.copyOf(words), longest)) : Optional.empty();
  }

  /**
   * What the program read, or what went wrong.
   *
   * @param suffix of the scan's file name, such as {@code .pdf}
   * @throws IOException if no file can be written for it
   */
  Scanned read(byte[] scan, String suffix) throws IOException {
    Path folder = Files.createTempDirectory("dafu-ocr");
    try {
      Path in = Files.write(folder.resolve("scan" + suffix), scan);
      return run(folder, in, folder.resolve("text.txt"));
    } finally {
      delete(folder);
    }
  }

  /** Text that a program read, or why there is none. */
  sealed interface Scanned {
    /** The bytes of the text. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Text(byte[] bytes) implements Scanned {}

    /** What went wrong, one clause. */
    record Failed(String reason) implements Scanned {}
  }

  private Scanned run(Path folder, Path in, Path out) throws IOException {
    boolean toFile = words.stream().anyMatch(word -> word.contains(OUT));
    Path printed = folder.resolve("printed");
    Process process;
    try {
      process =
          new ProcessBuilder(
                  words.stream()
                      .map(word -> word.replace(IN, in.toString()).replace(OUT, out.toString()))
                      .toList())
              .directory(folder.toFile())
              .redirectOutput(printed.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
    } catch (IOException notThere) {
      return new Scanned.Failed("OCR 程序无法启动 (cannot be started): " + words.getFirst());
    }
    if (!ended(process)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      return new Scanned.Failed("OCR 程序超过 " + longest.toSeconds() + " 秒没有结束 (timed out)");
    }
    if (process.exitValue() != 0) {
      return new Scanned.Failed("OCR 程序出错，退出码 (exit status) " + process.exitValue());
    }
    return written(toFile ? out : printed);
  }

  private boolean ended(Process process) throws IOException {
    try {
      return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IOException("interrupted while a scan was read", e);
    }
  }

  /** Some programs put a suffix of their own to the name they are given. */
  private static Scanned written(Path out) throws IOException {
    Path named = Files.exists(out) ? out : out.resolveSibling(out.getFileName() + ".txt");
    if (!Files.exists(named)) {
      return new Scanned.Failed("OCR 程序没有写出文字 (no output)");
    }
    return Files.size(named) > MOST_BYTES
        ? new Scanned.Failed("OCR 程序写出的文字过多 (too much output)")
        : new Scanned.Text(Files.readAllBytes(named));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** The command as it was given, for comparing. */
  @Override
  public String toString() {
    return String.join(" ", words);
  }
}
