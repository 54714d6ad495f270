package org.dafu.web.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dafu.ingest.LetterDesk;
import org.dafu.ingest.ReceivedFile;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.search.FileRecord;
import org.dafu.search.FileRecord.State;
import org.dafu.web.admin.Administration;

/** Makes the rows of each {@link FileList}, for one page: what is held is read once for it. */
final class FileLists {
  /** Changes looked back for who sent a file. */
  private static final int CHANGES = 5_000;

  private final Administration admin;
  private final Map<String, FileRecord> records;
  private final List<Reply> notPublic;

  private FileLists(Administration admin, Map<String, FileRecord> records, List<Reply> notPublic) {
    this.admin = admin;
    this.records = records;
    this.notPublic = notPublic;
  }

  /** As of now. */
  static FileLists of(Administration admin) throws IOException {
    return new FileLists(admin, admin.files().all(), admin.index().notPublic());
  }

  /** All rows of a list, in the order of folders and paths. */
  List<FilesPage.Row> rows(FileList list) throws IOException {
    return switch (list) {
      case REFUSED, FAILED, WITHDRAWN -> records(list).map(FileLists::row).toList();
      case NOT_PUBLIC -> notPublic.stream().map(FileLists::row).toList();
      case RECEIVED -> received();
    };
  }

  /** How many are in a list. */
  int count(FileList list) throws IOException {
    return switch (list) {
      case REFUSED, FAILED, WITHDRAWN -> (int) records(list).count();
      case NOT_PUBLIC -> notPublic.size();
      case RECEIVED -> receivedFiles().size();
    };
  }

  private Stream<FileRecord> records(FileList list) {
    return records.values().stream()
        .filter(file -> isIn(list, file))
        .sorted(Comparator.comparing(FileRecord::corpus).thenComparing(FileRecord::path));
  }

  private static boolean isIn(FileList list, FileRecord file) {
    boolean withdrawn = LetterDesk.isWithdrawn(file);
    return switch (list) {
      case REFUSED -> file.state() == State.REJECTED && !withdrawn;
      case FAILED -> file.state() == State.FAILED;
      case WITHDRAWN -> withdrawn;
      case NOT_PUBLIC, RECEIVED -> false;
    };
  }

  private static FilesPage.Row row(FileRecord file) {
    String sha256 = file.sha256();
    return new FilesPage.Row(
        file.path(),
        file.corpus(),
        file.reason() == null ? "" : file.reason(),
        facts(file.sizeBytes(), Instant.ofEpochMilli(file.modifiedMillis())),
        sha256 == null ? null : LetterChanges.url(ReplyId.ofSha256(sha256).value()));
  }

  private static String facts(long bytes, Instant time) {
    return Words.size(bytes) + "，" + Words.time(time);
  }

  private static FilesPage.Row row(Reply letter) {
    String about =
        Stream.of(letter.province(), letter.city(), letter.county(), letter.agency())
            .filter(part -> part != null)
            .distinct()
            .collect(Collectors.joining(" "));
    return new FilesPage.Row(
        letter.displayTitle(),
        about,
        "标明不予公开",
        letter.source().path(),
        LetterChanges.url(letter.id().value()));
  }

  private List<ReceivedFile> receivedFiles() throws IOException {
    LetterDesk desk = admin.desk();
    return desk == null ? List.of() : desk.received(records);
  }

  private List<FilesPage.Row> received() throws IOException {
    Map<String, String> senders = new HashMap<>();
    for (JsonNode change : admin.audit().latest(CHANGES)) {
      String what = change.path("what").asText();
      if (what.equals("receive") || what.equals("replace")) {
        senders.putIfAbsent(change.path("letter").asText(), change.path("who").asText());
      }
    }
    return receivedFiles().stream()
        .sorted(Comparator.comparing(ReceivedFile::time).reversed())
        .map(file -> row(file, senders.getOrDefault(admin.mask().apply(file.name()), "")))
        .toList();
  }

  private static FilesPage.Row row(ReceivedFile file, String sender) {
    FileRecord record = file.record();
    String reason = record == null ? "等待同步" : Words.state(record.state());
    String why = record == null || record.reason() == null ? "" : "：" + record.reason();
    return new FilesPage.Row(
        file.name(),
        sender.isEmpty() ? "" : "由 " + sender + " 送来",
        reason + why,
        facts(file.bytes(), file.time()),
        LetterChanges.url(file.name()));
  }
}
