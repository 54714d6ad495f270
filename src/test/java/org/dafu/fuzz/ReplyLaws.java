package org.dafu.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dafu.read.Block;
import org.dafu.read.ReadDocument;
import org.dafu.reply.Evidence;
import org.dafu.reply.Figure;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;
import org.dafu.reply.Span;
import org.dafu.search.ReplyJson;

/** What is true of everything that is read, whatever the file was. */
public final class ReplyLaws {
  /** Eleven digits in a row that can be nothing but a mobile number, and no part of an address. */
  private static final Pattern MOBILE =
      Pattern.compile("(?<=[\\s\\u4e00-\\u9fa5：（])1[3-9]\\d{9}(?=[\\s，。；）])");

  private ReplyLaws() {}

  /**
   * Reads a file twice and holds what was read to every law.
   *
   * @return the letter; empty if the file is refused
   */
  public static Optional<Reply> hold(String name, byte[] bytes) {
    Optional<ReadDocument> document = Reading.document(name, bytes);
    Optional<Reply> reply = document.map(Reading::reply);
    document.ifPresent(read -> holdDocument(read, bytes.length));
    reply.ifPresent(ReplyLaws::holdReply);
    assertEquals(reply, Reading.reply(name, bytes), "the same file gives the same letter");
    return reply;
  }

  private static void holdDocument(ReadDocument document, int bytes) {
    String text = document.text();
    int from = 0;
    for (Block block : document.blocks()) {
      assertTrue(block.span().start() >= from, () -> "blocks follow one another: " + block.span());
      assertWithin(block.span(), text, "block");
      from = block.span().end();
      if (block instanceof Block.Table table) {
        table.rows().forEach(row -> row.forEach(cell -> assertInside(cell, table.span(), "cell")));
      }
    }
    boolean textFile = document.source().mediaType().startsWith("text/");
    for (int i = 0; textFile && i < text.length(); i++) {
      int offset = document.sourceMap().sourceOffset(i);
      assertTrue(offset >= 0 && offset <= bytes, "unit " + i + " from " + offset + " of " + bytes);
    }
  }

  private static void holdReply(Reply reply) {
    String text = reply.text();
    holdSections(reply.sections(), new Span(0, text.length()), text);
    for (Map.Entry<String, Evidence> entry : reply.evidence().entrySet()) {
      Evidence evidence = entry.getValue();
      assertTrue(
          0 <= evidence.start()
              && evidence.start() <= evidence.end()
              && evidence.end() <= text.length(),
          () -> entry + " in a text of " + text.length());
      assertTrue(evidence.confidence() >= 0 && evidence.confidence() <= 1, entry::toString);
    }
    for (Figure figure : reply.figures()) {
      assertWithin(figure.span(), text, "figure");
      assertTrue(Double.isFinite(figure.value()), figure::toString);
    }
    assertEquals(Reading.NUMBERS.mask(text), text, "numbers left unmasked");
    assertTrue(!MOBILE.matcher(text).find(), "a mobile number is left");
    byte[] json = ReplyJson.writeBytes(reply);
    assertEquals(reply, ReplyJson.read(json, 0, json.length), "a letter comes back from its JSON");
  }

  private static void holdSections(List<Section> sections, Span parent, String text) {
    int from = parent.start();
    for (Section section : sections) {
      assertInside(section.span(), parent, "section");
      assertTrue(section.span().start() >= from, () -> "sections overlap: " + section.span());
      assertTrue(section.span().of(text).contains(section.text()), "a section has its own text");
      holdSections(section.children(), section.span(), text);
      from = section.span().end();
    }
  }

  private static void assertWithin(Span span, String text, String what) {
    assertInside(span, new Span(0, text.length()), what);
  }

  private static void assertInside(Span inner, Span outer, String what) {
    assertTrue(outer.contains(inner), () -> what + " " + inner + " is not within " + outer);
  }
}
