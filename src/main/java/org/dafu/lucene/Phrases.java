package org.dafu.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.dafu.analysis.Atom;
import org.dafu.analysis.CharacterFold;
import org.dafu.analysis.CharacterScanner;

/** Pieces of text as they are asked for in the fields by characters. */
final class Phrases {
  private final CharacterFold fold;

  Phrases(CharacterFold fold) {
    this.fold = fold;
  }

  /** A name in folded characters without white space, as names are indexed. */
  String compact(String name) {
    return fold.compact(name);
  }

  /** The atoms of a piece of text, without the signs around it. */
  List<Atom> atoms(String text) {
    List<Atom> atoms = CharacterScanner.atoms(fold, text);
    int from = 0;
    int to = atoms.size();
    while (from < to && atoms.get(from).kind() == Atom.Kind.PUNCTUATION) {
      from++;
    }
    while (to > from && atoms.get(to - 1).kind() == Atom.Kind.PUNCTUATION) {
      to--;
    }
    return atoms.subList(from, to);
  }

  /**
   * What finds exactly this text in a field. Characters are asked for in pairs, which are rarer
   * than single ones: 养老服务业 as 养老 + 服务 + 务业.
   *
   * @return what finds nothing if the text has no character, word or number
   */
  Query exactly(String field, String text) {
    List<Atom> atoms = atoms(text);
    if (atoms.isEmpty()) {
      return new MatchNoDocsQuery("nothing but signs: " + text);
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    for (int at = 0; at < atoms.size(); ) {
      int end = runEnd(atoms, at);
      addRun(phrase, field, atoms, at, end);
      at = end;
    }
    return phrase.build(); // which rewrites itself to a plain term where it has only one
  }

  /** The pairs of characters in a text, and its words and numbers. */
  List<String> pairs(String text) {
    List<Atom> atoms = atoms(text);
    List<String> pairs = new ArrayList<>();
    for (int at = 0; at < atoms.size(); at++) {
      if (isPair(atoms, at)) {
        pairs.add(pair(atoms, at));
      } else if (atoms.get(at).kind() == Atom.Kind.WORD) {
        pairs.add(atoms.get(at).term());
      }
    }
    return pairs;
  }

  /** Where the run of characters ends that begins here; anything else is a run of its own. */
  private static int runEnd(List<Atom> atoms, int from) {
    int end = from;
    while (end < atoms.size() && atoms.get(end).kind() == Atom.Kind.CHARACTER) {
      end++;
    }
    return Math.max(end, from + 1);
  }

  private static void addRun(
      PhraseQuery.Builder phrase, String field, List<Atom> atoms, int from, int end) {
    if (end - from == 1) {
      phrase.add(new Term(field, atoms.get(from).term()), from);
      return;
    }
    for (int at = from; at < end; at += 2) {
      int first = Math.min(at, end - 2);
      phrase.add(new Term(field, pair(atoms, first)), first);
    }
  }

  /** Whether a character stands here, and another one next to it. */
  static boolean isPair(List<Atom> atoms, int at) {
    return at + 1 < atoms.size()
        && atoms.get(at).kind() == Atom.Kind.CHARACTER
        && atoms.get(at + 1).kind() == Atom.Kind.CHARACTER;
  }

  static String pair(List<Atom> atoms, int first) {
    return atoms.get(first).term() + atoms.get(first + 1).term();
  }
}
