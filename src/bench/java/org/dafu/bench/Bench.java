package org.dafu.bench;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks and says what they mean: megabytes of source a second of one core. Fails if
 * text is read at less than {@code bench.floor} of them.
 */
public final class Bench {
  private static final double MEGA = 1e6;

  private Bench() {}

  /**
   * Runs all of them in about two minutes.
   *
   * @throws RunnerException if one fails
   */
  public static void main(String[] args) throws RunnerException {
    Map<String, Double> seconds = new TreeMap<>();
    for (RunResult result :
        new Runner(
                new OptionsBuilder()
                    .include(ReadingBench.class.getSimpleName())
                    .shouldFailOnError(true)
                    .build())
            .run()) {
      double nanos = result.getSecondaryResults().get("nanos").getScore();
      double passes = result.getSecondaryResults().get("passes").getScore();
      seconds.put(result.getPrimaryResult().getLabel(), nanos / 1e9 / passes);
    }
    ReadingBench corpus = new ReadingBench();
    double text = corpus.textBytes() / MEGA;
    double page = corpus.pageBytes() / MEGA;
    double read = text / seconds.get("textToReply");
    double pages = page / seconds.get("pageToReply");
    System.out.printf(Locale.ROOT, "%nMB a second of one core, of %.2f and %.2f MB%n", text, page);
    say("text and Markdown, read and extracted", read, "");
    compare("  one regex over the same text", text / seconds.get("textByOneRegex"), read);
    compare("  words by smartcn in the same text", text / seconds.get("textBySmartcn"), read);
    say("pages, read and extracted", pages, "");
    say("  counting their letters' text only", pages * corpus.pageTextBytes() / MEGA / page, "");
    compare("  parsed by jsoup and nothing more", page / seconds.get("pageByJsoup"), pages);
    double floor = Double.parseDouble(System.getProperty("bench.floor", "0"));
    if (read < floor) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "%.1f MB/s is less than the floor of %.1f", read, floor));
    }
  }

  private static void compare(String what, double speed, double ours) {
    say(what, speed, String.format(Locale.ROOT, "  reading is %.2f times as fast", ours / speed));
  }

  private static void say(String what, double speed, String remark) {
    System.out.printf(Locale.ROOT, "%-40s %8.1f%s%n", what, speed, remark);
  }
}
