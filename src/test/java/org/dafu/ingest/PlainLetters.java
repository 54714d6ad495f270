package org.dafu.ingest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.dafu.read.ReadDocument;
import org.dafu.read.ReadResult;
import org.dafu.read.SourceDocument;
import org.dafu.read.SourceMap;
import org.dafu.read.Unreadable;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Source;
import org.dafu.reply.Warning;

/** Reader and extractor of letters that are plain text; some words in them make things happen. */
final class PlainLetters {
  final AtomicInteger reads = new AtomicInteger();

  /** A text with "hang" is not read before this is released. */
  final CountDownLatch hanging = new CountDownLatch(1);

  LetterIntake intake() {
    return new LetterIntake(this::read, this::extract, text -> text);
  }

  private ReadResult read(SourceDocument file) {
    reads.incrementAndGet();
    String text = new String(file.bytes(), StandardCharsets.UTF_8);
    if (text.contains("damaged")) {
      return new Unreadable("damaged", "the text is damaged: scan it again");
    }
    if (text.contains("overflow")) {
      return overflow(file);
    }
    if (text.contains("hang")) {
      awaitRelease();
    }
    return new ReadDocument(
        new Source(file.path(), file.sha256(), "text/plain", "UTF-8"),
        text,
        List.of(),
        Map.of(),
        List.of(),
        SourceMap.identity(text.length()));
  }

  @SuppressWarnings("InfiniteRecursion") // a parser that meets nesting without end
  private ReadResult overflow(SourceDocument file) {
    return overflow(file);
  }

  private void awaitRelease() {
    try {
      hanging.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a reader", e);
    }
  }

  private Reply extract(ReadDocument document) {
    if (document.text().contains("bug")) {
      throw new IllegalStateException("a bug in the extractor");
    }
    boolean isReply = !document.text().contains("notice");
    return letter(document.source(), document.text(), isReply);
  }

  static Reply letter(Source source, String text, boolean isReply) {
    List<Warning> warnings = isReply ? List.of() : List.of(new Warning("look-alike", "是通知"));
    return new Reply(
        ReplyId.ofSha256(source.sha256()),
        isReply,
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
        List.of(),
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
        warnings,
        source);
  }
}
