package org.dafu.search;

import java.util.List;
import org.dafu.reply.Reply;
import org.jspecify.annotations.Nullable;

/**
 * A letter, or a section of one, that answers a search.
 *
 * @param reply the letter
 * @param score the engine's score; only its order means anything
 * @param snippets the title where it is marked, then the best passages of the text, at most three,
 *     in order of worth; empty where no words were asked for
 * @param sections the letter's sections that match best, at most three, best first; for a section
 *     search the one hit
 */
public record Hit(Reply reply, double score, List<Snippet> snippets, List<SectionHit> sections) {
  public Hit {
    snippets = List.copyOf(snippets);
    sections = List.copyOf(sections);
  }

  /**
   * A section that matches.
   *
   * @param index its place among all sections of the letter in reading order, parents before
   *     children, from 0
   * @param label as printed
   * @param heading without the label
   * @param score within this search
   */
  public record SectionHit(int index, String label, @Nullable String heading, double score) {}
}
