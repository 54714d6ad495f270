package org.dafu.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Reply;
import org.dafu.reply.Span;
import org.dafu.search.FilterField;
import org.dafu.search.Hit;
import org.dafu.search.QueryWarning;
import org.dafu.search.SearchResponse;
import org.dafu.search.Snippet;
import org.dafu.search.Vocabulary;

/** Writes an answer for a person at a terminal. */
final class HitPrinter {
  private final PrintWriter out;
  private final Vocabulary vocabulary;
  private final String markStart;
  private final String markEnd;

  /** Marks are bold on a terminal, unless its user wants no colours, and 【】 elsewhere. */
  HitPrinter(PrintWriter out, Vocabulary vocabulary) {
    this.out = out;
    this.vocabulary = vocabulary;
    boolean styled =
        Boolean.getBoolean("dafu.terminal.results") && System.getenv("NO_COLOR") == null;
    this.markStart = styled ? "\u001b[1;33m" : "【";
    this.markEnd = styled ? "\u001b[0m" : "】";
  }

  void print(SearchResponse response) {
    String understood = response.understood().isEmpty() ? "" : "：" + response.understood();
    out.println(response.total() + " 件，" + response.tookMillis() + " 毫秒" + understood);
    for (QueryWarning warning : response.warnings()) {
      out.println("! " + warning.message());
    }
    int place = 0;
    for (Hit hit : response.hits()) {
      place++;
      out.println();
      print(place, hit);
    }
    if (response.next() != null) {
      out.println();
      out.println("--cursor " + response.next());
    }
  }

  private void print(int place, Hit hit) {
    Reply reply = hit.reply();
    out.println(place + ". " + reply.displayTitle());
    out.println("   " + about(reply));
    if (!reply.measures().isEmpty()) {
      out.println(
          "   "
              + reply.measures().stream()
                  .map(code -> vocabulary.label(FilterField.MEASURE, code))
                  .collect(Collectors.joining("、")));
    }
    for (Snippet snippet : hit.snippets()) {
      String section = snippet.section() == null ? "" : snippet.section() + "：";
      out.println("   … " + section + marked(snippet).replace('\n', ' '));
    }
    out.println("   " + reply.id() + "  " + reply.source().path());
  }

  private static String about(Reply reply) {
    List<String> numbers = reply.numbers().stream().map(ProposalNumber::text).toList();
    List<Object> parts = new ArrayList<>();
    parts.add(reply.city() == null ? reply.province() : reply.city());
    parts.add(reply.county());
    parts.add(reply.agency());
    parts.add(reply.date() == null ? reply.year() : reply.date());
    parts.add(reply.kind() == null ? null : reply.kind().label());
    parts.add(numbers.isEmpty() ? null : "第" + String.join("、", numbers) + "号");
    parts.add(reply.docNumber());
    parts.add(reply.classification() == null ? null : reply.classification() + "类");
    return parts.stream()
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .collect(Collectors.joining(" · "));
  }

  private String marked(Snippet snippet) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Span mark : snippet.marks()) {
      text.append(snippet.text(), from, mark.start())
          .append(markStart)
          .append(snippet.text(), mark.start(), mark.end())
          .append(markEnd);
      from = mark.end();
    }
    return text.append(snippet.text(), from, snippet.text().length()).toString();
  }
}
