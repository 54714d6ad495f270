package org.dafu.ingest;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dafu.read.ReadDocument;
import org.dafu.read.ReadResult;
import org.dafu.read.SourceDocument;
import org.dafu.read.Unreadable;
import org.dafu.reply.Reply;
import org.dafu.reply.Warning;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one file into its letter. Safe for use by many threads. */
public final class LetterIntake {
  private static final Logger LOG = LoggerFactory.getLogger(LetterIntake.class);

  /** Larger files are refused unread: no letter comes near it, and a file is held whole. */
  private static final long MAX_BYTES = 200L << 20;

  private final Function<SourceDocument, ReadResult> reader;
  private final Function<ReadDocument, Reply> extractor;

  /**
   * An intake of these two steps.
   *
   * @param reader bytes to text; safe for use by many threads
   * @param extractor text to letter; safe for use by many threads
   */
  public LetterIntake(
      Function<SourceDocument, ReadResult> reader, Function<ReadDocument, Reply> extractor) {
    this.reader = reader;
    this.extractor = extractor;
  }

  /**
   * Reads a file. Never throws for what it holds, not even where a parser overflows its stack: this
   * is the one place where everything thrown is caught, so that one bad file ends no run.
   *
   * @param location the file
   * @param path its name in messages and in the letter's source
   */
  public Intake take(Path location, String path) {
    try {
      String refusal = refusal(Files.isRegularFile(location), Files.size(location));
      if (refusal != null) {
        return new Intake.Refused(refusal);
      }
      byte[] bytes = Files.readAllBytes(location);
      return take(new SourceDocument(path, Sha256.of(bytes), bytes));
    } catch (IOException e) {
      return new Intake.Broken(explain(e), e);
    } catch (Throwable e) {
      LOG.warn("Reading {} broke off", path, e);
      return new Intake.Broken("reading it broke off, please report it: " + e, e);
    }
  }

  private Intake take(SourceDocument file) {
    return switch (reader.apply(file)) {
      case Unreadable unreadable -> new Intake.Refused(unreadable.reason());
      case ReadDocument document -> {
        Reply reply = extractor.apply(document);
        yield reply.isReply()
            ? new Intake.Letter(reply)
            : new Intake.LookAlike(reply, "it is not a reply letter: " + warnings(reply));
      }
    };
  }

  /** Why a file is not even opened; null if it may be. */
  static @Nullable String refusal(boolean regular, long sizeBytes) {
    if (!regular) {
      return "it is not a regular file";
    }
    return sizeBytes <= MAX_BYTES
        ? null
        : String.format(
            Locale.ROOT,
            "it is larger than %d MB: split it, or take it out of the folder",
            MAX_BYTES >> 20);
  }

  /** What a failure to open or read a file means for its owner. */
  static String explain(IOException e) {
    return switch (e) {
      case NoSuchFileException gone -> "there is no such file";
      case AccessDeniedException denied -> "it may not be read: check its permissions";
      case FileSystemException other when other.getReason() != null ->
          "it cannot be read: " + other.getReason();
      case IOException other -> "it cannot be read: " + other;
    };
  }

  private static String warnings(Reply reply) {
    return reply.warnings().stream().map(Warning::message).collect(Collectors.joining("; "));
  }
}
