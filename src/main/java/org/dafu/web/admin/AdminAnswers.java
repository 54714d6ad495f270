package org.dafu.web.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.dafu.ingest.DeskAnswer;
import org.dafu.ingest.FileProblem;
import org.dafu.ingest.SyncReport;
import org.dafu.reply.ReplyId;
import org.dafu.search.Correction;
import org.dafu.search.FileRecord;
import org.jspecify.annotations.Nullable;

/** The answers of the routes of administration, as JSON. */
final class AdminAnswers {
  /** Files told of in the answer to a sync; all are in the list of those rejected. */
  private static final int MAX_PROBLEMS = 100;

  private AdminAnswers() {}

  /**
   * A letter is on disk.
   *
   * @param id of the letter, if the file holds one letter; null where it may hold several
   * @param change {@code new}, {@code replaced} or {@code none}
   */
  record Receipt(String name, @Nullable String id, String sha256, long bytes, String change) {
    static Receipt of(DeskAnswer.Received received, boolean several) {
      String id = several ? null : ReplyId.ofSha256(received.sha256()).value();
      return new Receipt(
          received.name(), id, received.sha256(), received.bytes(), code(received.change()));
    }
  }

  /**
   * What is put right in a letter.
   *
   * @param path within its folder
   * @param applied whether searches and answers say so already
   * @param corrections in the order they were made
   * @param keptAs where the file of a letter that was taken away lies; null if it was not
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Corrected(
      String id,
      String path,
      String sha256,
      boolean withdrawn,
      boolean changed,
      boolean applied,
      List<JsonNode> corrections,
      @Nullable String keptAs) {
    static Corrected of(DeskAnswer.Corrected done, boolean applied) {
      Correction correction = done.correction();
      return new Corrected(
          correction.id().value(),
          done.path(),
          correction.sha256(),
          correction.withdrawn(),
          done.changed(),
          applied,
          correction.history(),
          null);
    }

    static Corrected of(DeskAnswer.Removed removed, boolean applied) {
      return new Corrected(
          ReplyId.ofSha256(removed.sha256()).value(),
          removed.name(),
          removed.sha256(),
          true,
          true,
          applied,
          List.of(),
          removed.keptAs());
    }
  }

  /**
   * What is known of a letter or file.
   *
   * @param state {@code waiting}, {@code indexed}, {@code rejected}, {@code failed}, {@code opened}
   */
  record Known(
      String id,
      String corpus,
      String path,
      String sha256,
      String state,
      @Nullable String reason,
      boolean withdrawn,
      List<JsonNode> corrections) {
    static Known of(DeskAnswer.Known known) {
      FileRecord record = known.record();
      boolean seen = record != null && known.sha256().equals(record.sha256());
      return new Known(
          ReplyId.ofSha256(known.sha256()).value(),
          known.corpus(),
          known.path(),
          known.sha256(),
          seen && record != null ? code(record.state()) : "waiting",
          seen && record != null ? record.reason() : null,
          known.correction().withdrawn(),
          known.correction().history());
    }
  }

  /**
   * How far bringing the index up to date is.
   *
   * @param state {@code done}, {@code waiting}, {@code running} or {@code none} yet
   * @param last counts of the last run; null before the first
   */
  record Sync(String state, @Nullable Counts last, List<Problem> problems) {
    static Sync of(String state, @Nullable SyncReport report) {
      return report == null
          ? new Sync(state, null, List.of())
          : new Sync(
              state,
              Counts.of(report),
              report.problems().stream().limit(MAX_PROBLEMS).map(Problem::of).toList());
    }
  }

  /** Files by outcome; they add up to {@code seen}. */
  record Counts(
      int seen, int indexed, int updated, int unchanged, int removed, int rejected, int failed) {
    static Counts of(SyncReport report) {
      return new Counts(
          report.seen(),
          report.indexed(),
          report.updated(),
          report.unchanged(),
          report.removed(),
          report.rejected(),
          report.failed());
    }
  }

  /** A file that is not in the index. */
  record Problem(String corpus, String path, String state, String reason) {
    static Problem of(FileProblem problem) {
      return new Problem(problem.corpus(), problem.path(), code(problem.state()), problem.reason());
    }
  }

  /**
   * Files that are not in the index and why.
   *
   * @param total of all pages
   * @param next path and query of the next page; null if this is the last
   */
  record Rejected(long total, int page, List<File> files, @Nullable String next) {}

  /** Such a file. */
  record File(
      String corpus,
      String path,
      String state,
      @Nullable String reason,
      @Nullable String id,
      @Nullable String sha256,
      long bytes,
      String modified) {
    static File of(FileRecord record) {
      String sha256 = record.sha256();
      return new File(
          record.corpus(),
          record.path(),
          code(record.state()),
          record.reason(),
          sha256 == null ? null : ReplyId.ofSha256(sha256).value(),
          sha256,
          record.sizeBytes(),
          Instant.ofEpochMilli(record.modifiedMillis()).toString());
    }
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
