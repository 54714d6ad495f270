package org.dafu.web.tools;

import org.dafu.search.compare.Said;

/**
 * A sentence of a letter with its source.
 *
 * @param ref what the collection calls its section
 * @param heading of the section
 * @param url its place in the letter
 * @param figure in words; empty for none
 */
public record Quote(
    String ref, LetterLine letter, String heading, String url, String sentence, String figure) {
  static Quote of(Said said) {
    return new Quote(
        new PassageRef(said.reply().id(), said.index()).text(),
        LetterLine.of(said.reply()),
        LetterLine.heading(said.section()),
        LetterLine.at(said.reply(), said.index()),
        said.sentence(),
        said.figure() == null ? "" : Figures.words(said.figure()));
  }
}
