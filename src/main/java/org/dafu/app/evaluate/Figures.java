package org.dafu.app.evaluate;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** What a ranking is worth over all queries, each mean with its 95 % interval. */
public final class Figures {
  /** Drawings of the bootstrap: the ends of its interval are then good to about a thousandth. */
  private static final int DRAWS = 1000;

  private static final double TAIL = 0.025;
  private static final long SEED = 20260101;

  /** A mean, and the interval that holds it in 95 of 100 samples of queries. */
  record Mean(double value, double low, double high) {}

  private Figures() {}

  /** Prints a line for each measure. */
  public static void print(List<Ranking> rankings, PrintWriter out) {
    print(out, "nDCG@10", mean(rankings, Ranking::ndcg));
    print(out, "MRR@10", mean(rankings, Ranking::reciprocalRank));
    print(out, "R@100", mean(rankings, Ranking::recall));
    double millis = rankings.stream().mapToLong(Ranking::nanos).average().orElse(0) / 1e6;
    out.println(String.format(Locale.ROOT, "ms/query\t%.1f", millis));
  }

  private static void print(PrintWriter out, String name, Mean mean) {
    out.println(
        String.format(
            Locale.ROOT, "%s\t%.4f\t[%.4f, %.4f]", name, mean.value, mean.low, mean.high));
  }

  /** Percentile bootstrap over queries (Efron 1979), the same at every run. */
  static Mean mean(List<Ranking> rankings, ToDoubleFunction<Ranking> measure) {
    double[] values = rankings.stream().mapToDouble(measure).toArray();
    Random random = new Random(SEED);
    double[] means = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[random.nextInt(values.length)];
      }
      means[draw] = sum / values.length;
    }
    Arrays.sort(means);
    return new Mean(
        Arrays.stream(values).average().orElse(0),
        means[(int) (TAIL * DRAWS)],
        means[(int) ((1 - TAIL) * DRAWS) - 1]);
  }
}
