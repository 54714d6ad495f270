package org.dafu.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dafu.analysis.Atom;
import org.dafu.reply.Span;

/**
 * Finds in a text what a search asked for, by the same atoms as the index, so that everything that
 * matched by its characters is marked, and nothing else.
 */
final class Marks {
  /**
   * A place where an asked form stands.
   *
   * @param form its number among the forms
   * @param at its first atom in the text
   * @param atoms how long the form is
   */
  record Occurrence(int form, int at, int atoms, Span span) {}

  /**
   * Something asked for.
   *
   * @param atoms what it is in a text
   * @param piece whether it was cut out of a run of words
   */
  record Form(List<Atom> atoms, boolean piece) {
    private List<String> terms() {
      return atoms.stream().map(atom -> AlikeCharacters.common(atom.term())).toList();
    }

    /** A single character of a run is what smartcn left over (护理/员), and no word. */
    private boolean isLeftOver() {
      return piece && atoms.size() == 1 && atoms.getFirst().kind() == Atom.Kind.CHARACTER;
    }
  }

  // A pasted message has more words than anyone would look for in its answer.
  private static final int MAX_FORMS = 200;

  private final List<Form> forms;

  /** Of each form. */
  private final List<List<String>> terms;

  private final Map<String, List<Integer>> byFirstTerm = new HashMap<>();

  Marks(Collection<Form> asked) {
    Map<List<String>, Form> distinct = new LinkedHashMap<>();
    for (Form form : asked) {
      if (!form.atoms().isEmpty()) {
        distinct.merge(form.terms(), form, (one, other) -> one.piece() ? other : one);
      }
    }
    forms = distinct.values().stream().limit(MAX_FORMS).toList();
    terms = List.copyOf(distinct.keySet()).subList(0, forms.size());
    for (int form = 0; form < forms.size(); form++) {
      String first = terms.get(form).getFirst();
      byFirstTerm.computeIfAbsent(first, term -> new ArrayList<>()).add(form);
    }
  }

  boolean isEmpty() {
    return forms.isEmpty();
  }

  /**
   * Every place worth a mark, in order of their beginnings. What was left over of a run counts only
   * where it adjoins something else.
   */
  List<Occurrence> in(List<Atom> text) {
    List<Occurrence> all = everywhere(text);
    if (forms.stream().allMatch(Form::isLeftOver)) {
      return all;
    }
    Set<Integer> starts = new HashSet<>();
    Set<Integer> ends = new HashSet<>();
    for (Occurrence place : all) {
      if (!isLeftOver(place)) {
        starts.add(place.at());
        ends.add(place.at() + place.atoms());
      }
    }
    return all.stream()
        .filter(
            place ->
                !isLeftOver(place) || ends.contains(place.at()) || starts.contains(place.at() + 1))
        .toList();
  }

  private boolean isLeftOver(Occurrence place) {
    return forms.get(place.form()).isLeftOver();
  }

  private List<Occurrence> everywhere(List<Atom> text) {
    List<Occurrence> found = new ArrayList<>();
    for (int at = 0; at < text.size(); at++) {
      addAt(text, at, AlikeCharacters.common(text.get(at).term()), found);
      for (String part : text.get(at).parts()) {
        addAt(text, at, part, found);
      }
    }
    return found;
  }

  private void addAt(List<Atom> text, int at, String term, List<Occurrence> found) {
    for (int form : byFirstTerm.getOrDefault(term, List.of())) {
      List<String> wanted = terms.get(form);
      if (standsAt(text, at, wanted)) {
        int end = text.get(at + wanted.size() - 1).end();
        found.add(new Occurrence(form, at, wanted.size(), new Span(text.get(at).start(), end)));
      }
    }
  }

  private static boolean standsAt(List<Atom> text, int at, List<String> wanted) {
    if (at + wanted.size() > text.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      Atom here = text.get(at + i);
      if (!here.isFoundBy(wanted.get(i))
          && !AlikeCharacters.common(here.term()).equals(wanted.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The places as ranges that do not touch one another: what overlaps, adjoins or is parted by
   * white space only becomes one.
   */
  static List<Span> merged(List<Occurrence> occurrences, String text) {
    List<Span> merged = new ArrayList<>();
    for (Occurrence occurrence : occurrences) {
      Span span = occurrence.span();
      Span last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && isJoined(last, span, text)) {
        merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  private static boolean isJoined(Span first, Span second, String text) {
    return second.start() <= first.end() || text.substring(first.end(), second.start()).isBlank();
  }
}
