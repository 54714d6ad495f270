package org.dafu.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dafu.read.Bytes;
import org.dafu.read.Unpacked;
import org.dafu.read.Unreadable;
import org.dafu.read.ZipArchive;

/**
 * A file that holds several letters: a ZIP archive, or a bulk file with one letter a line (JSON
 * Lines). Its letters are files of their own to everything that follows.
 */
final class Bundle {
  private static final Pattern NAME = Pattern.compile("(?i).*\\.(?:zip|jsonl|ndjson)");
  private static final Pattern LINES = Pattern.compile("(?i).*\\.(?:jsonl|ndjson)");

  /** Parts of parts are opened this deep: archives in an archive, but none in those. */
  private static final int DEEPEST = 1;

  /** All parts together. */
  private static final int MOST_PARTS = 200_000;

  private static final long MOST_BYTES = 1L << 30;

  private static final int SIGNATURE_BYTES = 4;

  private final List<Part> parts = new ArrayList<>();
  private long bytes;

  private Bundle() {}

  /** What opening a file gives. */
  sealed interface Opening {
    /** Several letters, in order. */
    record Several(List<Part> parts) implements Opening {}

    /** A letter like any other, whatever its name. */
    record Single() implements Opening {}

    /** None of its letters are read. */
    record Refused(String reason) implements Opening {}
  }

  /** Whether a file of this name may hold several letters. */
  static boolean isNamedLikeOne(String path) {
    return NAME.matcher(path).matches();
  }

  /** The name of the file that holds the part of this path; the path itself if it is no part's. */
  static String fileOf(String path) {
    int entry = path.indexOf("!/");
    int line = path.indexOf('#');
    if (entry > 0 && isNamedLikeOne(path.substring(0, entry))) {
      return path.substring(0, entry);
    }
    while (line > 0) {
      if (isNamedLikeOne(path.substring(0, line))) {
        return path.substring(0, line);
      }
      line = path.indexOf('#', line + 1);
    }
    return path;
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be read
   */
  static Opening open(Path file) throws IOException {
    Bytes bytes = Bytes.of(file);
    if (LINES.matcher(file.toString()).matches()) {
      Bundle bundle = new Bundle();
      bundle.addLines("", bytes);
      return bundle.opening();
    }
    return open(bytes);
  }

  private static Opening open(Bytes bytes) throws IOException {
    byte[] head = bytes.at(0, (int) Math.min(SIGNATURE_BYTES, bytes.size()));
    if (!ZipArchive.looksLikeOne(head)) {
      return new Opening.Single();
    }
    return switch (ZipArchive.open(bytes)) {
      case Unreadable unreadable -> new Opening.Refused(unreadable.reason());
      case ZipArchive archive when archive.isDocument() -> new Opening.Single();
      case ZipArchive archive -> {
        Bundle bundle = new Bundle();
        bundle.addEntries("", archive, 0);
        yield bundle.opening();
      }
    };
  }

  private Opening opening() {
    if (parts.isEmpty()) {
      return new Opening.Refused("里面没有文件 (nothing in it)");
    }
    boolean tooMuch = parts.size() > MOST_PARTS || bytes > MOST_BYTES;
    return tooMuch
        ? new Opening.Refused(
            String.format(Locale.ROOT, "解开后超过 %d MB 或 %d 件：请拆分", MOST_BYTES >> 20, MOST_PARTS))
        : new Opening.Several(List.copyOf(parts));
  }

  private void addEntries(String prefix, ZipArchive archive, int depth) throws IOException {
    for (ZipArchive.Entry entry : archive.entries()) {
      String suffix = prefix + "!/" + entry.name();
      bytes += entry.unpackedBytes();
      if (isAside(entry.name())) {
        continue;
      }
      if (entry.refusal() != null) {
        parts.add(Part.refused(suffix, entry.refusal()));
      } else if (parts.size() <= MOST_PARTS && bytes <= MOST_BYTES) {
        addEntry(suffix, archive, entry, depth);
      }
    }
  }

  private void addEntry(String suffix, ZipArchive archive, ZipArchive.Entry entry, int depth)
      throws IOException {
    if (!isNamedLikeOne(entry.name())) {
      parts.add(new Part(suffix, () -> archive.unpack(entry), isGiven(entry.name()), null));
      return;
    }
    if (archive.unpack(entry) instanceof Unreadable broken) {
      parts.add(Part.refused(suffix, broken.reason()));
      return;
    }
    UnpackedBytes inner = new UnpackedBytes(archive, entry);
    if (LINES.matcher(entry.name()).matches()) {
      addLines(suffix, inner);
      return;
    }
    switch (ZipArchive.open(inner)) {
      case ZipArchive nested when nested.isDocument() ->
          parts.add(new Part(suffix, () -> archive.unpack(entry), false, null));
      case ZipArchive nested when depth < DEEPEST -> addEntries(suffix, nested, depth + 1);
      case ZipArchive nested ->
          parts.add(Part.refused(suffix, "压缩包里的压缩包嵌套过深，不解开 (nested too deeply)：请解压后放入文件夹"));
      case Unreadable unreadable -> parts.add(Part.refused(suffix, unreadable.reason()));
    }
  }

  private void addLines(String prefix, Bytes bulk) throws IOException {
    BulkLines lines = BulkLines.of(bulk);
    bytes += bulk.size();
    for (BulkLines.Line line : lines.lines()) {
      String suffix = prefix + "#" + line.name();
      parts.add(
          line.fault() == null
              ? new Part(
                  suffix,
                  () -> new Unpacked.Content(bulk.at(line.from(), line.length())),
                  true,
                  null)
              : Part.refused(suffix, "第 " + line.number() + " 行" + line.fault()));
    }
  }

  /** Whether a file of this name is a letter in JSON. */
  static boolean isGiven(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".json");
  }

  /** What folders pass over too, and what a Mac puts into an archive. */
  private static boolean isAside(String name) {
    List<String> segments = Arrays.asList(name.split("/", -1));
    String last = segments.getLast().toLowerCase(Locale.ROOT);
    return last.equals("readme.md")
        || last.equals("thumbs.db")
        || last.equals("desktop.ini")
        || segments.contains("__MACOSX")
        || segments.stream().anyMatch(segment -> segment.startsWith(".") && !segment.equals(".."));
  }
}
