package org.dafu.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under which names letters can be sent, and what is kept of those sent at one time. */
class ReceiptTest {
  @TempDir private static Path temp;
  private static ServedFolder served;

  @BeforeAll
  static void start() throws IOException {
    served = ServedFolder.start(temp.resolve("one"));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  /** What lies in the folder, but for what the service makes by itself at any time. */
  private static Set<Path> tree(Path folder) throws IOException {
    Set<Path> byItself = Set.of(served.data.resolve("index"), served.data.resolve("meaning"));
    Set<Path> tree = new TreeSet<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            if (byItself.contains(path)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            tree.add(path);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            tree.add(path);
            return FileVisitResult.CONTINUE;
          }
        });
    tree.remove(served.data.resolve("incoming")); // the first receipt of all makes it
    return tree;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "%2e%2e",
        "%2e",
        "..%2f..%2fx.txt",
        "a%2fb.txt",
        "a%5cb.txt",
        "%5c%5chost%5cx.txt",
        "a%00b.txt",
        "a%0ab.txt",
        "a%e2%80%aeb.txt",
        "a%ed%a0%80b.txt",
        "%ff.txt",
        ".hidden.txt",
        ".dafu",
        "%20x.txt",
        "README.md",
        "0123456789abcdef",
        "a.zip!%2fb.txt",
        "a.jsonl%23b",
        "a/b.txt",
        "a/../../b.txt",
        "..;/x.txt",
        ""
      })
  void put_namesThatAreNone_writeNothingAnywhere(String name) throws IOException {
    Set<Path> before = tree(temp);
    HttpResponse<String> response =
        served.admin("PUT", "/admin/replies/" + name, ServedFolder.text("晋城市", "1", name));
    assertTrue(response.statusCode() / 100 == 4, response.statusCode() + response.body());
    if (!response.body().isEmpty()) {
      assertTrue(ServedFolder.parse(response.body()).get("type").asText().startsWith("urn:dafu:"));
    }
    assertEquals(before, tree(temp));
  }

  @Test
  void put_longNames_areRefusedAndLongestIsKept() {
    String most = "长".repeat(65) + ".text";
    String text = ServedFolder.text("晋城市", "013", "加装电梯");
    String path = "/admin/replies/" + "%E9%95%BF".repeat(65) + ".text";
    assertEquals(most, served.admin(201, "PUT", path, text).get("name").asText());
    served.admin(400, "PUT", "/admin/replies/" + "%E9%95%BF".repeat(67) + ".txt", text);
    served.admin(400, "PUT", "/admin/replies/" + "x".repeat(10_000), text);
    served.admin(200, "DELETE", path, "");
  }

  @Test
  void put_nothing_is422() {
    JsonNode problem = served.admin(422, "PUT", "/admin/replies/empty.txt", "");
    assertEquals("urn:dafu:problem:empty", problem.get("type").asText());
    assertFalse(Files.exists(served.data.resolve("received/empty.txt")));
  }

  @Test
  void put_sameNameAtOneTime_keepsOneOfThemWhole() throws Exception {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      texts.add(ServedFolder.text("襄阳市", "1" + i, "公交第" + i + "路") + "·".repeat(i * 5_000));
    }
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(12)) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (String text : texts) {
        answers.add(
            pool.submit(() -> served.admin("PUT", "/admin/replies/race.txt", text).statusCode()));
      }
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
    assertEquals(1, statuses.stream().filter(status -> status == 201).count(), "" + statuses);
    assertEquals(23, statuses.stream().filter(status -> status == 200).count(), "" + statuses);
    String kept = Files.readString(served.data.resolve("received/race.txt"));
    assertTrue(texts.contains(kept), "one of them, whole");
    served.sync();
    assertEquals(200, served.status("/replies/" + ServedFolder.id(kept)));
    served.admin(200, "DELETE", "/admin/replies/race.txt", "");
    assertEquals(404, served.status("/replies/" + ServedFolder.id(kept)));
  }
}
