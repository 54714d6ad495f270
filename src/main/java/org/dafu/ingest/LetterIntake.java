package org.dafu.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.dafu.read.ReadDocument;
import org.dafu.read.ReadResult;
import org.dafu.read.SourceDocument;
import org.dafu.read.Unpacked;
import org.dafu.read.Unreadable;
import org.dafu.reply.Reply;
import org.dafu.reply.Sha256;
import org.dafu.reply.Warning;
import org.dafu.search.Correction;
import org.dafu.search.GivenLetter;
import org.dafu.search.GivenReading;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one file into its letter. Safe for use by many threads. */
public final class LetterIntake {
  private static final Logger LOG = LoggerFactory.getLogger(LetterIntake.class);

  /** Larger files are refused unread: no letter comes near it, and a file is held whole. */
  static final long MAX_BYTES = 200L << 20;

  private final Function<SourceDocument, ReadResult> reader;
  private final Function<ReadDocument, Reply> extractor;
  private final UnaryOperator<String> mask;

  /**
   * An intake of these steps, each safe for use by many threads.
   *
   * @param reader bytes to text
   * @param extractor text to letter
   * @param mask hides personal numbers in what another program gives along with a text
   */
  public LetterIntake(
      Function<SourceDocument, ReadResult> reader,
      Function<ReadDocument, Reply> extractor,
      UnaryOperator<String> mask) {
    this.reader = reader;
    this.extractor = extractor;
    this.mask = mask;
  }

  /**
   * Reads a file, or each letter of one that holds several. Never throws for what it holds. What
   * takes longer than a file may is refused.
   *
   * @param location the file
   * @param path its name in messages and in its letters' sources
   * @param each told of each letter's path and what reading it gave, in order, from this thread
   */
  public void takeAll(Path location, String path, BiConsumer<String, Intake> each) {
    try (ReadingPool pool = new ReadingPool(1)) {
      List<FoundFile> letters = new ArrayList<>();
      String refusal = letters(location, path, letters);
      if (refusal != null) {
        each.accept(path, new Intake.Refused(refusal));
      }
      for (FoundFile letter : letters) {
        each.accept(letter.path(), takeInTime(letter, pool));
      }
    } catch (IOException e) {
      each.accept(path, new Intake.Broken(explain(e), e));
    }
  }

  private static @Nullable String letters(Path location, String path, List<FoundFile> letters)
      throws IOException {
    String refusal = refusal(Files.isRegularFile(location), Files.size(location));
    FoundFile file = new FoundFile(location, "", path, 0, 0, null, refusal);
    if (refusal != null || !Bundle.isNamedLikeOne(path)) {
      letters.add(file);
      return null;
    }
    return switch (Bundle.open(location)) {
      case Bundle.Opening.Single single -> {
        letters.add(file);
        yield null;
      }
      case Bundle.Opening.Several several -> {
        several.parts().forEach(part -> letters.add(file.part(part)));
        yield null;
      }
      case Bundle.Opening.Refused refused -> refused.reason();
    };
  }

  private Intake takeInTime(FoundFile letter, ReadingPool pool) throws IOException {
    Duration limit = CorpusSync.Limits.ofThisMachine().reading();
    Optional<Intake> taken = ReadingPool.get(pool.submit(() -> take(letter)), limit);
    if (taken.isEmpty()) {
      pool.giveUpOne();
      return new Intake.Refused("读取超过 " + limit.toSeconds() + " 秒，已放弃");
    }
    return taken.get();
  }

  /**
   * Reads one letter, as {@link #takeAll} would.
   *
   * @param location the file that it lies in
   * @param path its own, within a file that holds several with the suffix
   */
  Intake takeOne(Path location, String path) {
    try (ReadingPool pool = new ReadingPool(1)) {
      List<FoundFile> letters = new ArrayList<>();
      String refusal = letters(location, Bundle.fileOf(path), letters);
      for (FoundFile letter : letters) {
        if (letter.path().equals(path)) {
          return takeInTime(letter, pool);
        }
      }
      return new Intake.Refused(refusal == null ? "这个文件里没有这封信" : refusal);
    } catch (IOException e) {
      return new Intake.Broken(explain(e), e);
    }
  }

  /**
   * Reads a file and puts right in it what people have.
   *
   * @param correction null if nothing
   */
  Intake take(FoundFile file, @Nullable Correction correction) {
    Intake taken = take(file);
    if (correction == null) {
      return taken;
    }
    return switch (taken) {
      case Intake.Letter letter -> corrected(letter.reply(), correction);
      case Intake.LookAlike other -> corrected(other.reply(), correction);
      case Intake.Refused refused -> refused;
      case Intake.Broken broken -> broken;
    };
  }

  private Intake corrected(Reply read, Correction correction) {
    return switch (correction.over(read, mask)) {
      case GivenReading.Completed completed -> intake(completed.reply());
      case GivenReading.Broken broken -> new Intake.Refused(Marginalia.UNFIT + broken.reason());
    };
  }

  /**
   * Reads a file, or one letter of a file that holds several. Never throws for what it holds, not
   * even where a parser overflows its stack: this is the one place where everything thrown is
   * caught, so that one bad file ends no run.
   */
  Intake take(FoundFile file) {
    try {
      if (file.refusal() != null) {
        return new Intake.Refused(file.refusal());
      }
      Part part = file.part();
      boolean given = part == null ? Bundle.isGiven(file.path()) : part.given();
      return switch (bytes(file)) {
        case Unreadable unreadable -> new Intake.Refused(unreadable.reason());
        case Unpacked.Content content -> {
          String sha256 = Sha256.of(content.bytes());
          SourceDocument source = new SourceDocument(file.path(), sha256, content.bytes());
          yield given ? takeGiven(source) : take(source);
        }
      };
    } catch (IOException e) {
      return new Intake.Broken(explain(e), e);
    } catch (Throwable e) {
      LOG.warn("Reading {} broke off", file.path(), e);
      return new Intake.Broken("读取时程序出错，请报告给开发者：" + e, e);
    }
  }

  private static Unpacked bytes(FoundFile file) throws IOException {
    if (file.part() != null) {
      return file.part().content().fetch();
    }
    String refusal = refusal(Files.isRegularFile(file.location()), Files.size(file.location()));
    return refusal == null
        ? new Unpacked.Content(Files.readAllBytes(file.location()))
        : new Unreadable("too-large", refusal);
  }

  private Intake take(SourceDocument file) {
    return switch (reader.apply(file)) {
      case Unreadable unreadable -> new Intake.Refused(unreadable.reason());
      case ReadDocument document -> intake(extractor.apply(document));
    };
  }

  /** A letter in JSON: its text is read as any text is, and the fields given with it win. */
  private Intake takeGiven(SourceDocument file) {
    return switch (GivenLetter.read(file.bytes())) {
      case GivenReading.Broken broken -> new Intake.Refused(broken.reason());
      case GivenLetter given -> takeGiven(file, given);
    };
  }

  private Intake takeGiven(SourceDocument file, GivenLetter given) {
    String body = (given.isHtml() ? "<html>" : "") + given.body();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return switch (reader.apply(new SourceDocument(file.path(), file.sha256(), bytes))) {
      case Unreadable unreadable -> new Intake.Refused(unreadable.reason());
      case ReadDocument document ->
          switch (given.over(extractor.apply(document), mask)) {
            case GivenReading.Broken broken -> new Intake.Refused(broken.reason());
            case GivenReading.Completed completed -> intake(completed.reply());
          };
    };
  }

  private static Intake intake(Reply reply) {
    return reply.isReply()
        ? new Intake.Letter(reply)
        : new Intake.LookAlike(reply, objection(reply));
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
