package org.dafu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateCommandTest {
  private static final String CORPUS =
      """
      {"_id": "d1", "title": "老年食堂", "text": "街道办老年食堂，按餐补贴。"}
      {"_id": "d2", "title": "", "text": "地铁站点名称已经公布。"}

      {"_id": "d3", "text": "小区停车位不足。"}
      """;
  private static final String QUERIES =
      """
      {"_id": "q1", "text": "老年食堂"}
      {"_id": "q2", "text": "“地铁站点”"}
      {"_id": "q3", "text": "停车位"}
      {"_id": "q4", "text": "没有答案"}
      """;
  private static final String JUDGEMENTS =
      "query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td2\t2\nq3\td1\t1\nq3\td3\t0\n";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeSet() throws IOException {
    Files.writeString(folder.resolve("corpus.jsonl"), CORPUS);
    Files.writeString(folder.resolve("queries.jsonl"), QUERIES);
    Files.writeString(folder.resolve("qrels.tsv"), JUDGEMENTS);
  }

  private int evaluate(String... more) {
    String[] fixed = {
      "evaluate",
      "--corpus",
      folder.resolve("corpus.jsonl").toString(),
      "--queries",
      folder.resolve("queries.jsonl").toString(),
      "--qrels",
      folder.resolve("qrels.tsv").toString(),
      "--data",
      folder.resolve("data").toString()
    };
    String[] all = new String[fixed.length + more.length];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return Main.execute(new PrintWriter(out), new PrintWriter(err), all);
  }

  @Test
  void evaluate_smallSet_printsMeansAndWritesTheRun() throws IOException {
    Path run = folder.resolve("run.txt");
    assertEquals(Main.DONE, evaluate("--run", run.toString()), err.toString());
    assertTrue(out.toString().contains("documents\t3"), out.toString());
    assertTrue(out.toString().contains("queries\t3"), out.toString());
    assertTrue(out.toString().contains("nDCG@10\t0.6667\t["), out.toString());
    assertTrue(out.toString().contains("MRR@10\t0.6667"), out.toString());
    assertTrue(out.toString().contains("R@100\t0.6667"), out.toString());
    assertTrue(out.toString().contains("ms/query\t"), out.toString());
    assertTrue(err.toString().contains("1 queries have no right answer"), err.toString());
    List<String> lines = Files.readAllLines(run);
    assertTrue(lines.getFirst().matches("q1 Q0 d1 1 [0-9.]+ dafu"), lines.toString());
    assertEquals(3, lines.size());
  }

  @Test
  void evaluate_parts_areHalvesOfAll() {
    assertEquals(Main.DONE, evaluate("--part", "all"));
    assertEquals(Main.FAILED, evaluate("--part", "some"));
    assertTrue(err.toString().contains("expected all, tune or held-out"), err.toString());
  }

  @Test
  void evaluate_mode_isOneOfTwo() {
    assertEquals(Main.DONE, evaluate("--mode", "hybrid"), err.toString());
    assertTrue(out.toString().contains("nDCG@10\t0.6667"), out.toString());
    assertTrue(Files.exists(folder.resolve("data/meaning/evaluate.vectors")));
    assertEquals(Main.FAILED, evaluate("--mode", "dense"));
    assertTrue(err.toString().contains("expected lexical or hybrid"), err.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "corpus.jsonl, {\"_id\": 1, corpus.jsonl:2: no JSON",
    "corpus.jsonl, {\"_id\": \"d1\"; \"text\": \"a\"}, corpus.jsonl:2: this _id was there before:"
        + " d1",
    "corpus.jsonl, {\"text\": \"a\"}, corpus.jsonl:2: no text under \"_id\"",
    "queries.jsonl, [1], queries.jsonl:2: no JSON object",
    "qrels.tsv, q1 d1 1, qrels.tsv:2: not query"
  })
  void evaluate_faultyLine_isNamed(String file, String line, String message) throws IOException {
    Path faulty = folder.resolve(file);
    String first = Files.readString(faulty).lines().findFirst().orElseThrow();
    Files.writeString(faulty, first + "\n" + line.replace(';', ',') + "\n");
    assertEquals(Main.FAILED, evaluate());
    assertTrue(err.toString().contains(message), err.toString());
  }

  @Test
  void evaluate_missingFile_isNamed() throws IOException {
    Files.delete(folder.resolve("qrels.tsv"));
    assertEquals(Main.FAILED, evaluate());
    assertTrue(err.toString().contains("qrels.tsv"), err.toString());
  }
}
