package org.dafu.app.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Sha256;
import org.dafu.reply.Source;
import org.dafu.search.FileRecord;
import org.dafu.search.ReplyIndex;

/** The documents of a judged set, each put into the index as a letter with a title and a text. */
public final class Corpus {
  private static final String FOLDER = "corpus";

  private final Map<ReplyId, String> names = new HashMap<>();

  private Corpus() {}

  /** How many documents there are. */
  public int size() {
    return names.size();
  }

  /** The name (_id) that the set has for a letter. */
  String name(ReplyId id) {
    String name = names.get(id);
    if (name == null) {
      throw new IllegalStateException("not of this set: " + id);
    }
    return name;
  }

  /** Whether the set has a document of this name. */
  boolean holds(String name) {
    return names.containsKey(id(name));
  }

  /**
   * Indexes every document and commits.
   *
   * @param file one JSON object a line, with _id, text and perhaps title
   * @throws IOException naming file and line, if a line is no document or its name comes twice
   */
  public static Corpus index(Path file, ReplyIndex index) throws IOException {
    Corpus corpus = new Corpus();
    JsonLines.read(file, line -> corpus.put(line, index));
    if (corpus.names.isEmpty()) {
      throw new FaultyLine(file, 1, "no documents");
    }
    index.commit();
    return corpus;
  }

  private void put(JsonLines.Line line, ReplyIndex index) throws IOException {
    String name = line.required("_id");
    if (names.put(id(name), name) != null) {
      throw new FaultyLine(line.file(), line.number(), "this _id was there before: " + name);
    }
    FileRecord record =
        new FileRecord(FOLDER, name, 0, 0, Sha256.of(name), FileRecord.State.INDEXED, null);
    index.put(record, List.of(letter(name, line.optional("title"), line.required("text"))));
  }

  private static Reply letter(String name, String title, String text) {
    return new Reply(
        id(name),
        true,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        List.of(),
        title.isBlank() ? List.of() : List.of(title),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        text,
        Map.of(),
        List.of(),
        new Source(FOLDER, Sha256.of(name), "text/plain", null));
  }

  private static ReplyId id(String name) {
    return ReplyId.ofSha256(Sha256.of(name));
  }
}
