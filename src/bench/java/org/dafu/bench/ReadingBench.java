package org.dafu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.dafu.fuzz.LetterFile;
import org.dafu.fuzz.Reading;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The sample letters once through, on one thread: bytes to letter, and what else could be done with
 * the same bytes, so that the figure says something on any machine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 2, time = 2)
public class ReadingBench {
  /**
   * Reading is much code of which a letter runs each piece once or twice: the compiler has seen
   * enough of it only after some thousands of letters, as in an import of a city's archive.
   */
  private static final int LONG_WARMUP = 10;

  private static final Pattern HAN = Pattern.compile("[\\u4e00-\\u9fa5]+");

  /** The processor's time of the thread: on a busy machine the clock tells of the others' work. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Cpu {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Nanoseconds, of all passes. */
    public long nanos;

    /** Passes over the letters. */
    public long passes;

    void count(Runnable pass) {
      long start = THREADS.getCurrentThreadCpuTime();
      pass.run();
      nanos += THREADS.getCurrentThreadCpuTime() - start;
      passes++;
    }
  }

  private final List<LetterFile> texts = new ArrayList<>();
  private final List<LetterFile> pages = new ArrayList<>();
  private final List<String> decodedTexts = new ArrayList<>();
  private final List<String> decodedPages = new ArrayList<>();
  private final Analyzer smartcn = new SmartChineseAnalyzer();

  /** Takes the sample letters that are in UTF-8. */
  public ReadingBench() {
    try {
      for (LetterFile letter : LetterFile.all()) {
        String text = new String(letter.bytes(), StandardCharsets.UTF_8);
        boolean sample = letter.name().startsWith("sample-corpus") && text.indexOf('\ufffd') < 0;
        if (sample && letter.format().equals("html")) {
          pages.add(letter);
          decodedPages.add(text);
        } else if (sample && Set.of("txt", "md").contains(letter.format())) {
          texts.add(letter);
          decodedTexts.add(text);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("run in the project's folder", e);
    }
  }

  /** Bytes of the text letters. */
  long textBytes() {
    return texts.stream().mapToLong(letter -> letter.bytes().length).sum();
  }

  /** Bytes of the pages. */
  long pageBytes() {
    return pages.stream().mapToLong(letter -> letter.bytes().length).sum();
  }

  /** Bytes of the letters in the pages, in UTF-8. */
  long pageTextBytes() {
    return pages.stream()
        .map(page -> Reading.reply(page.name(), page.bytes()))
        .mapToLong(
            reply -> reply.map(r -> r.text().getBytes(StandardCharsets.UTF_8).length).orElse(0))
        .sum();
  }

  /** Text and Markdown to letters. */
  @Benchmark
  @Warmup(iterations = LONG_WARMUP, time = 3)
  public void textToReply(Blackhole out, Cpu cpu) {
    cpu.count(() -> readAll(texts, out));
  }

  /** Pages to letters. */
  @Benchmark
  @Warmup(iterations = LONG_WARMUP, time = 3)
  public void pageToReply(Blackhole out, Cpu cpu) {
    cpu.count(() -> readAll(pages, out));
  }

  /** A single simple expression over the same text. */
  @Benchmark
  public void textByOneRegex(Blackhole out, Cpu cpu) {
    cpu.count(() -> decodedTexts.forEach(text -> scan(text, out)));
  }

  /** The segmenter that finds words in the same text. */
  @Benchmark
  public void textBySmartcn(Blackhole out, Cpu cpu) {
    cpu.count(() -> decodedTexts.forEach(text -> segment(text, out)));
  }

  /** The same pages parsed and nothing more. */
  @Benchmark
  public void pageByJsoup(Blackhole out, Cpu cpu) {
    cpu.count(() -> decodedPages.forEach(page -> out.consume(Jsoup.parse(page))));
  }

  private static void readAll(List<LetterFile> letters, Blackhole out) {
    letters.forEach(letter -> out.consume(Reading.reply(letter.name(), letter.bytes())));
  }

  private static void scan(String text, Blackhole out) {
    Matcher matcher = HAN.matcher(text);
    while (matcher.find()) {
      out.consume(matcher.end());
    }
  }

  private void segment(String text, Blackhole out) {
    try (TokenStream words = smartcn.tokenStream("text", text)) {
      words.reset();
      while (words.incrementToken()) {
        out.consume(words);
      }
      words.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
