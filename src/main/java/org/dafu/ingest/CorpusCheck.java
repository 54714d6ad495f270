package org.dafu.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dafu.ingest.SyncPlan.Trust;
import org.dafu.reply.ReplyId;
import org.dafu.search.Correction;
import org.dafu.search.FileRecord;
import org.dafu.search.FileRecord.State;
import org.jspecify.annotations.Nullable;

/** Compares an index with its corpus folders, letter by letter and by content. */
public final class CorpusCheck {
  private CorpusCheck() {}

  /**
   * What a check found.
   *
   * @param letters letters that are in folders and index alike
   * @param differences one sentence for each file that is not, in the order of folders and paths;
   *     empty if all agrees
   */
  public record Findings(int letters, List<String> differences) {
    public Findings {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Compares. Nothing is written.
   *
   * @param folders the corpus folders
   * @param files the index's records, by key
   * @param letters ids of the letters that the index holds, by the key of their file
   * @throws IOException if a folder does not exist or cannot be walked
   */
  public static Findings of(
      List<Path> folders, Map<String, FileRecord> files, Map<String, List<ReplyId>> letters)
      throws IOException {
    CorpusListing listing = CorpusListing.of(folders);
    List<String> differences = new ArrayList<>();
    listing.unreadable().forEach(folder -> differences.add(folder.path() + "：" + folder.reason()));
    listing
        .corrections()
        .broken()
        .forEach(file -> differences.add(file.path() + "：" + file.reason()));
    int agreeing = 0;
    try (ReadingPool pool = new ReadingPool(CorpusSync.Limits.ofThisMachine().threads())) {
      Marginalia corrections = new Marginalia(listing.corrections(), null);
      SyncPlan plan = SyncPlan.of(listing, files, Trust.CONTENT, corrections, pool);
      differences.addAll(orphans(listing, plan));
      for (SyncStep step : plan.steps()) {
        Optional<String> difference = difference(step, letters);
        difference.ifPresent(differences::add);
        if (difference.isEmpty() && isLetter(step)) {
          agreeing++;
        }
      }
    }
    letters.keySet().stream()
        .filter(key -> !files.containsKey(key))
        .forEach(key -> differences.add(path(key) + "：索引里有答复，却没有文件记录"));
    return new Findings(agreeing, differences);
  }

  /** Corrections whose letter has changed since, or is not there any more. */
  private static List<String> orphans(CorpusListing listing, SyncPlan plan) {
    Set<String> contents = new HashSet<>();
    Set<String> paths = new HashSet<>();
    for (SyncStep step : plan.steps()) {
      switch (step) {
        case SyncStep.Keep(FileRecord record) -> contents.add(String.valueOf(record.sha256()));
        case SyncStep.Read read -> contents.add(read.sha256());
        case SyncStep.Refuse(FileRecord record) -> contents.add(String.valueOf(record.sha256()));
        case SyncStep.Note(FileRecord record) -> contents.add(String.valueOf(record.sha256()));
        case SyncStep.Remove gone -> {}
      }
    }
    listing.files().forEach(file -> paths.add(file.key()));
    return listing.corrections().files().stream()
        .filter(held -> !contents.contains(held.correction().sha256()))
        .map(held -> orphan(held, paths))
        .sorted()
        .toList();
  }

  private static String orphan(Corrections.Held held, Set<String> paths) {
    Correction correction = held.correction();
    boolean changed =
        paths.contains(held.corpus() + "\n" + Bundle.fileOf(correction.path()))
            || paths.contains(held.corpus() + "\n" + correction.path());
    return correction.path() + (changed ? "：更正以后，信件有改动" : "：有更正，信件却已不在");
  }

  private static String path(String key) {
    return key.substring(key.indexOf('\n') + 1);
  }

  private static boolean isLetter(SyncStep step) {
    return step instanceof SyncStep.Keep keep && keep.record().state() == State.INDEXED;
  }

  private static Optional<String> difference(SyncStep step, Map<String, List<ReplyId>> letters) {
    return switch (step) {
      case SyncStep.Keep(FileRecord record) -> held(record, letters);
      case SyncStep.Read(FoundFile file, String sha256, FileRecord before, Correction correction) ->
          Optional.of(file.path() + "：" + unread(before));
      case SyncStep.Note(FileRecord record) -> Optional.of(record.path() + "：建立索引以后有改动");
      case SyncStep.Refuse(FileRecord record) -> Optional.of(record.path() + "：" + record.reason());
      case SyncStep.Remove(FileRecord record) -> Optional.of(record.path() + "：索引里有，文件夹里已没有");
    };
  }

  private static String unread(@Nullable FileRecord before) {
    if (before == null) {
      return "不在索引里";
    }
    return before.state() == State.FAILED ? "上次读取失败：" + before.reason() : "建立索引以后有改动";
  }

  /** What is wrong with the letters held of a file whose record is right. */
  private static Optional<String> held(FileRecord record, Map<String, List<ReplyId>> letters) {
    List<ReplyId> held = letters.getOrDefault(record.key(), List.of());
    List<ReplyId> expected =
        record.state() == State.INDEXED && record.sha256() != null
            ? List.of(ReplyId.ofSha256(record.sha256()))
            : List.of();
    return held.equals(expected)
        ? Optional.empty()
        : Optional.of(record.path() + "：应有答复 " + expected + "，索引里是 " + held);
  }
}
