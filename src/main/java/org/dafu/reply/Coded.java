package org.dafu.reply;

/** A value of a closed list that has a name in JSON, in URLs and in the index. */
public interface Coded {
  /** The name that programs see, for example {@code "in-progress"}; unique within its list. */
  String code();

  /** The Chinese term that people see. */
  String label();
}
