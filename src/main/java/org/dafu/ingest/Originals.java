package org.dafu.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.dafu.read.SourceDocument;
import org.dafu.read.Unpacked;
import org.dafu.read.Unreadable;
import org.dafu.reply.Sha256;
import org.dafu.search.FileRecord;

/**
 * Fetches the files that letters were read from, as they are, for everybody to see. A file with a
 * personal number anywhere in it is kept back: what is published is masked (国办发〔2014〕46号).
 */
public final class Originals {
  private final Predicate<SourceDocument> shows;

  /**
   * @param shows whether a file may be shown as it is: no personal number stands in it
   */
  public Originals(Predicate<SourceDocument> shows) {
    this.shows = shows;
  }

  /** What becomes of a wish for the original. */
  public sealed interface Original {
    /**
     * The file, or the entry of an archive, unchanged since it was read.
     *
     * @param name without folders
     */
    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    record Whole(String name, byte[] bytes) implements Original {}

    /** It holds personal numbers. */
    record Withheld() implements Original {}

    /**
     * It is not there any more, or is another one now.
     *
     * @param reason one clause for people
     */
    record Gone(String reason) implements Original {}
  }

  /** The original of the letter that has this record. Never throws for what it finds. */
  public Original fetch(FileRecord record) {
    try {
      return switch (bytes(record)) {
        case Unreadable unreadable -> new Original.Gone(unreadable.reason());
        case Unpacked.Content content -> checked(record, content.bytes());
      };
    } catch (IOException e) {
      return new Original.Gone(LetterIntake.explain(e));
    } catch (InvalidPathException e) {
      return new Original.Gone("没有这个文件");
    }
  }

  private Original checked(FileRecord record, byte[] bytes) {
    String sha256 = Sha256.of(bytes);
    if (!sha256.equals(record.sha256())) {
      return new Original.Gone("文件已经改动，与收录时不同");
    }
    return shows.test(new SourceDocument(record.path(), sha256, bytes))
        ? new Original.Whole(name(record.path()), bytes)
        : new Original.Withheld();
  }

  private static Unpacked bytes(FileRecord record) throws IOException {
    String path = Bundle.fileOf(record.path());
    Path file = Path.of(record.corpus()).resolve(path);
    String suffix = record.path().substring(path.length());
    String refusal = LetterIntake.refusal(Files.isRegularFile(file), Files.size(file));
    if (refusal != null) {
      return new Unreadable("refused", refusal);
    }
    if (suffix.isEmpty()) {
      return new Unpacked.Content(Files.readAllBytes(file));
    }
    if (Bundle.open(file) instanceof Bundle.Opening.Several several) {
      for (Part part : several.parts()) {
        if (part.suffix().equals(suffix) && part.refusal() == null) {
          return part.content().fetch();
        }
      }
    }
    return new Unreadable("gone", "压缩包里已经没有这个文件");
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
