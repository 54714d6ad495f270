package org.dafu.read;

/** Reads a file of any supported format. */
public final class LetterReader {
  /** The document in the file, or why there is none; never throws for what the bytes are. */
  public ReadResult read(SourceDocument file) {
    return new Unreadable("unknown-format", "not read yet: " + file.path());
  }
}
