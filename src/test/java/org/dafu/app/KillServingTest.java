package org.dafu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the program (SIGKILL) while it serves, and several clients at once send, correct and
 * withdraw letters, ask for syncs, and change what makes it build another index beside. Afterwards
 * what was acknowledged is so, on disk and in answers; what was not is either so or not, never
 * half.
 */
class KillServingTest {
  private static final long SEED = Long.getLong("kill.seed", 20260102L);
  private static final int KILLS = Integer.getInteger("kill.serving.count", 3);
  private static final int CLIENTS = 4;
  private static final int AT_FIRST = 20;
  private static final long MOST_MILLIS = 2_500;
  private static final long LIMIT_MILLIS = 600_000;
  private static final String GONE = "";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Indexes kept: the one in use, the one before, and one that is being built. */
  private static final int MOST_GENERATIONS = 3;

  /**
   * What may be so of a letter, several where a change was not acknowledged.
   *
   * @param texts that it may have, {@link #GONE} if it may be gone
   * @param classes printed or corrected
   */
  private record Held(Set<String> texts, Set<String> classes) {
    /** Whether an answer to a search for it is one that there can be. */
    boolean agrees(JsonNode answer) {
      boolean gone = texts.contains(GONE);
      return answer.get("total").asLong() == (gone ? 0 : 1)
          && (gone || classes.contains(found(answer)));
    }

    Held orText(String text) {
      return new Held(Set.of(texts.iterator().next(), text), classes);
    }
  }

  @TempDir private Path temp;
  private DataFolder folder;
  private String measures = "";
  private final Random random = new Random(SEED);
  private final AtomicInteger letters = new AtomicInteger(AT_FIRST);
  private final Map<Integer, Held> held = new ConcurrentHashMap<>();

  /** Letters that are there and not looked at again, but counted in the end. */
  private int settled;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = new DataFolder(temp);
    for (int i = 1; i <= AT_FIRST; i++) {
      folder.write(i);
    }
    measures = Files.readString(measuresFile());
  }

  @Test
  void service_killedAtAnyMoment_keepsWhatItAcknowledged() throws Exception {
    System.out.println("kill.seed=" + SEED + " kill.serving.count=" + KILLS);
    for (int kill = 1; kill <= KILLS; kill++) {
      long after = 100 + random.nextLong(MOST_MILLIS);
      String when = "kill " + kill + " after " + after + " ms, seed " + SEED;
      Path told = temp.resolve("told.txt");
      try (Running running = Running.start(folder, told, List.of(), "--watch")) {
        requireAnswers(running, when + ", started again");
        requireTidy(when + ", started again");
        killAfter(running, after, random.nextInt(3) == 0, when);
      }
      requireWhole(when);
    }
    try (Running running = Running.start(folder, temp.resolve("told.txt"), List.of())) {
      requireAnswers(running, "in the end");
      assertEquals(AT_FIRST + present(), total(running, ""), "letters in the end");
      assertTrue(running.stop() >= 0);
    }
  }

  private void killAfter(Running running, long millis, boolean rebuild, String when)
      throws Exception {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Random own = new Random(random.nextLong());
        all.add(clients.submit(() -> change(running, own)));
      }
      if (rebuild) {
        String more = "ZZ01\t标签" + letters.get() + "\t老年食堂\n";
        Files.writeString(measuresFile(), measures.stripTrailing() + "\n" + more);
      }
      Path snapshot = temp.resolve("snapshot");
      boolean copies = random.nextInt(4) == 0;
      Process copying = copies ? snapshot(snapshot) : null;
      TimeUnit.MILLISECONDS.sleep(millis);
      running.kill();
      for (Future<?> each : all) {
        each.get();
      }
      if (copying != null) {
        copying.destroyForcibly().waitFor();
        requireSnapshot(snapshot, when);
      }
    }
  }

  private Process snapshot(Path target) throws IOException {
    return Killed.builder(
            List.of("snapshot", target.toString(), "--data", folder.data().toString()))
        .redirectErrorStream(true)
        .redirectOutput(temp.resolve("snapshot.txt").toFile())
        .start();
  }

  /** Sends letters until nobody answers any more; notes what may and what must be so. */
  private boolean change(Running running, Random own) throws Exception {
    try {
      while (true) {
        int number = letters.incrementAndGet();
        String name = "replies/k" + number + ".txt";
        String text = DataFolder.letter(number);
        held.put(number, new Held(Set.of(text, GONE), Set.of("")));
        require(running.change("PUT", name, text));
        held.put(number, new Held(Set.of(text), Set.of("")));
        if (own.nextInt(4) == 0) {
          held.put(number, new Held(Set.of(text), Set.of("", "D")));
          require(running.change("PATCH", name, "{\"classification\": \"D\"}"));
          held.put(number, new Held(Set.of(text), Set.of("D")));
        }
        if (own.nextInt(4) == 0) {
          held.computeIfPresent(number, (key, now) -> now.orText(GONE));
          require(running.change("DELETE", name, ""));
          held.put(number, new Held(Set.of(GONE), Set.of()));
        }
        if (own.nextInt(20) == 0) {
          require(running.change("POST", "sync", ""));
        }
      }
    } catch (IOException e) { // it was killed
      return true;
    }
  }

  private static void require(HttpResponse<String> answer) {
    assertEquals(2, answer.statusCode() / 100, answer + " " + answer.body());
  }

  /** Looks at what the kill left, before anything is mended. */
  private void requireWhole(String when) throws IOException {
    try (Engine engine = Wiring.openToRead(folder.index(), folder.live)) {
      assertEquals(List.of(), engine.damage(), when);
    }
    for (Map.Entry<Integer, Held> each : held.entrySet()) {
      Path file = folder.data().resolve("received/k" + each.getKey() + ".txt");
      String text = Files.exists(file) ? Files.readString(file) : GONE;
      assertTrue(each.getValue().texts().contains(text), when + ": " + file + ": " + text);
      String kept = classOnDisk(text);
      if (!text.equals(GONE)) {
        assertTrue(each.getValue().classes().contains(kept), when + ": " + file + ": " + kept);
      }
      each.setValue(new Held(Set.of(text), Set.of(kept)));
    }
  }

  /** What a correction says that was kept, acknowledged or not: the index comes to it in time. */
  private String classOnDisk(String text) throws IOException {
    Path corrections = folder.data().resolve("received/.dafu/corrections");
    Path file = corrections.resolve(ReplyId.ofSha256(Sha256.of(text)) + ".json");
    return Files.exists(file) && Files.readString(file).contains("\"D\"") ? "D" : "";
  }

  private void requireSnapshot(Path snapshot, String when) throws Exception {
    if (Files.exists(snapshot)) {
      Killed.End end =
          Killed.run(
              temp.resolve("verified.txt"),
              -1,
              List.of("restore", "--verify", snapshot.toString()));
      assertEquals(0, end.status(), when + ": " + end.told());
      DataFolder.delete(snapshot);
    }
  }

  /** What is acknowledged is found, and what is gone is not. */
  private void requireAnswers(Running running, String when) throws Exception {
    for (Map.Entry<Integer, Held> each : held.entrySet()) {
      Held letter = each.getValue();
      String word = DataFolder.word(each.getKey());
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLIS);
      JsonNode answer = answer(running, word);
      while (!letter.agrees(answer)) {
        if (System.nanoTime() > end) {
          String name = "replies/k" + each.getKey() + ".txt";
          String known = running.change("GET", name, "").body() + running.told();
          fail(when + ": " + word + ": " + letter + ": " + answer + known);
        }
        Thread.sleep(Duration.ofMillis(100));
        answer = answer(running, word);
      }
    }
    // Only what comes from now on is looked at again: all letters are counted in the end.
    held.entrySet().removeIf(each -> random.nextInt(4) > 0 && settle(each.getValue()));
  }

  private boolean settle(Held letter) {
    settled += letter.texts().contains(GONE) ? 0 : 1;
    return true;
  }

  private long present() {
    return settled + held.values().stream().filter(each -> !each.texts().contains(GONE)).count();
  }

  private static String found(JsonNode answer) {
    return answer.at("/hits/0/classification").asText("").replace("null", "");
  }

  private static long total(Running running, String word) throws Exception {
    return answer(running, word).get("total").asLong();
  }

  private static JsonNode answer(Running running, String word) throws Exception {
    String q = word.isEmpty() ? "" : "?q=%22" + word + "%22";
    HttpResponse<String> response = running.get("/api/v1/replies" + q);
    assertEquals(200, response.statusCode(), response.body());
    return JSON.readTree(response.body());
  }

  /** Nothing that a kill leaves lying about stays. */
  private void requireTidy(String when) throws IOException {
    Path data = folder.data();
    assertEquals(List.of(), named(data.resolve("incoming"), ""), when);
    assertEquals(List.of(), named(data.resolve("received"), ".part"), when);
    assertEquals(List.of(), named(data.resolve("received/.dafu/corrections"), ".part"), when);
    List<Path> generations = named(folder.index(), "").stream().filter(Files::isDirectory).toList();
    assertTrue(generations.size() <= MOST_GENERATIONS, when + ": " + generations);
    assertTrue(named(data, "").size() <= 10, when + ": " + named(data, ""));
  }

  private static List<Path> named(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private Path measuresFile() {
    return folder.config().resolve("measures.tsv");
  }
}
