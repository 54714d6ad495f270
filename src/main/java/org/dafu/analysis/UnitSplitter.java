package org.dafu.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Cuts a question's words into {@link WordUnit units of meaning}.
 *
 * <p>Listed words come first, the longest one at each place; what is left between them is cut by
 * smartcn. Where smartcn leaves single characters side by side it did not know a word there (助/餐,
 * 长/护/险), and they are kept together. Safe for use by many threads.
 */
public final class UnitSplitter {
  private final CharacterFold fold;
  private final WordsAnalyzer segmenter;
  private final WordList list;

  /** A splitter with these lists; it folds as the index does. */
  public UnitSplitter(QueryWords words, CharacterFold fold, WordsAnalyzer segmenter) {
    this.fold = fold;
    this.segmenter = segmenter;
    this.list = new WordList(words, fold);
  }

  /**
   * The units in order, stop words left out unless there is nothing else.
   *
   * @return empty only for a text without any character, word or number
   */
  public List<WordUnit> split(String text) {
    List<List<Atom>> words = words(CharacterScanner.atoms(fold, text));
    List<WordUnit> units = words.stream().map(this::unit).toList();
    List<WordUnit> meaningful =
        units.stream().filter(unit -> !list.isStopWord(unit.text())).toList();
    return meaningful.isEmpty() ? units : meaningful;
  }

  private WordUnit unit(List<Atom> word) {
    String folded = Atom.text(word);
    return new WordUnit(folded, list.alternatives(WordList.key(word), folded));
  }

  private List<List<Atom>> words(List<Atom> atoms) {
    List<List<Atom>> words = new ArrayList<>();
    List<Atom> unlisted = new ArrayList<>();
    for (int at = 0; at < atoms.size(); ) {
      Optional<List<Atom>> listed = longestListed(atoms, at);
      if (listed.isPresent()) {
        words.addAll(segmented(unlisted));
        unlisted.clear();
        words.add(listed.get());
        at += listed.get().size();
        continue;
      }
      Atom atom = atoms.get(at++);
      switch (atom.kind()) {
        case CHARACTER -> unlisted.add(atom);
        case WORD -> {
          words.addAll(segmented(unlisted));
          unlisted.clear();
          words.add(List.of(atom));
        }
        case PUNCTUATION -> {
          words.addAll(segmented(unlisted));
          unlisted.clear();
        }
      }
    }
    words.addAll(segmented(unlisted));
    return words;
  }

  private Optional<List<Atom>> longestListed(List<Atom> atoms, int from) {
    int most = Math.min(list.longestAtoms(), atoms.size() - from);
    for (int count = most; count > 0; count--) {
      List<Atom> candidate = atoms.subList(from, from + count);
      if (list.contains(WordList.key(candidate))) {
        return Optional.of(List.copyOf(candidate));
      }
    }
    return Optional.empty();
  }

  /** Words among characters that stand side by side; together they are all of the characters. */
  private List<List<Atom>> segmented(List<Atom> characters) {
    List<List<Atom>> words = new ArrayList<>();
    List<Atom> singles = new ArrayList<>();
    int at = 0;
    for (int length : wordLengths(characters)) {
      List<Atom> word = List.copyOf(characters.subList(at, at + length));
      at += length;
      if (length == 1 && !list.isStopWord(Atom.text(word))) {
        singles.addAll(word);
        continue;
      }
      addSingles(singles, words);
      words.add(word);
    }
    addSingles(singles, words);
    return words;
  }

  private static void addSingles(List<Atom> singles, List<List<Atom>> words) {
    if (!singles.isEmpty()) {
      words.add(List.copyOf(singles));
      singles.clear();
    }
  }

  private List<Integer> wordLengths(List<Atom> characters) {
    if (characters.size() < 2) {
      return characters.isEmpty() ? List.of() : List.of(1);
    }
    String text = Atom.text(characters);
    List<Integer> lengths = new ArrayList<>();
    int covered = 0;
    try (TokenStream tokens = segmenter.tokenStream("", new StringReader(text))) {
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        addSingles(text, covered, offset.startOffset(), lengths);
        lengths.add(text.codePointCount(offset.startOffset(), offset.endOffset()));
        covered = offset.endOffset();
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    addSingles(text, covered, text.length(), lengths);
    return lengths;
  }

  /** smartcn gives no word for characters outside of its tables, such as 〇: each is a single. */
  private static void addSingles(String text, int from, int to, List<Integer> lengths) {
    lengths.addAll(Collections.nCopies(text.codePointCount(from, to), 1));
  }
}
