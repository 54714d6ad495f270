package org.dafu.read;

/**
 * Counts the characters taken out of a file that is no text itself, in reading order and before
 * repairs: the decoded source that places in a PDF or a Word file refer to.
 */
final class Transcript {
  private int length;

  /** Appends what comes next in the file. */
  void append(MappedText text, CharSequence next) {
    for (int i = 0; i < next.length(); i++) {
      text.append(next.charAt(i), length++);
    }
  }

  /** The same as a text of its own. */
  MappedText of(CharSequence next) {
    MappedText text = new MappedText();
    append(text, next);
    return text;
  }

  /** How many characters there were so far. */
  int length() {
    return length;
  }
}
