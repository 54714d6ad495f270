package org.dafu.lucene;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dafu.analysis.Atom;
import org.dafu.analysis.WordUnit;
import org.dafu.lucene.Marks.Form;
import org.dafu.lucene.Marks.Occurrence;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;
import org.dafu.reply.Span;
import org.dafu.search.QueryNode;
import org.dafu.search.Snippet;
import org.dafu.search.TypedNumbers;
import org.jspecify.annotations.Nullable;

/** The passages of a letter that show best why it was found, with what was asked for marked. */
final class Snippets {
  private static final int MAX_PASSAGES = 3;
  // Around each of so many places a passage is tried; the best come early or again.
  private static final int MAX_TRIED = 300;
  // What an earlier passage has shown is worth less in the next one.
  private static final double SHOWN_BEFORE = 0.2;
  private static final double REPEATED = 0.05;

  private record Passage(Span span, double worth, Set<Integer> forms) {}

  private final Phrases phrases;
  private final Marks inText;
  private final Marks inTitle;

  Snippets(Asked asked, Phrases phrases, Reading reading) {
    this.phrases = phrases;
    List<Form> text = new ArrayList<>();
    for (String quoted : asked.phrases()) {
      phrases.readings(quoted).forEach(atoms -> text.add(new Form(atoms, false)));
    }
    asked.words().forEach(run -> addForms(reading.units(run), text));
    for (String number : asked.docNumbers()) {
      TypedNumbers.printed(number).forEach(form -> text.add(whole(form)));
    }
    for (QueryNode.Numbered number : asked.numbers()) {
      text.add(whole(number.text()));
      text.add(whole("第" + TypedNumbers.proposal(number.text()) + "号"));
    }
    List<Form> title = new ArrayList<>(text);
    asked.titles().forEach(run -> addForms(reading.units(run), title));
    this.inText = new Marks(text);
    this.inTitle = new Marks(title);
  }

  private Form whole(String text) {
    return new Form(phrases.atoms(text), false);
  }

  private void addForms(List<WordUnit> units, List<Form> forms) {
    for (WordUnit unit : units) {
      forms.add(new Form(phrases.atoms(unit.text()), units.size() > 1));
      unit.alternatives().forEach(form -> forms.add(whole(form)));
    }
  }

  /**
   * The title if it is marked, then the best passages of the text.
   *
   * @param section the one to stay within; null for the whole letter
   */
  List<Snippet> of(Reply reply, @Nullable Section section) {
    List<Snippet> snippets = new ArrayList<>();
    if (section == null) {
      title(reply.displayTitle()).ifPresent(snippets::add);
    }
    if (!inText.isEmpty()) {
      Span whole = new Span(0, reply.text().length());
      Span wanted = section == null ? whole : section.span();
      snippets.addAll(passages(reply, whole.contains(wanted) ? wanted : whole));
    }
    return snippets;
  }

  private Optional<Snippet> title(String title) {
    List<Occurrence> found = inTitle.in(phrases.atoms(title));
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Snippet("title", null, title, -1, Marks.merged(found, title)));
  }

  private List<Snippet> passages(Reply reply, Span range) {
    String text = reply.text();
    List<Atom> atoms = phrases.atoms(text);
    List<Occurrence> found =
        inText.in(atoms).stream().filter(place -> range.contains(place.span())).toList();
    if (found.isEmpty()) {
      return List.of();
    }
    Cuts cuts = new Cuts(text, atoms);
    Set<Span> tried = new LinkedHashSet<>();
    found.stream().limit(MAX_TRIED).forEach(place -> tried.add(cuts.around(place.span(), range)));
    List<Snippet> snippets = new ArrayList<>();
    for (Passage passage : best(new ArrayList<>(tried), found)) {
      snippets.add(snippet(reply, passage.span(), found));
    }
    return snippets;
  }

  /** The passage of most worth, then those that add most to what was shown, none overlapping. */
  private static List<Passage> best(List<Span> tried, List<Occurrence> found) {
    List<Passage> chosen = new ArrayList<>();
    Set<Integer> shown = new HashSet<>();
    while (chosen.size() < MAX_PASSAGES && !tried.isEmpty()) {
      Passage best = passage(tried.getFirst(), found, shown);
      for (Span span : tried) {
        Passage passage = passage(span, found, shown);
        best = passage.worth() > best.worth() ? passage : best;
      }
      Span taken = best.span();
      chosen.add(best);
      shown.addAll(best.forms());
      tried.removeIf(span -> span.start() < taken.end() && taken.start() < span.end());
      tried.remove(taken);
    }
    return chosen;
  }

  private static Passage passage(Span span, List<Occurrence> found, Set<Integer> shown) {
    Set<Integer> forms = new HashSet<>();
    double worth = 0;
    for (Occurrence place : within(span, found)) {
      double factor = shown.contains(place.form()) ? SHOWN_BEFORE : 1;
      worth += place.atoms() * factor * (forms.add(place.form()) ? 1 : REPEATED);
    }
    return new Passage(span, worth, forms);
  }

  /** Those of the places, which are in order of their beginnings, that lie in the span. */
  private static List<Occurrence> within(Span span, List<Occurrence> found) {
    int from = 0;
    for (int to = found.size(); from < to; ) {
      int middle = (from + to) >>> 1;
      if (found.get(middle).span().start() < span.start()) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    List<Occurrence> within = new ArrayList<>();
    for (int i = from; i < found.size() && found.get(i).span().start() < span.end(); i++) {
      if (span.contains(found.get(i).span())) {
        within.add(found.get(i));
      }
    }
    return within;
  }

  private static Snippet snippet(Reply reply, Span span, List<Occurrence> found) {
    String text = reply.text();
    List<Span> marks =
        Marks.merged(within(span, found), text).stream()
            .map(mark -> new Span(mark.start() - span.start(), mark.end() - span.start()))
            .toList();
    int firstMark = span.start() + (marks.isEmpty() ? 0 : marks.getFirst().start());
    return new Snippet(
        "text", sectionAt(reply.sections(), firstMark), span.of(text), span.start(), marks);
  }

  /** Label and heading of the innermost section here; null outside of any. */
  private static @Nullable String sectionAt(List<Section> sections, int at) {
    for (Section section : sections) {
      if (section.span().start() <= at && at < section.span().end()) {
        String inner = sectionAt(section.children(), at);
        String own = section.label() + (section.heading() == null ? "" : section.heading());
        return inner == null ? own : inner;
      }
    }
    return null;
  }
}
