package org.dafu.web.operator;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dafu.ingest.DeskAnswer;
import org.dafu.search.FileRecord;
import org.dafu.web.api.Problem;

/** What the operator's pages say, in Chinese. */
final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private Words() {}

  /** A time in China, to the minute. */
  static String time(Instant time) {
    return TIME.format(time);
  }

  /** The same of a time in ISO 8601; as it is if it is none. */
  static String time(String iso) {
    try {
      return time(Instant.parse(iso));
    } catch (DateTimeException e) { // a file that somebody has edited
      return iso;
    }
  }

  /** How long ago something was. */
  static String ago(Duration age) {
    if (age.toMinutes() < 1) {
      return "不到 1 分钟前";
    }
    if (age.toHours() < 1) {
      return age.toMinutes() + " 分钟前";
    }
    return age.toDays() < 1 ? age.toHours() + " 小时前" : age.toDays() + " 天前";
  }

  /** A size for people. */
  static String size(long bytes) {
    if (bytes < 1024) {
      return bytes + " 字节";
    }
    double kilobytes = bytes / 1024.0;
    return kilobytes < 1024
        ? String.format(Locale.ROOT, "%.0f KB", kilobytes)
        : String.format(Locale.ROOT, "%.1f MB", kilobytes / 1024);
  }

  static String state(FileRecord.State state) {
    return switch (state) {
      case INDEXED -> "已入库";
      case REJECTED -> "未收录";
      case FAILED -> "读取失败，下次同步再试";
      case OPENED -> "已拆开，里面各件另计";
    };
  }

  /** Why the desk did nothing. */
  static String refusal(DeskAnswer.Why why, String detail) {
    return switch (why) {
      case NOT_FOUND -> "没有这封信：既没有收到过这个名字的文件，也没有这个编号的信件。";
      case CONFLICT -> "现在不能改：文件在读过之后又变了。请先同步一次，再更正。";
      case INVALID -> "这项更正与信件不合：" + detail;
      case BAD_NAME, EMPTY, TOO_LARGE -> "没有做成：" + detail;
    };
  }

  /** Why the disk did nothing. */
  static String fault(Problem problem) {
    String why =
        switch (problem.type().substring(problem.type().lastIndexOf(':') + 1)) {
          case "corrections-broken" -> "这封信的更正文件有误，请先改好：";
          case "disk-full" -> "磁盘已满，没有作任何改动。请腾出空间再试：";
          case "not-writable" -> "文件夹不可写，没有作任何改动：";
          default -> "没有做成：";
        };
    return why + problem.detail();
  }

  /** What the log of changes calls a change. */
  static String change(String what) {
    return switch (what) {
      case "receive" -> "收到";
      case "replace" -> "替换";
      case "withdraw" -> "撤下";
      case "correct" -> "更正";
      case "token-add" -> "新增令牌";
      case "token-revoke" -> "作废令牌";
      default -> what;
    };
  }
}
