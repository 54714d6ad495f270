package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dafu.extract.SectionCoder.Codes;
import org.dafu.extract.SectionCoder.Part;
import org.dafu.read.Folding;
import org.junit.jupiter.api.Test;

/**
 * Codes what is said without the words of the taxonomy. The titles and sections were invented
 * before the cues that find them; the floors lie a little below what was measured.
 */
class PlainWordsTest {
  private static final Path TRUTH = Path.of("src/test/resources/truth");
  private static final SectionCoder CODER = Extract.coder();

  @Test
  void titles_saySubjectsInEverydayWords() {
    List<String> missed = new ArrayList<>();
    List<String[]> titles = rows("titles.tsv").toList();
    for (String[] row : titles) {
      List<String> read = code(List.of(tight(row[1])), "有关情况。").measures();
      if (!read.contains(row[0])) {
        missed.add(row[0] + " " + row[1] + " " + read);
      }
    }
    assertTrue(missed.size() <= titles.size() * 0.06, () -> String.join("\n", missed));
  }

  @Test
  void sections_sayWhatIsDoneInPlainWords() {
    List<String> missed = new ArrayList<>();
    List<String[]> sections = rows("plain-sections.tsv").toList();
    for (String[] row : sections) {
      Codes codes = code(List.of(), row[2]);
      List<String> instruments = row[0].isEmpty() ? List.of() : List.of(row[0].split(",", -1));
      if (!codes.instruments().containsAll(instruments) || !codes.status().contains(row[1])) {
        missed.add(String.join(" ", row) + " " + codes.instruments() + codes.status());
      }
    }
    assertTrue(missed.size() <= sections.size() * 0.07, () -> String.join("\n", missed));
  }

  private static Codes code(List<Tight> titles, String text) {
    return CODER
        .code(titles, null, List.of(new Part(tight(""), tight(text), List.of())))
        .getFirst();
  }

  private static Tight tight(String text) {
    return Tight.of(new Folding(unit -> unit).fold(text), 0, text.length());
  }

  private static Stream<String[]> rows(String file) {
    try {
      return Files.readAllLines(TRUTH.resolve(file)).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
