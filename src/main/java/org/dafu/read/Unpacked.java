package org.dafu.read;

/** What unpacking an entry gives: its bytes, or why there are none. */
public sealed interface Unpacked permits Unpacked.Content, Unreadable {
  /** The bytes, whole and checked. */
  @SuppressWarnings("ArrayRecordComponent") // one owner, read only, and never compared
  record Content(byte[] bytes) implements Unpacked {}
}
