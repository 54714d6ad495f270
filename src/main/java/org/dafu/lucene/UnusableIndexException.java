package org.dafu.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An index folder that cannot be used as it is; the message says what to do about it. */
public final class UnusableIndexException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the folder. */
  public enum Reason {
    /** Files are missing or their content is not what was written. */
    DAMAGED("索引已损坏；dafu serve 或 dafu index 会由原文件重新建立"),
    /** It holds something else. */
    FOREIGN("该文件夹不是本程序的索引，请另选一个空文件夹"),
    /** Another version of the program made it. */
    OTHER_VERSION("索引由另一版本的程序建立；dafu serve 或 dafu index 会由原文件重新建立"),
    /** Another process writes to it. */
    IN_USE("另一个程序正在写这个索引，请先结束它，或以只读方式打开"),
    /** There is none, and it was to be read only. */
    ABSENT("尚无索引，请先建立索引");

    private final String advice;

    Reason(String advice) {
      this.advice = advice;
    }
  }

  private final Reason reason;

  UnusableIndexException(Reason reason, Path folder, @Nullable Throwable cause) {
    super(reason.advice + "：" + folder, cause);
    this.reason = reason;
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }
}
