package org.dafu.web.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dafu.ingest.CorrectedLetters;
import org.dafu.ingest.DeskAnswer;
import org.dafu.ingest.LetterDesk;
import org.dafu.ingest.LetterReading;
import org.dafu.ingest.SyncReport;
import org.dafu.ingest.SyncRequests;
import org.dafu.reply.Disclosure;
import org.dafu.reply.ReplyId;
import org.dafu.search.FileRecord;
import org.dafu.web.admin.Administration;
import org.dafu.web.admin.IndexView;
import org.dafu.web.ask.QueryString;
import org.dafu.web.operator.OverviewPage.Fact;
import org.dafu.web.pages.Choice;
import org.jspecify.annotations.Nullable;

/** Makes the operator's pages out of what is known now. */
final class OperatorPages {
  static final int MAX_PAGE = 99_999;

  /** Rows of one page. */
  static final int PAGE = 50;

  /** Changes of the log on its page. */
  private static final int LOGGED = 200;

  private final Administration admin;

  OperatorPages(Administration admin) {
    this.admin = admin;
  }

  /** The state of things. */
  OverviewPage overview(Frame frame) throws IOException {
    IndexView.State index = admin.index().state();
    return new OverviewPage(
        frame, lists(FileLists.of(admin), null), facts(index), index.rebuilding(), sync());
  }

  private static List<Choice> lists(FileLists files, @Nullable FileList current)
      throws IOException {
    List<Choice> lists = new ArrayList<>();
    for (FileList list : FileList.values()) {
      String label = list.label() + " " + files.count(list);
      lists.add(new Choice(label, list.url(), list == current));
    }
    return lists;
  }

  private static List<Fact> facts(IndexView.State index) {
    if (index.engine().isEmpty()) {
      return List.of();
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("可检索的答复", index.letters() + " 件", ""));
    facts.add(new Fact("不予公开", index.notPublic() + " 件", "只在运维页面列出"));
    facts.add(new Fact("引擎", index.engine(), ""));
    if (index.generation() != null) {
      facts.add(
          new Fact(
              "索引",
              "第 " + index.generation() + " 代，格式 " + index.format(),
              Words.size(index.bytes())));
    }
    Instant committed = index.committed();
    if (committed != null) {
      Duration age = Duration.between(committed, Instant.now(Clock.systemUTC()));
      facts.add(new Fact("最近写入", Words.ago(age), Words.time(committed)));
    }
    String vectors =
        index.vectors() >= index.passages() ? "全部段落都有，检索按词语和意思排序" : "其余在后台计算，在此之前只按词语排序";
    facts.add(
        new Fact(
            "语义向量",
            Math.min(index.vectors(), index.passages()) + " / " + index.passages() + " 段",
            index.passages() == 0 ? "" : vectors));
    return facts;
  }

  private OverviewPage.Sync sync() {
    SyncRequests.State state = admin.syncs().state();
    Instant ended = state.ended();
    SyncReport last = state.last();
    String word =
        state.running() ? "正在同步" : state.waiting() ? "等待同步" : ended == null ? "启动后还没有同步过" : "已同步";
    return new OverviewPage.Sync(
        word,
        state.running() || state.waiting(),
        state.planned(),
        Math.min(state.done(), state.planned()),
        ended == null ? "" : Words.time(ended),
        state.failure(),
        last == null ? List.of() : outcomes(last));
  }

  private static List<Fact> outcomes(SyncReport report) {
    return List.of(
        new Fact("新收录", String.valueOf(report.indexed()), ""),
        new Fact("更新", String.valueOf(report.updated()), ""),
        new Fact("没有变化", String.valueOf(report.unchanged()), ""),
        new Fact("移出", String.valueOf(report.removed()), ""),
        new Fact("未收录", String.valueOf(report.rejected()), ""),
        new Fact("读取失败", String.valueOf(report.failed()), ""),
        new Fact("共", String.valueOf(report.seen()), ""));
  }

  /** A page of a list of files that hold the words. */
  FilesPage files(Frame frame, FileList list, String q, int page) throws IOException {
    String wanted = q.toLowerCase(Locale.ROOT);
    FileLists files = FileLists.of(admin);
    List<FilesPage.Row> all =
        files.rows(list).stream()
            .filter(
                row ->
                    (row.name() + "\n" + row.place() + "\n" + row.reason())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
            .toList();
    String base = list.url() + (q.isEmpty() ? "" : "&q=" + QueryString.encode(q)) + "&page=";
    return new FilesPage(
        frame,
        lists(files, list),
        list.code(),
        list.about(),
        q,
        all.size(),
        part(all, page),
        page > 1 ? base + (page - 1) : null,
        (long) page * PAGE < all.size() ? base + (page + 1) : null);
  }

  private static <T> List<T> part(List<T> all, int page) {
    return all.stream().skip((page - 1L) * PAGE).limit(PAGE).toList();
  }

  /** A page of all corrections. */
  CorrectionsPage corrections(Frame frame, int page) throws IOException {
    CorrectedLetters corrected = CorrectedLetters.of(admin.files().all());
    List<CorrectionsPage.Row> rows = new ArrayList<>();
    for (CorrectedLetters.Corrected each : corrected.letters()) {
      String url = LetterChanges.url(each.correction().id().value());
      History.of(each.correction())
          .forEach(
              entry -> rows.add(new CorrectionsPage.Row(each.correction().path(), url, entry)));
    }
    rows.sort(
        Comparator.<CorrectionsPage.Row, String>comparing(row -> row.entry().instant()).reversed());
    String base = OperatorRoutes.CORRECTIONS + "?page=";
    return new CorrectionsPage(
        frame,
        corrected.letters().size(),
        part(rows, page),
        corrected.broken().stream().map(each -> each.path() + "：" + each.reason()).toList(),
        page > 1 ? base + (page - 1) : null,
        (long) page * PAGE < rows.size() ? base + (page + 1) : null);
  }

  /** The latest changes. */
  LogPage log(Frame frame) throws IOException {
    return new LogPage(
        frame, admin.audit().latest(LOGGED).stream().map(OperatorPages::logged).toList());
  }

  private static LogPage.Row logged(JsonNode change) {
    return new LogPage.Row(
        Words.time(change.path("time").asText()),
        change.path("who").asText(),
        change.path("address").isNull() ? "" : change.path("address").asText(),
        Words.change(change.path("what").asText()),
        change.path("letter").asText(),
        change.path("before").isNull() ? "" : change.path("before").asText(),
        change.path("after").isNull() ? "" : change.path("after").asText());
  }

  /**
   * The page of a letter.
   *
   * @param letter a received file's name, or the id of any letter
   * @param typed what was typed and not taken; null for nothing
   * @return empty if there is no such letter, or nothing is written here
   */
  Optional<LetterPage> letter(Frame frame, String letter, @Nullable Form typed) throws IOException {
    LetterDesk desk = admin.desk();
    if (desk == null || !(desk.look(letter) instanceof DeskAnswer.Known known)) {
      return Optional.empty();
    }
    Set<String> corrected = History.corrected(known.correction());
    String title = known.path();
    String unreadable = null;
    String publicUrl = null;
    List<LetterPage.Row> rows = List.of();
    switch (desk.read(letter).orElse(new LetterReading.Unreadable("文件不在了"))) {
      case LetterReading.Unreadable(String reason) -> unreadable = reason;
      case LetterReading.Read read -> {
        rows = CorrectionForm.rows(read, corrected, typed);
        title = read.now().displayTitle();
        boolean isPublic = isIndexed(known) && read.now().disclosure() != Disclosure.NOT_PUBLIC;
        publicUrl = isPublic ? "/replies/" + read.now().id() : null;
      }
    }
    return Optional.of(
        new LetterPage(
            frame,
            letter,
            title,
            facts(known),
            known.correction().withdrawn(),
            publicUrl,
            unreadable,
            rows,
            typed == null ? "" : typed.text("note"),
            History.of(known.correction())));
  }

  private static boolean isIndexed(DeskAnswer.Known known) {
    FileRecord record = known.record();
    return record != null
        && known.sha256().equals(record.sha256())
        && record.state() == FileRecord.State.INDEXED;
  }

  private static List<Fact> facts(DeskAnswer.Known known) {
    FileRecord record = known.record();
    boolean seen = record != null && known.sha256().equals(record.sha256());
    String reason = seen && record != null && record.reason() != null ? record.reason() : "";
    return Arrays.asList(
        new Fact("状态", seen && record != null ? Words.state(record.state()) : "等待同步", reason),
        new Fact("文件", known.path(), "在 " + known.corpus()),
        new Fact("编号", ReplyId.ofSha256(known.sha256()).value(), ""));
  }
}
