package org.dafu.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a kill, a lost index and a folder that cannot be written do to changes. */
class AdminLifeTest {
  @TempDir private Path temp;

  @Test
  void changes_surviveAKillAndTheLossOfTheIndex() throws IOException {
    try (ServedFolder served = ServedFolder.start(temp)) {
      served.letter("old.txt", ServedFolder.text("晋城市", "041", "整治油烟"));
      String kept = ServedFolder.text("晋城市", "042", "增设停车位");
      String id = served.admin(201, "PUT", "/admin/replies/park.txt", kept).get("id").asText();
      served.admin(200, "PATCH", "/admin/replies/park.txt", "{\"city\": \"晋中市\"}");
      String withdrawn = served.json("/replies?q=041").at("/hits/0/id").asText();
      served.admin(200, "DELETE", "/admin/replies/" + withdrawn, "");
      Files.writeString(served.data.resolve("incoming/letter1.part"), "half a letter");
      served.kill();
      delete(served.data.resolve("index"));

      served.start();
      assertEquals("晋中市", served.json("/replies/" + id).get("city").asText());
      assertEquals(404, served.status("/replies/" + withdrawn));
      assertEquals(1, served.json("/replies").get("total").asInt());
      assertFalse(Files.exists(served.data.resolve("incoming/letter1.part")));
      JsonNode history = served.admin(200, "GET", "/admin/replies/" + withdrawn, "");
      assertTrue(history.get("withdrawn").asBoolean());
      assertEquals(3, Files.readAllLines(served.data.resolve("audit.jsonl")).size());
      served.stop();
      assertEquals(2, filesOf(served.data.resolve("received")).size(), "letter and correction");
    }
  }

  @Test
  void patch_folderThatCannotBeWritten_isRefusedAndSaysWhich() throws IOException {
    try (ServedFolder served = ServedFolder.start(temp)) {
      served.letter("a.txt", ServedFolder.text("晋城市", "043", "硬化村道"));
      Files.writeString(served.letters.resolve(".dafu"), "a file in the way");
      served.admin(200, "POST", "/admin/sync", "");
      String id = served.json("/replies").at("/hits/0/id").asText();
      JsonNode problem = served.admin(409, "PATCH", "/admin/replies/" + id, "{\"city\": \"晋中市\"}");
      assertTrue(problem.get("detail").asText().contains(".dafu"), problem.toString());
      assertEquals("晋城市", served.json("/replies/" + id).get("city").asText());
    }
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
