package org.dafu.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Sha256;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files of corrections do to an index. */
class CorrectionsSyncTest {
  @TempDir private Path temp;
  private Path corpus;
  private final MemoryIndex index = new MemoryIndex();
  private final PlainLetters letters = new PlainLetters();

  @BeforeEach
  void makeCorpus() throws IOException {
    corpus = Files.createDirectory(temp.resolve("corpus"));
  }

  @Test
  void run_correctedLetter_isReadAgainOnceAndOnlyIt() throws IOException {
    write("one.txt", "one");
    write("two.txt", "two");
    sync();
    correct("one", "city", "\"晋城市\"");
    int before = letters.reads.get();
    SyncReport report = sync();
    assertEquals(1, report.updated());
    assertEquals(before + 1, letters.reads.get());
    assertEquals("晋城市", city("one"));
    int commits = index.commits;
    SyncReport again = sync();
    assertEquals(2, again.unchanged());
    assertEquals(commits, index.commits, "nothing is written where nothing has changed");
    Files.delete(file("one"));
    sync();
    assertEquals(null, city("one"));
  }

  @Test
  void run_newIndexOrOtherWayOfReading_correctionsHold() throws IOException {
    write("one.txt", "one");
    correct("one", "city", "\"晋城市\"");
    sync();
    assertEquals("晋城市", city("one"));
    sync("v2");
    assertEquals("晋城市", city("one"));
  }

  @Test
  void run_brokenCorrections_keepWhatIsAndHoldBackWhatIsNew() throws IOException {
    write("one.txt", "one");
    write("two.txt", "two");
    correct("one", "city", "\"晋城市\"");
    sync();
    Files.writeString(file("one"), "{\n \"sha256\": \"x\",\n");
    Files.writeString(file("two"), "{\n\n x}");
    SyncReport report = sync("v2");
    assertEquals("晋城市", city("one"), "stays as it is");
    List<String> reasons = report.problems().stream().map(FileProblem::reason).toList();
    assertTrue(reasons.stream().anyMatch(reason -> reason.startsWith("第 3 行")), "" + reasons);
    index.clear();
    sync();
    assertEquals(0, index.texts().size(), "a letter that may be withdrawn is not let in");
    correct("one", "city", "\"晋城市\"");
    Files.delete(file("two"));
    sync();
    assertEquals(2, index.texts().size());
    assertEquals("晋城市", city("one"));
  }

  @Test
  void run_correctionThatDoesNotFit_rejectsThatLetterOnly() throws IOException {
    write("one.txt", "one");
    write("two.txt", "two");
    correct("one", "kind", "\"letter\"");
    SyncReport report = sync();
    assertEquals(1, report.indexed());
    assertTrue(report.problems().getFirst().reason().contains("kind"), "" + report.problems());
    correct("one", "kind", "\"bill\"");
    assertEquals(1, sync().indexed());
  }

  @Test
  void run_lookAlikeThatIsALetter_comesIn() throws IOException {
    write("one.txt", "notice one");
    sync();
    assertEquals(0, index.texts().size());
    correct("notice one", "isReply", "true");
    assertEquals(1, sync().indexed());
  }

  @Test
  void run_letterOfArchive_isCorrectedAndWithdrawnByItself() throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(corpus.resolve("a.zip")))) {
      for (String name : List.of("one", "two")) {
        zip.putNextEntry(new ZipEntry(name + ".txt"));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    sync();
    assertEquals(2, index.texts().size());
    correct("one", "city", "\"晋城市\"");
    assertEquals(1, sync().updated());
    assertEquals("晋城市", city("one"));
    assertEquals(2, sync().unchanged());
    withdraw("two", "a.zip!/two.txt");
    sync();
    assertEquals(1, index.texts().size());
    Files.delete(file("two"));
    sync();
    assertEquals(2, index.texts().size());
  }

  @Test
  void run_withdrawnLetter_isOutInEveryFolderAndAfterAChange() throws IOException {
    Path other = Files.createDirectory(temp.resolve("other"));
    write("one.txt", "one");
    Files.writeString(other.resolve("copy.txt"), "one");
    withdraw("one", "one.txt");
    SyncReport report = run("v1", List.of(other, corpus));
    assertEquals(2, report.rejected());
    assertEquals(0, index.texts().size());
    write("one.txt", "one, a little otherwise");
    run("v1", List.of(corpus));
    assertEquals(0, index.texts().size());
  }

  @Test
  void run_withdrawnOrGone_isOutBeforeOthersAreRead() throws IOException {
    for (String each : List.of("withdrawn", "gone", "moved", "left")) {
      write(each + ".txt", each);
    }
    sync();
    withdraw("withdrawn", "withdrawn.txt");
    Files.delete(corpus.resolve("gone.txt"));
    Files.move(corpus.resolve("moved.txt"), corpus.resolve("away.txt"));
    write("new.txt", "new");
    List<Set<String>> searched = new ArrayList<>();
    Progress atTheBeginning =
        new Progress() {
          @Override
          public void planned(int files) {
            searched.add(Set.copyOf(index.texts().values()));
          }
        };
    int commits = index.commits;
    new CorpusSync(index, letters.intake(), "v1")
        .run(
            List.of(corpus),
            atTheBeginning,
            () -> {
              assertEquals(commits + 1, index.commits, "that they are out is committed");
              return false;
            });
    assertEquals(List.of(Set.of("moved", "left")), searched);
    assertEquals(Set.of("moved", "left", "new"), Set.copyOf(index.texts().values()));
  }

  @Test
  void check_tellsOfCorrectionsWhoseLetterHasChangedOrIsGone() throws IOException {
    write("one.txt", "one");
    write("two.txt", "two");
    correct("one", "city", "\"晋城市\"");
    correct("two", "city", "\"晋城市\"");
    sync();
    assertEquals(List.of(), check());
    write("one.txt", "one, otherwise");
    Files.delete(corpus.resolve("two.txt"));
    sync();
    assertEquals(List.of("one.txt：更正以后，信件有改动", "two.txt：有更正，信件却已不在"), check());
    Files.move(corpus.resolve("one.txt"), corpus.resolve("three.txt"));
    write("moved.txt", "two");
    sync();
    assertEquals(List.of("one.txt：有更正，信件却已不在"), check());
    assertEquals("晋城市", city("two"));
  }

  @Test
  void listing_hiddenFolder_isNoLetterAndNotFollowedOutside() throws IOException {
    write("one.txt", "one");
    Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
    Files.createDirectory(corpus.resolve(".dafu"));
    Files.createSymbolicLink(corpus.resolve(".dafu/corrections"), elsewhere);
    String id = ReplyId.ofSha256(Sha256.of("one")).value();
    Files.writeString(elsewhere.resolve(id + ".json"), content("one", "city", "\"晋城市\""));
    SyncReport report = sync();
    assertEquals(1, report.seen());
    assertEquals(null, city("one"));
    assertFalse(index.texts().isEmpty());
  }

  private List<String> check() throws IOException {
    return CorpusCheck.of(List.of(corpus), index.files(), index.letters()).differences();
  }

  private @Nullable String city(String text) {
    return index.letter(ReplyId.ofSha256(Sha256.of(text))).city();
  }

  private Path file(String text) {
    return Corrections.file(corpus, ReplyId.ofSha256(Sha256.of(text)));
  }

  private static String content(String text, String field, String value) {
    return """
        {
          "path": "%s.txt",
          "sha256": "%s",
          "corrections": [
            {"field": "%s", "value": %s, "read": null, "author": "林", "time": "2026-01-01"}
          ]
        }
        """
        .replaceFirst("%s", text)
        .replaceFirst("%s", Sha256.of(text))
        .replaceFirst("%s", field)
        .replaceFirst("%s", value);
  }

  private void correct(String text, String field, String value) throws IOException {
    Files.createDirectories(Corrections.folder(corpus));
    Files.writeString(file(text), content(text, field, value));
  }

  private void withdraw(String text, String path) throws IOException {
    Files.createDirectories(Corrections.folder(corpus));
    String content = "{\"path\": \"" + path + "\", \"sha256\": \"" + Sha256.of(text) + "\", ";
    Files.writeString(file(text), content + "\"withdrawn\": true}");
  }

  private SyncReport sync() throws IOException {
    return sync("v1");
  }

  private SyncReport sync(String reading) throws IOException {
    return run(reading, List.of(corpus));
  }

  private SyncReport run(String reading, List<Path> folders) throws IOException {
    return new CorpusSync(index, letters.intake(), reading)
        .run(folders, Progress.NONE, () -> false);
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(corpus.resolve(path), text);
  }
}
