package org.dafu.ingest;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
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
      return new Intake.Broken("读取时程序出错，请报告给开发者：" + e, e);
    }
  }

  private Intake take(SourceDocument file) {
    return switch (reader.apply(file)) {
      case Unreadable unreadable -> new Intake.Refused(unreadable.reason());
      case ReadDocument document -> {
        Reply reply = extractor.apply(document);
        yield reply.isReply()
            ? new Intake.Letter(reply)
            : new Intake.LookAlike(reply, objection(reply));
      }
    };
  }

  /** Why a file is not even opened; null if it may be. */
  static @Nullable String refusal(boolean regular, long sizeBytes) {
    if (!regular) {
      return "不是普通文件";
    }
    return sizeBytes <= MAX_BYTES
        ? null
        : String.format(Locale.ROOT, "超过 %d MB：请拆分，或移出这个文件夹", MAX_BYTES >> 20);
  }

  /** What a failure to open or read a file means for its owner. */
  static String explain(IOException e) {
    return switch (e) {
      case NoSuchFileException gone -> "没有这个文件";
      case AccessDeniedException denied -> "没有读取权限：请检查文件权限";
      case FileSystemException other when other.getReason() != null -> "无法读取：" + other.getReason();
      case IOException other -> "无法读取：" + other;
    };
  }

  /** Why it is no letter, of all that the extractor has to say of it. */
  private static String objection(Reply reply) {
    return reply.warnings().stream()
        .filter(warning -> warning.code().startsWith("look-alike"))
        .map(Warning::message)
        .findFirst()
        .orElse("不是提案建议答复");
  }
}
