package org.dafu.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file to begin from.
 *
 * @param name with {@code /}
 * @param bytes not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
public record LetterFile(String name, byte[] bytes) {
  private static final List<Path> FOLDERS =
      List.of(Path.of("sample-corpus"), Path.of("src/test/resources/fixtures"));

  private static final Set<String> TEXTS = Set.of("txt", "md", "html", "jsonl");

  /** What stands beside letters and is none. */
  private static final Set<String> BESIDE = Set.of("json", "tsv", "xml");

  /** Every letter that the project holds, whatever its format; in order of their names. */
  public static List<LetterFile> all() throws IOException {
    List<LetterFile> all = new ArrayList<>();
    for (Path folder : FOLDERS) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          LetterFile letter =
              new LetterFile(file.toString().replace('\\', '/'), Files.readAllBytes(file));
          if (!BESIDE.contains(letter.format())) {
            all.add(letter);
          }
        }
      }
    }
    return all;
  }

  /** What follows the last dot of its name. */
  public String format() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  boolean isText() {
    return TEXTS.contains(format());
  }

  /** The same file with other content. */
  LetterFile with(byte[] others) {
    return new LetterFile(name, others);
  }
}
