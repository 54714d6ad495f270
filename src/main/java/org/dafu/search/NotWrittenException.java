package org.dafu.search;

import java.io.IOException;

/**
 * The index could not be written, for example because the disk is full. It stands at its last
 * commit and is searched on; {@link ReplyIndex#files()}, with which a run begins, makes it ready
 * for writing again.
 */
public final class NotWrittenException extends IOException {
  private static final long serialVersionUID = 1L;

  /** A failure with this cause, whose message says what happened. */
  public NotWrittenException(Throwable cause) {
    super("索引写不下去，已退回上次提交的状态，照常供检索；请检查磁盘空间和权限：" + reason(cause), cause);
  }

  /** The innermost message: "no space left" rather than "this writer is closed". */
  private static String reason(Throwable cause) {
    Throwable innermost = cause;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return String.valueOf(innermost.getMessage());
  }
}
