package org.dafu.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Sha256;
import org.dafu.search.Correction;
import org.dafu.search.CorrectionReading;
import org.dafu.search.FileRecord;

/**
 * What people have put right in the letters of corpus folders: a file for each letter in {@code
 * .dafu/corrections} of its folder, known by the letter's content, so that it stays the letter's
 * when that is moved. A letter is withdrawn wherever else it lies too.
 *
 * @param files those that could be read, in the order of folders and names
 * @param broken those that could not, with file and line
 */
record Corrections(List<Held> files, List<FileProblem> broken) {
  private static final String FOLDER = ".dafu/corrections";
  private static final String ENDING = ".json";
  private static final int ID_DIGITS = 16;

  /** Bytes of a file, at most: a larger one is none. */
  static final long LARGEST_BYTES = 1 << 20;

  /** Bytes that a file of corrected fields may have: the rest is for withdrawals. */
  static final long LARGEST_FIELDS_BYTES = LARGEST_BYTES / 2;

  Corrections {
    files = List.copyOf(files);
    broken = List.copyOf(broken);
  }

  /**
   * A file of corrections.
   *
   * @param fingerprint changes with the file
   */
  record Held(String corpus, Correction correction, String fingerprint) {}

  /** Where the corrections of a corpus folder lie. */
  static Path folder(Path corpus) {
    return corpus.resolve(FOLDER);
  }

  /** Where those of this letter lie. */
  static Path file(Path corpus, ReplyId id) {
    return folder(corpus).resolve(id + ENDING);
  }

  /** All of these folders. */
  static Corrections of(List<Path> corpora) throws IOException {
    List<Held> files = new ArrayList<>();
    List<FileProblem> broken = new ArrayList<>();
    for (Path corpus : corpora) {
      Path folder = folder(corpus);
      if (!Files.isDirectory(folder) || !folder.toRealPath().startsWith(corpus)) {
        continue;
      }
      try (Stream<Path> listed = Files.list(folder)) {
        for (Path file : listed.filter(Corrections::isOne).sorted().toList()) {
          read(corpus, file, files, broken);
        }
      }
    }
    return new Corrections(files, broken);
  }

  private static boolean isOne(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(ENDING) && !name.startsWith(".");
  }

  /**
   * The corrections in a file, or what is wrong with it.
   *
   * @throws NoSuchFileException if there is none
   */
  static CorrectionReading read(Path file) throws IOException {
    return reading(content(file));
  }

  private static byte[] content(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes((int) LARGEST_BYTES + 1);
    }
  }

  private static CorrectionReading reading(byte[] content) {
    return content.length > LARGEST_BYTES
        ? new CorrectionReading.Broken(1, "太大，不像更正文件")
        : Correction.read(content);
  }

  private static void read(Path corpus, Path file, List<Held> files, List<FileProblem> broken) {
    String path = FOLDER + "/" + file.getFileName();
    String reason;
    try {
      byte[] content = content(file);
      switch (reading(content)) {
        case Correction correction -> {
          String fingerprint = Sha256.of(content).substring(0, ID_DIGITS);
          files.add(new Held(corpus.toString(), correction, fingerprint));
          return;
        }
        case CorrectionReading.Broken fault ->
            reason = "第 " + fault.line() + " 行：" + fault.reason();
      }
    } catch (NoSuchFileException e) {
      return; // taken away while we looked
    } catch (IOException e) {
      reason = LetterIntake.explain(e);
    }
    broken.add(new FileProblem(corpus.toString(), path, FileRecord.State.FAILED, reason));
  }
}
