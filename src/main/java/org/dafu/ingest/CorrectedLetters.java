package org.dafu.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dafu.search.Correction;
import org.dafu.search.FileRecord;

/**
 * The letters that somebody has put something right in.
 *
 * @param letters in the order of folders and ids
 * @param broken files of corrections that cannot be read, and why
 */
public record CorrectedLetters(List<Corrected> letters, List<FileProblem> broken) {
  public CorrectedLetters {
    letters = List.copyOf(letters);
    broken = List.copyOf(broken);
  }

  /**
   * Such a letter.
   *
   * @param corpus the folder that its corrections lie in
   */
  public record Corrected(String corpus, Correction correction) {}

  /** Those of the folders that these files are of. */
  public static CorrectedLetters of(Map<String, FileRecord> files) throws IOException {
    List<Path> folders = CorpusSync.corpora(files).stream().sorted().toList();
    Corrections held = Corrections.of(folders);
    return new CorrectedLetters(
        held.files().stream().map(each -> new Corrected(each.corpus(), each.correction())).toList(),
        held.broken());
  }
}
