package org.dafu.lucene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.dafu.analysis.Atom;
import org.dafu.analysis.CharacterFold;
import org.dafu.analysis.CharacterScanner;

/** Pieces of text as they are asked for in the fields by characters. */
final class Phrases {
  /** A term of a phrase, and where it stands. */
  private record Piece(String term, int position) {}

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
    return exactly(field, atoms(text));
  }

  /** The same in any form that its characters have, see {@link AlikeCharacters}. */
  Query inAnyForm(String field, String text) {
    return inAnyForm(field, atoms(text));
  }

  /** The same for any piece of a letter, also one that was cut out of a longer number. */
  Query quoted(String field, String text) {
    return Matching.anyOf(readings(text).stream().map(atoms -> inAnyForm(field, atoms)).toList());
  }

  /**
   * The atoms that a piece of text may have been, as it stands and where its first or last number
   * goes on in the letter, and is no number there: 2024.6 of 2024.6.18, 2.5 of PM2.5.
   */
  List<List<Atom>> readings(String text) {
    List<Atom> atoms = atoms(text);
    Set<List<Atom>> readings = new LinkedHashSet<>(List.of(atoms));
    if (!atoms.isEmpty()) {
      readings.add(apart(atoms, 0));
      readings.add(apart(atoms, atoms.size() - 1));
      readings.add(apart(apart(atoms, atoms.size() - 1), 0));
    }
    return List.copyOf(readings);
  }

  /** The same with the digits of the number here, if it is one, as numbers with signs between. */
  private List<Atom> apart(List<Atom> atoms, int at) {
    List<String> digits = atoms.get(at).parts();
    if (!digits.stream().allMatch(part -> Character.isDigit(part.charAt(0)))) {
      return atoms; // no number: DH0271
    }
    List<Atom> apart = new ArrayList<>(atoms.subList(0, at));
    apart.addAll(
        digits.isEmpty()
            ? List.of(atoms.get(at))
            : CharacterScanner.atoms(fold, String.join(" . ", digits)));
    apart.addAll(atoms.subList(at + 1, atoms.size()));
    return apart;
  }

  private static Query exactly(String field, List<Atom> atoms) {
    if (atoms.isEmpty()) {
      return new MatchNoDocsQuery("nothing but signs");
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    pieces(atoms).forEach(piece -> phrase.add(new Term(field, piece.term()), piece.position()));
    return phrase.build(); // which rewrites itself to a plain term where it has only one
  }

  private static Query inAnyForm(String field, List<Atom> atoms) {
    if (atoms.stream().allMatch(atom -> AlikeCharacters.forms(atom.term()).size() == 1)) {
      return exactly(field, atoms);
    }
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
    for (Piece piece : pieces(atoms)) {
      List<String> forms = AlikeCharacters.forms(piece.term());
      Term[] terms = forms.stream().map(form -> new Term(field, form)).toArray(Term[]::new);
      phrase.add(terms, piece.position());
    }
    return phrase.build();
  }

  private static List<Piece> pieces(List<Atom> atoms) {
    List<Piece> pieces = new ArrayList<>();
    for (int at = 0; at < atoms.size(); ) {
      int end = runEnd(atoms, at);
      addRun(pieces, atoms, at, end);
      at = end;
    }
    return pieces;
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

  private static void addRun(List<Piece> pieces, List<Atom> atoms, int from, int end) {
    if (end - from == 1) {
      pieces.add(new Piece(atoms.get(from).term(), from));
      return;
    }
    for (int at = from; at < end; at += 2) {
      int first = Math.min(at, end - 2);
      pieces.add(new Piece(pair(atoms, first), first));
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
