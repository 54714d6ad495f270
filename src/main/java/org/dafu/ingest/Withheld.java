package org.dafu.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dafu.search.FileRecord;
import org.jspecify.annotations.Nullable;

/**
 * Letters that an index holds and that people have taken out of service since it was last written:
 * it may be an earlier one, or its program was killed. They are to be withheld before anybody
 * searches it, for the run that would find out may come late or never.
 */
public final class Withheld {
  private final Map<String, FileRecord> files;
  private final String noted;
  private final String latest;
  private final Path received;
  private final Marginalia corrections;

  private Withheld(
      Map<String, FileRecord> files, String noted, String latest, Path received, Marginalia now) {
    this.files = files;
    this.noted = noted;
    this.latest = latest;
    this.received = received;
    this.corrections = now;
  }

  /**
   * Compares what an index holds with what lies in its folders now.
   *
   * @param files the index's records
   * @param notes the index's notes
   * @param latest the notes of the index that was written last, maybe the same
   * @param received the folder of received letters
   * @return the reasons by the SHA-256 of the letters' bytes
   * @throws IOException if a folder cannot be read
   */
  public static Map<String, String> of(
      Map<String, FileRecord> files,
      Map<String, String> notes,
      Map<String, String> latest,
      Path received)
      throws IOException {
    List<Path> corpora = CorpusSync.corpora(files).stream().filter(Files::isDirectory).toList();
    String noted = notes.getOrDefault(Marginalia.NOTE, "");
    Marginalia now = new Marginalia(Corrections.of(corpora), noted);
    String last = latest.getOrDefault(Marginalia.NOTE, "");
    Path folder = Files.isDirectory(received) ? received.toRealPath() : received;
    return new Withheld(files, noted, last, folder, now).reasons();
  }

  private Map<String, String> reasons() {
    Map<String, String> reasons = new TreeMap<>();
    for (FileRecord file : files.values()) {
      String sha256 = file.sha256();
      if (file.state() == FileRecord.State.INDEXED && sha256 != null) {
        String reason = reason(file, sha256);
        if (reason != null) {
          reasons.put(sha256, reason);
        }
      }
    }
    return reasons;
  }

  private @Nullable String reason(FileRecord file, String sha256) {
    if (isTakenAway(file)) {
      return Marginalia.WITHDRAWN;
    }
    if (corrections.mustHide(file.corpus(), sha256)) {
      return Marginalia.HIDING;
    }
    boolean sure = Marginalia.agree(noted, latest, sha256);
    return corrections.refusal(file.key(), sha256, sure ? file : null);
  }

  /** A received letter that is withdrawn is moved away. */
  private boolean isTakenAway(FileRecord file) {
    Path corpus = Path.of(file.corpus());
    return corpus.equals(received) && !Files.exists(corpus.resolve(Bundle.fileOf(file.path())));
  }
}
