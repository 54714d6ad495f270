package org.dafu.search.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dafu.reply.Figure;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;
import org.dafu.reply.SectionCue;
import org.dafu.reply.Span;

/**
 * Chooses the sentence that stands for a section: that of its first figure, because figures are
 * what is compared; else that of the cue for which the section bears the measure; else its first.
 */
final class KeySentence {
  private static final String ENDS = "。！？；!?;\n";

  private KeySentence() {}

  /**
   * The sentence of this section on this measure.
   *
   * @param index the section's place among all sections of the letter
   */
  static Said of(Reply reply, int index, Section section, String measure) {
    Optional<Figure> figure =
        section.figures().stream()
            .findFirst()
            .or(() -> reply.figures().stream().filter(f -> stands(f, section)).findFirst());
    if (figure.isPresent() && !figure.get().sentence().isBlank()) {
      return new Said(reply, index, section, figure.get().sentence().strip(), figure.get());
    }
    String sentence =
        cue(section, measure)
            .map(cue -> around(reply.text(), section.span(), cue.start()))
            .filter(found -> !found.isBlank())
            .orElseGet(() -> first(section.text()));
    return new Said(reply, index, section, sentence, null);
  }

  /**
   * The narrowest sections of a letter that bear the measure: of a part and a part of it that both
   * do, the inner one.
   */
  static List<Said> all(Reply reply, String measure) {
    List<Section> sections = reply.allSections();
    return IntStream.range(0, sections.size())
        .filter(at -> bears(sections.get(at), measure))
        .filter(at -> sections.get(at).children().stream().noneMatch(c -> bearsWithin(c, measure)))
        .mapToObj(at -> of(reply, at, sections.get(at), measure))
        .toList();
  }

  private static boolean stands(Figure figure, Section section) {
    return section.span().contains(figure.span());
  }

  private static boolean bearsWithin(Section section, String measure) {
    return bears(section, measure)
        || section.children().stream().anyMatch(child -> bearsWithin(child, measure));
  }

  /** A section of a measure bears the topic above it too: EC01 is of EC. */
  static boolean bears(Section section, String measure) {
    return section.measures().stream().anyMatch(code -> code.startsWith(measure));
  }

  private static Optional<SectionCue> cue(Section section, String measure) {
    return section.cues().stream().filter(cue -> cue.code().startsWith(measure)).findFirst();
  }

  private static String around(String text, Span within, int at) {
    if (at < within.start() || at >= within.end() || within.end() > text.length()) {
      return "";
    }
    int start = at;
    while (start > within.start() && ENDS.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return text.substring(start, end(text, at, within.end())).strip();
  }

  private static String first(String text) {
    String stripped = text.strip();
    return stripped.substring(0, end(stripped, 0, stripped.length())).strip();
  }

  /** After the sign that ends the sentence, a line end left out. */
  private static int end(String text, int from, int limit) {
    for (int at = from; at < limit; at++) {
      if (ENDS.indexOf(text.charAt(at)) >= 0) {
        return text.charAt(at) == '\n' ? at : at + 1;
      }
    }
    return limit;
  }
}
