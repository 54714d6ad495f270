package org.dafu.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dafu.reply.Evidence;
import org.dafu.reply.Figure;
import org.dafu.reply.Policy;
import org.dafu.reply.Reply;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/** What a letter names and states, and where its fields were read, by place in its text. */
final class LetterMarks {
  private final List<Named> named = new ArrayList<>();

  /** Ends of evidence by its start: one anchor for all fields that begin at one place. */
  private final NavigableMap<Integer, Integer> evidence = new TreeMap<>();

  private record Named(Span span, String look, String note) {}

  LetterMarks(Reply reply) {
    for (Figure figure : reply.figures()) {
      String note = figure.type().label() + (figure.target() ? "（目标）" : "");
      named.add(new Named(figure.span(), "figure", note));
    }
    reply.policies().forEach(policy -> add(policy, reply.text()));
    named.sort(Comparator.comparingInt(each -> each.span().start()));
    reply.evidence().values().stream()
        .filter(each -> isWithin(each, reply.text()))
        .forEach(each -> evidence.merge(each.start(), each.end(), Math::min));
  }

  private void add(Policy policy, String text) {
    String printed = "《" + policy.title() + "》";
    int at = text.indexOf(printed);
    while (at >= 0) {
      named.add(new Named(new Span(at, at + printed.length()), "policy", policy.role().label()));
      at = text.indexOf(printed, at + printed.length());
    }
  }

  /** Whether the field was read in the text, and not in what stood around it. */
  static boolean isWithin(Evidence each, String text) {
    return each.start() >= 0 && each.end() > each.start() && each.end() <= text.length();
  }

  /** The anchor of what was read from here on. */
  static String anchor(int start) {
    return "p" + start;
  }

  /** Where looks change within the range. */
  Set<Integer> cuts(int start, int end) {
    Set<Integer> cuts = new TreeSet<>();
    for (Named each : named) {
      addWithin(cuts, each.span(), start, end);
    }
    evidence
        .subMap(start, end)
        .forEach((from, to) -> addWithin(cuts, new Span(from, to), start, end));
    return cuts;
  }

  static void addWithin(Set<Integer> cuts, Span span, int start, int end) {
    if (span.end() > start && span.start() < end) {
      cuts.add(Math.max(start, span.start()));
      cuts.add(Math.min(end, span.end()));
    }
  }

  /** What stands in this range, which no cut divides. */
  Segment.@Nullable Named at(int from, int to) {
    String id = evidence.containsKey(from) ? anchor(from) : null;
    for (Named each : named) {
      if (each.span().start() <= from && to <= each.span().end()) {
        return new Segment.Named(each.look(), each.note(), id);
      }
    }
    return id == null ? null : new Segment.Named("read", null, id);
  }
}
