package org.dafu.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that end by themselves, on the real jar and the project's own configuration. */
class ProgramTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path temp;

  @BeforeEach
  void makeCorpus() throws IOException {
    Letters.corpus(temp.resolve("我的 信件"));
  }

  @Test
  void inspect_letters_isOneJsonALineInOrder() throws IOException {
    Launched launched = run("inspect", "我的 信件/助餐.txt", "我的 信件/notice.txt", "我的 信件/bus.txt");
    assertEquals(0, launched.status(), launched.toString());
    List<String> lines = launched.out().lines().toList();
    assertEquals(3, lines.size(), launched.out());
    assertEquals("晋城市", JSON.readTree(lines.get(0)).get("city").asText());
    assertEquals(12, JSON.readTree(lines.get(0)).at("/numbers/0/value").asInt());
    assertEquals("我的 信件/助餐.txt", JSON.readTree(lines.get(0)).at("/source/path").asText());
    assertEquals(false, JSON.readTree(lines.get(1)).get("isReply").asBoolean());
    assertEquals("襄阳市", JSON.readTree(lines.get(2)).get("city").asText());
    assertEquals("", launched.err());
  }

  @Test
  void inspectPrivacy_draft_namesPlaceKindAndWhatToDo() throws IOException {
    Files.writeString(temp.resolve("草稿.md"), "答复如下。\n**联系人**：王某　13900001111\n");
    Launched launched = run("inspect", "--privacy", "草稿.md");
    assertEquals(2, launched.status(), launched.toString());
    assertEquals("草稿.md:2:12  手机号码  13900001111  (公开前删去)\n", launched.out());
    JsonNode found = JSON.readTree(run("inspect", "--privacy", "--json", "草稿.md").out());
    assertEquals("mobile", found.get("kind").asText());
    assertEquals(12, found.get("column").asInt());
  }

  @Test
  void inspectPrivacy_cleanDraft_isStatus0() throws IOException {
    Files.writeString(temp.resolve("草稿.txt"), "请拨打12345。\n");
    Launched launched = run("inspect", "--privacy", "草稿.txt");
    assertEquals(0, launched.status(), launched.toString());
    assertEquals("", launched.out());
  }

  @Test
  void index_twice_addsUpAndTheSecondChangesNothing() throws IOException {
    Launched first = index();
    assertEquals(2, first.status(), first.toString());
    assertEquals(
        "indexed 2, updated 0, unchanged 0, removed 0, rejected 1, failed 0; files seen 3\n",
        first.out());
    assertTrue(first.err().contains("rejected notice.txt："), first.err());
    List<String> files = indexFiles();
    Launched second = index();
    assertEquals(
        "indexed 0, updated 0, unchanged 2, removed 0, rejected 1, failed 0; files seen 3\n",
        second.out());
    assertEquals(files, indexFiles());
  }

  @Test
  void search_afterIndex_findsAndFilters() throws IOException {
    index();
    Launched found = run("search", "老年食堂", "--city", "晋城", "--data", "data");
    assertEquals(0, found.status(), found.toString());
    assertTrue(found.out().startsWith("1 件"), found.out());
    assertTrue(found.out().contains("【老年食堂】"), found.out());
    assertEquals("", found.err());
    JsonNode answer =
        JSON.readTree(run("search", "--not-city", "晋城市", "--json", "--data", "data").out());
    assertEquals(1, answer.get("total").asInt());
    assertEquals("襄阳市", answer.at("/hits/0/city").asText());
  }

  @Test
  void search_unknownValue_isNamed() throws IOException {
    index();
    Launched launched = run("search", "x", "--city", "火星市", "--data", "data");
    assertEquals(1, launched.status());
    assertTrue(launched.err().contains("火星市"), launched.err());
    assertEquals("", launched.out());
  }

  @Test
  void check_namesWhatDiffersUntilItIsIndexed() throws IOException {
    index();
    assertEquals(0, run("check", "--data", "data").status());
    Files.writeString(
        temp.resolve("我的 信件/助餐.txt"), Letters.letter("晋城市", "012", "推广老年助餐", "开办食堂15个"));
    Files.delete(temp.resolve("我的 信件/bus.txt"));
    Launched differs = run("check", "--data", "data");
    assertEquals(1, differs.status(), differs.toString());
    assertTrue(differs.out().contains("助餐.txt：建立索引以后有改动"), differs.out());
    assertTrue(differs.out().contains("bus.txt：索引里有，文件夹里已没有"), differs.out());
    assertEquals(
        "indexed 0, updated 1, unchanged 0, removed 1, rejected 1, failed 0; files seen 3\n",
        index().out());
    assertEquals(0, run("check", "--data", "data").status());
  }

  @Test
  void index_folderThatIsNotThere_isStatus1() throws IOException {
    Launched launched = run("index", "没有", "--data", "data");
    assertEquals(1, launched.status());
    assertTrue(launched.err().contains("没有这个文件夹"), launched.err());
    assertEquals("", launched.out());
  }

  private Launched index() throws IOException {
    return run("index", "我的 信件", "--data", "data");
  }

  private Launched run(String... arguments) throws IOException {
    return Launched.in(temp).run(arguments);
  }

  /** Names and times of the index's files: equal if nothing was written. */
  private List<String> indexFiles() throws IOException {
    try (Stream<Path> files = Files.walk(temp.resolve("data/index"))) {
      return files.map(file -> file + " " + file.toFile().lastModified()).sorted().toList();
    }
  }
}
