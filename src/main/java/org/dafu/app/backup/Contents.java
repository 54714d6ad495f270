package org.dafu.app.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dafu.reply.Sha256;

/**
 * What a snapshot holds: {@code SHA256SUMS}, which {@code sha256sum -c} reads too, has a line for
 * each other file, and {@code snapshot.json} says how many there are.
 */
final class Contents {
  static final String SUMS = "SHA256SUMS";
  static final String ABOUT = "snapshot.json";

  /** Rises when an earlier program could not restore it. */
  private static final int FORMAT = 1;

  private static final int MOST_PROBLEMS = 50;
  private static final Pattern LINE = Pattern.compile("(\\\\?)([0-9a-f]{64})  (.+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Contents() {}

  /**
   * A look at a snapshot.
   *
   * @param sums SHA-256 by the file's path in the snapshot
   * @param problems what is not as it was written, one sentence each, naming the file
   */
  record Verified(SortedMap<String, String> sums, List<String> problems) {}

  /** Writes both files; the last that is done before the snapshot gets its name. */
  static void write(Path folder, Map<String, String> copied, Instant made) throws IOException {
    ObjectNode about = JSON.createObjectNode();
    about.put("program", "dafu");
    about.put("format", FORMAT);
    about.put("made", made.toString());
    about.put("files", copied.size());
    CopyOnDisk.write(folder.resolve(ABOUT), about.toPrettyString() + "\n");
    SortedMap<String, String> all = new TreeMap<>(copied);
    all.put(ABOUT, Sha256.of(folder.resolve(ABOUT)));
    StringBuilder lines = new StringBuilder();
    all.forEach((path, sum) -> lines.append(line(path, sum)));
    CopyOnDisk.write(folder.resolve(SUMS), lines.toString());
  }

  /** As sha256sum does, with names that hold a line's end marked and escaped. */
  private static String line(String path, String sum) {
    String escaped = path.replace("\\", "\\\\").replace("\n", "\\n");
    return (escaped.equals(path) ? "" : "\\") + sum + "  " + escaped + "\n";
  }

  /** Reads every byte of a snapshot. */
  static Verified verify(Path folder) throws IOException {
    List<String> problems = new ArrayList<>();
    SortedMap<String, String> sums = new TreeMap<>();
    if (!Files.isRegularFile(folder.resolve(ABOUT)) || !Files.isRegularFile(folder.resolve(SUMS))) {
      problems.add("no snapshot of Dafu, or " + ABOUT + " or " + SUMS + " is missing: " + folder);
      return new Verified(sums, problems);
    }
    read(folder, sums, problems);
    SortedMap<String, Path> found = found(folder, problems);
    found.remove(SUMS);
    for (Map.Entry<String, String> entry : sums.entrySet()) {
      Path file = found.remove(entry.getKey());
      if (file == null) {
        problems.add(entry.getKey() + ": missing");
      } else if (!Sha256.of(file).equals(entry.getValue())) {
        problems.add(entry.getKey() + ": damaged");
      }
    }
    found.keySet().forEach(path -> problems.add(path + ": not part of the snapshot"));
    requireCount(folder, sums, problems);
    return new Verified(sums, problems.stream().limit(MOST_PROBLEMS).toList());
  }

  private static void read(Path folder, Map<String, String> sums, List<String> problems)
      throws IOException {
    try {
      for (String line : Files.readAllLines(folder.resolve(SUMS))) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
          String path = matcher.group(3);
          sums.put(matcher.group(1).isEmpty() ? path : unescaped(path), matcher.group(2));
        } else {
          problems.add(SUMS + ": damaged");
        }
      }
    } catch (MalformedInputException e) {
      problems.add(SUMS + ": damaged");
    }
  }

  private static String unescaped(String path) {
    return path.replace("\\n", "\n").replace("\\\\", "\\");
  }

  private static SortedMap<String, Path> found(Path folder, List<String> problems)
      throws IOException {
    SortedMap<String, Path> found = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          found.put(name(folder, path), path);
        } else if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          problems.add(name(folder, path) + ": not part of the snapshot");
        }
      }
    }
    return found;
  }

  /** A file's path in a snapshot. */
  static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static void requireCount(Path folder, Map<String, String> sums, List<String> problems)
      throws IOException {
    if (!problems.isEmpty()) {
      return;
    }
    JsonNode about = JSON.readTree(folder.resolve(ABOUT).toFile());
    if (about.path("format").asInt() > FORMAT) {
      problems.add(ABOUT + ": made by a later program: update this one");
    } else if (about.path("files").asInt(-1) != sums.size() - 1) {
      problems.add(SUMS + ": lines are missing");
    }
  }
}
