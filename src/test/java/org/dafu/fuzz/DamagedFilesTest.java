package org.dafu.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.dafu.ingest.Intake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads damaged copies of every letter that the project holds. */
class DamagedFilesTest {
  /** A file that broke a law is kept here, to be looked at. */
  private static final Path BROKEN = Path.of("target/fuzz");

  private static final int MOST_DAMAGES = 3;

  /** Of so many rounds a quarter at least is to be read, else the damage is too great to tell. */
  private static final int FEWEST_JUDGED = 100;

  @Test
  void letters_wereFoundInEveryFormat() throws IOException {
    List<LetterFile> letters = LetterFile.all();
    assertTrue(letters.size() >= 70, letters.size() + " letters to damage");
    Set<String> formats = letters.stream().map(LetterFile::format).collect(Collectors.toSet());
    Set<String> wanted = Set.of("txt", "md", "html", "pdf", "docx", "doc", "zip", "jsonl");
    assertTrue(formats.containsAll(wanted), formats::toString);
  }

  @Test
  void undamagedLetters_keepTheLaws() throws IOException {
    for (LetterFile letter : LetterFile.all()) {
      holdLaws(letter, letter.name());
    }
  }

  @Test
  void damagedLetters_keepTheLaws() throws IOException {
    List<LetterFile> letters = LetterFile.all();
    long first = Effort.seed();
    int rounds = Effort.rounds();
    int read = 0;
    for (int round = 0; round < rounds; round++) {
      read += damageAndRead(letters, first + round) ? 1 : 0;
    }
    String told = read + " of " + rounds + " damaged letters were read, from seed " + first;
    System.out.println(told);
    assertTrue(rounds < FEWEST_JUDGED || read * 4 >= rounds, told);
  }

  private static boolean damageAndRead(List<LetterFile> letters, long seed) throws IOException {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L); // neighbours are to be unlike
    LetterFile letter = letters.get(random.nextInt(letters.size()));
    if (!letter.isText() && random.nextBoolean()) { // of other formats most damage leaves nothing
      List<LetterFile> texts = letters.stream().filter(LetterFile::isText).toList();
      letter = texts.get(random.nextInt(texts.size()));
    }
    List<Damage> damages = letter.isText() ? Damage.ALL : Damage.OF_BYTES;
    StringBuilder story = new StringBuilder(letter.name());
    for (int times = 1 + random.nextInt(MOST_DAMAGES); times > 0; times--) {
      Damage damage = damages.get(random.nextInt(damages.size()));
      letter = letter.with(damage.apply(letter.bytes(), random));
      story.append(", ").append(damage);
    }
    if (random.nextInt(10) == 0) {
      String format = List.of("txt", "md", "html").get(random.nextInt(3));
      letter = new LetterFile(letter.name() + "." + format, letter.bytes());
      story.append(", named .").append(format);
    }
    String again = Effort.again("DamagedFilesTest#damagedLetters_keepTheLaws", seed);
    return holdLaws(letter, story.append("; ").append(again).toString());
  }

  @Test
  void damagedArchives_areReadOrRefusedPartByPart(@TempDir Path folder) throws IOException {
    List<LetterFile> archives =
        LetterFile.all().stream()
            .filter(file -> Set.of("zip", "jsonl").contains(file.format()))
            .toList();
    long first = Effort.seed();
    for (int round = 0; round < (Effort.rounds() + 9) / 10; round++) {
      Random random = new Random((first + round) * 0x9E3779B97F4A7C15L);
      LetterFile whole = archives.get(random.nextInt(archives.size()));
      Damage damage = Damage.OF_BYTES.get(random.nextInt(Damage.OF_BYTES.size()));
      Path file = folder.resolve("archive." + whole.format());
      Files.write(file, damage.apply(whole.bytes(), random));
      String again = Effort.again("DamagedFilesTest#damagedArchives*", first + round);
      Reading.INTAKE.takeAll(
          file,
          whole.name(),
          (path, taken) -> {
            if (taken instanceof Intake.Broken broken) {
              throw new AssertionError(path + ", " + damage + "; " + again, broken.cause());
            }
          });
    }
  }

  /** Whether the file was read; false if it was refused. */
  private static boolean holdLaws(LetterFile letter, String story) throws IOException {
    try {
      return ReplyLaws.hold(letter.name(), letter.bytes()).isPresent();
    } catch (Throwable e) { // whatever it is, the seed has to be said
      Path kept = BROKEN.resolve("broken." + letter.format());
      Files.createDirectories(BROKEN);
      Files.write(kept, letter.bytes());
      throw new AssertionError(story + "; kept as " + kept, e);
    }
  }

  @Test
  void sameSeed_damagesTheSameWay() {
    byte[] file = "关于对市政协第12号提案的答复\n尊敬的王委员：\n".repeat(9).getBytes(StandardCharsets.UTF_8);
    for (Damage damage : Damage.ALL) {
      byte[] once = damage.apply(file, new Random(7));
      assertArrayEquals(once, damage.apply(file, new Random(7)), damage.name());
    }
  }
}
