package org.dafu.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dafu.app.evaluate.Corpus;
import org.dafu.app.evaluate.Figures;
import org.dafu.app.evaluate.JudgedQueries;
import org.dafu.app.evaluate.Part;
import org.dafu.app.evaluate.Ranking;
import org.dafu.search.Filters;
import org.dafu.search.HeldPassages;
import org.dafu.search.Mode;
import org.dafu.search.ReplySearcher;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.dafu.search.Sort;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code dafu evaluate}: measures the product's own ranking on a judged set. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures the ranking on a judged set in the shape of BEIR: indexes its documents as letters",
      "in a temporary folder, asks every query that has a right answer as a user would type or",
      "paste it, and prints means with their 95 %% intervals (bootstrap over queries).",
      "A query is cut to the "
          + SearchRequest.MAX_QUERY_CODE_POINTS
          + " characters that a search may have."
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final String RUN_NAME = "dafu";

  @Mixin private Home home = new Home();

  @Option(
      names = "--corpus",
      required = true,
      paramLabel = "C.jsonl",
      description = "Documents: one JSON object a line with _id, text and perhaps title.")
  private Path corpusFile = Path.of("");

  @Option(
      names = "--queries",
      required = true,
      paramLabel = "Q.jsonl",
      description = "Queries: one JSON object a line with _id and text.")
  private Path queriesFile = Path.of("");

  @Option(
      names = "--qrels",
      required = true,
      paramLabel = "R.tsv",
      description = "Judgements: query, document and grade a line, parted by tabs.")
  private Path judgementsFile = Path.of("");

  @Option(
      names = "--mode",
      paramLabel = "lexical|hybrid",
      converter = ModeConverter.class,
      description = {
        "How to rank (default: lexical). For hybrid, by words and meaning, a vector is made of"
            + " each",
        "passage, some 25 a second; they are kept in the data folder for the next time."
      })
  private Mode mode = Mode.LEXICAL;

  @Option(
      names = "--part",
      paramLabel = "all|tune|held-out",
      converter = PartConverter.class,
      description = {
        "Which queries: all (the default), or one of two halves that their names decide,",
        "to choose weights on the one and report the other."
      })
  private Part part = Part.ALL;

  @Option(
      names = "--run",
      paramLabel = "FILE",
      description = "Write the rankings here too, in the form of a TREC run.")
  private @Nullable Path run;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    JudgedQueries queries = JudgedQueries.read(queriesFile, judgementsFile, part);
    Path folder = Files.createTempDirectory("dafu-evaluate");
    LiveConfig config = new LiveConfig(home);
    try (Engine engine = Wiring.openAlone(folder, config)) {
      long started = System.nanoTime();
      Corpus corpus = Corpus.index(corpusFile, engine.index());
      tell(queries, corpus, System.nanoTime() - started);
      List<Ranking> rankings;
      try (Understanding understanding = understanding(engine)) {
        config.takeUpMeanings(understanding.meanings());
        rankings = rank(queries, corpus, engine.searcher());
      }
      if (run != null) {
        write(rankings, run);
      }
      print(rankings, corpus);
    } finally {
      delete(folder);
    }
    return Main.DONE;
  }

  private void tell(JudgedQueries queries, Corpus corpus, long nanos) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        String.format(Locale.ROOT, "%d documents indexed in %.1f s", corpus.size(), nanos / 1e9));
    if (queries.unjudged() > 0) {
      err.println(queries.unjudged() + " queries have no right answer and are left out");
    }
    long missing = queries.missing(corpus);
    if (missing > 0) {
      err.println(missing + " right answers are not in the corpus and count as not found");
    }
    long cut =
        queries.queries().stream()
            .filter(query -> !typed(query.text()).equals(query.text()))
            .count();
    if (cut > 0) {
      err.println(cut + " queries are longer than a search may be and are cut");
    }
  }

  /** Vectors of all documents; those of a measurement before are kept. */
  private Understanding understanding(Engine engine) throws IOException {
    if (mode != Mode.HYBRID) {
      return Understanding.NONE;
    }
    HeldPassages held = engine.passages();
    try (TerminalProgress bar = new TerminalProgress("Making vectors")) {
      bar.planned(held.keys().size());
      return Understanding.complete(home.measuredVectors(), held, bar::at);
    }
  }

  private List<Ranking> rank(JudgedQueries queries, Corpus corpus, ReplySearcher searcher) {
    List<Ranking> rankings = new ArrayList<>();
    for (JudgedQueries.Query query : queries.queries()) {
      SearchRequest request =
          new SearchRequest(
              typed(query.text()),
              Filters.NONE,
              SearchRequest.Unit.LETTER,
              Sort.RELEVANCE,
              Ranking.DEPTH,
              null,
              List.of(),
              1,
              mode);
      long started = System.nanoTime();
      SearchResponse response = searcher.search(request);
      rankings.add(Ranking.of(query, corpus, response, System.nanoTime() - started));
    }
    return rankings;
  }

  /** As much of a text as a search may have. */
  private static String typed(String text) {
    int most = SearchRequest.MAX_QUERY_CODE_POINTS;
    boolean fits = text.codePointCount(0, text.length()) <= most;
    return fits ? text : text.substring(0, text.offsetByCodePoints(0, most));
  }

  private void print(List<Ranking> rankings, Corpus corpus) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("documents\t" + corpus.size());
    out.println("queries\t" + rankings.size() + (part == Part.ALL ? "" : "\t" + part));
    Figures.print(rankings, out);
  }

  private static void write(List<Ranking> rankings, Path file) throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      for (Ranking ranking : rankings) {
        for (int place = 0; place < ranking.found().size(); place++) {
          out.printf(
              Locale.ROOT,
              "%s Q0 %s %d %.6f %s%n",
              ranking.query().name(),
              ranking.found().get(place),
              place + 1,
              ranking.scores().get(place),
              RUN_NAME);
        }
      }
      if (out.checkError()) {
        throw new IOException("cannot be written: " + file);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failure)
              throws IOException {
            Files.delete(left);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** hybrid → {@link Mode#HYBRID}. */
  static final class ModeConverter implements ITypeConverter<Mode> {
    @Override
    public Mode convert(String value) {
      for (Mode mode : Mode.values()) {
        if (mode.parameter().filter(value::equals).isPresent()) {
          return mode;
        }
      }
      throw new TypeConversionException("expected lexical or hybrid, not '" + value + "'");
    }
  }

  /** held-out → {@link Part#HELD_OUT}. */
  static final class PartConverter implements ITypeConverter<Part> {
    @Override
    public Part convert(String value) {
      for (Part part : Part.values()) {
        if (part.toString().equals(value)) {
          return part;
        }
      }
      throw new TypeConversionException("expected all, tune or held-out, not '" + value + "'");
    }
  }
}
