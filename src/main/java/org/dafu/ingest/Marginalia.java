package org.dafu.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dafu.search.Correction;
import org.dafu.search.FileRecord;
import org.jspecify.annotations.Nullable;

/**
 * {@link Corrections} as a plan asks for them: by letter, and beside those that the index was made
 * with.
 *
 * <p>Why a note in the index and no mark on each record: few letters are corrected, and the note is
 * committed with the letters. It is written at the end of a run: one that is killed reads the
 * corrected letters again, which is harmless.
 */
final class Marginalia {
  /** The note in the index that says which corrections its letters were put in with. */
  static final String NOTE = "corrections";

  /** Begins the reason of a letter whose corrections do not fit it. */
  static final String UNFIT = "更正不合用：";

  /** Why a withdrawn letter is not in the index. */
  static final String WITHDRAWN = "已撤下 (withdrawn)";

  /** Why a letter is not in the index until a run has marked it 不予公开 there. */
  static final String HIDING = "按更正改为不予公开 (not public)";

  private static final String WITHDRAWN_THEN_CHANGED = "已撤下，此后文件有改动 (withdrawn, then changed)";

  /** Begins the reason of a letter that is kept back as long as its corrections cannot be read. */
  private static final String UNSURE = "更正文件有误，改好后再读：";

  private static final int ID_DIGITS = 16;

  private final Map<String, List<Corrections.Held>> byContent = new HashMap<>();
  private final Map<String, String> fingerprints = new TreeMap<>();
  private final Map<String, String> broken = new HashMap<>();
  private final Set<String> withdrawnPlaces = new HashSet<>();
  private final @Nullable Map<String, String> noted;

  /**
   * @param noted the index's {@link #NOTE}; null to take it for what the folders say now
   */
  Marginalia(Corrections corrections, @Nullable String noted) {
    for (Corrections.Held held : corrections.files()) {
      Correction correction = held.correction();
      byContent.computeIfAbsent(correction.sha256(), content -> new ArrayList<>()).add(held);
      fingerprints.merge(id(correction.sha256()), held.fingerprint(), String::concat);
      if (correction.withdrawn()) {
        withdrawnPlaces.add(held.corpus() + "\n" + correction.path());
      }
    }
    for (FileProblem problem : corrections.broken()) {
      String name = problem.path().substring(problem.path().lastIndexOf('/') + 1);
      broken.put(name.substring(0, Math.min(ID_DIGITS, name.length())), problem.path());
    }
    this.noted = noted == null ? null : parsed(noted);
    keepBroken();
  }

  private static String id(String sha256) {
    return sha256.substring(0, ID_DIGITS);
  }

  /** What cannot be read now counts as unchanged: the letter stays as it is until it can. */
  private void keepBroken() {
    if (noted != null) {
      for (String id : broken.keySet()) {
        if (noted.containsKey(id)) {
          fingerprints.put(id, noted.get(id));
        } else {
          fingerprints.remove(id);
        }
      }
    }
  }

  /** Whether two indexes that noted this were made with the same corrections of a letter. */
  static boolean agree(String note, String other, String sha256) {
    String id = id(sha256);
    return parsed(note).getOrDefault(id, "").equals(parsed(other).getOrDefault(id, ""));
  }

  private static Map<String, String> parsed(String note) {
    Map<String, String> noted = new HashMap<>();
    for (String each : note.split(" ", -1)) {
      int sign = each.indexOf('=');
      if (sign > 0) {
        noted.put(each.substring(0, sign), each.substring(sign + 1));
      }
    }
    return noted;
  }

  /** What the index is to note once its letters agree with these corrections. */
  String note() {
    return fingerprints.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(" "));
  }

  /** Whether the letter of this content was put in with other corrections. */
  boolean changed(String sha256) {
    String id = id(sha256);
    return noted != null && !fingerprints.getOrDefault(id, "").equals(noted.getOrDefault(id, ""));
  }

  /** Whether the letter of this record was. */
  boolean changed(FileRecord record) {
    return record.sha256() != null && changed(record.sha256());
  }

  /**
   * What is put right in this letter: in its own folder, else in another that holds the same.
   *
   * @return null if nothing is
   */
  @Nullable Correction of(String corpus, String sha256) {
    Correction other = null;
    for (Corrections.Held held : byContent.getOrDefault(sha256, List.of())) {
      if (held.corpus().equals(corpus)) {
        return held.correction();
      }
      other = held.correction();
    }
    return other;
  }

  /**
   * Why a letter is not to be in the index, by the will of people.
   *
   * @param key of its file
   * @param record what the index says of it; null if it does not know it, or not reliably
   * @return null if it may be
   */
  @Nullable String refusal(String key, String sha256, @Nullable FileRecord record) {
    boolean withdrawn =
        byContent.getOrDefault(sha256, List.of()).stream()
            .anyMatch(held -> held.correction().withdrawn());
    if (withdrawn) {
      return WITHDRAWN;
    }
    if (withdrawnPlaces.contains(key)) {
      return WITHDRAWN_THEN_CHANGED;
    }
    String unread = broken.get(id(sha256));
    boolean asBefore = record != null && sha256.equals(record.sha256());
    if (unread == null) {
      return null;
    }
    return asBefore && record != null && isWithheld(record)
        ? record.reason()
        : asBefore ? null : UNSURE + unread;
  }

  /** Whether the index is to mark this letter 不予公开, and has not yet. */
  boolean mustHide(String corpus, String sha256) {
    Correction correction = of(corpus, sha256);
    return correction != null && correction.hides() && changed(sha256);
  }

  /** Whether the corrections of this letter cannot be read: it stays as it is. */
  boolean unreadable(String sha256) {
    return broken.containsKey(id(sha256));
  }

  /** Whether the index says that people keep this letter out of it. */
  static boolean isWithheld(FileRecord record) {
    String reason = String.valueOf(record.reason());
    return isWithdrawn(record) || reason.equals(HIDING) || reason.startsWith(UNSURE);
  }

  /** Whether the index says that people have taken this letter out of service. */
  static boolean isWithdrawn(FileRecord record) {
    String reason = String.valueOf(record.reason());
    return reason.equals(WITHDRAWN) || reason.equals(WITHDRAWN_THEN_CHANGED);
  }
}
