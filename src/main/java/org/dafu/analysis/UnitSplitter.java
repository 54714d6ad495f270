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
 * 长/护/险), and they are kept together. A stop word among them is part of a word where it stands
 * alone with them between signs (中药), or where such words begin (以房/养老) and end (县中/振兴). Safe for
 * use by many threads.
 */
public final class UnitSplitter {
  /** Characters that stand alone between signs are a word up to this length: 中水回用. */
  private static final int LONGEST_UNKNOWN = 4;

  /** Where words follow, a word that begins with a stop word is no longer: 以房/养老. */
  private static final int LONGEST_BOUND = 2;

  /** Stop words that words and names begin with: 中药, 等保, 和龙市, 从化区. */
  private static final String BINDING = "上下中里以为等对从向让和之其都于由在着";

  /** What a place is told by: 县中, 线上. */
  private static final String LOCATIVE = "上下中里";

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
    List<WordUnit> units = everyUnit(text);
    List<WordUnit> meaningful =
        units.stream().filter(unit -> !list.isStopWord(unit.text())).toList();
    return meaningful.isEmpty() ? units : meaningful;
  }

  /** The same with the stop words, which may be part of a name: 才/让/措. */
  public List<WordUnit> everyUnit(String text) {
    List<List<Atom>> words = words(CharacterScanner.atoms(fold, text));
    return words.stream().map(this::unit).toList();
  }

  /** The agency that a name is of, if it ends with the longest listed name of one. */
  public Optional<AgencyName> agency(String name) {
    List<Atom> atoms = CharacterScanner.atoms(fold, name);
    for (int from = Math.max(0, atoms.size() - list.longestAtoms()); from < atoms.size(); from++) {
      List<Atom> listed = atoms.subList(from, atoms.size());
      if (list.isAgency(WordList.key(listed))) {
        String before = Atom.text(atoms.subList(0, from));
        List<String> forms = new ArrayList<>(List.of(Atom.text(atoms)));
        unit(listed).alternatives().forEach(other -> forms.add(before + other));
        return Optional.of(new AgencyName(before, forms));
      }
    }
    return Optional.empty();
  }

  /** Whether a text is a stop word as a whole. */
  public boolean isStopWord(String text) {
    return list.isStopWord(Atom.text(CharacterScanner.atoms(fold, text)));
  }

  private WordUnit unit(List<Atom> word) {
    String folded = Atom.text(word);
    return new WordUnit(folded, list.alternatives(WordList.key(word), folded));
  }

  private List<List<Atom>> words(List<Atom> atoms) {
    List<List<Atom>> words = new ArrayList<>();
    List<Atom> unlisted = new ArrayList<>();
    boolean goesOn = false; // directly behind a word that is known
    for (int at = 0; at < atoms.size(); ) {
      Atom atom = atoms.get(at);
      Optional<List<Atom>> listed = longestListed(atoms, at);
      List<Atom> known = listed.orElse(List.of(atom));
      boolean isWord = listed.isPresent() || atom.kind() == Atom.Kind.WORD;
      at += known.size();
      if (!isWord && atom.kind() == Atom.Kind.CHARACTER) {
        unlisted.add(atom);
        continue;
      }
      words.addAll(segmented(unlisted, goesOn, isWord));
      unlisted.clear();
      if (isWord) {
        words.add(known);
      }
      goesOn = isWord;
    }
    words.addAll(segmented(unlisted, goesOn, false));
    return words;
  }

  private Optional<List<Atom>> longestListed(List<Atom> atoms, int from) {
    int most = Math.min(list.longestAtoms(), atoms.size() - from);
    for (int count = most; count > 0; count--) {
      List<Atom> candidate = atoms.subList(from, from + count);
      if (list.contains(WordList.key(candidate)) && !endsWithinMember(atoms, from + count)) {
        return Optional.of(List.copyOf(candidate));
      }
    }
    return Optional.empty();
  }

  /** 委 that goes on as 委员 ends no agency's name: 宗教委员会 has no 教委, 全体委员 no 体委. */
  private static boolean endsWithinMember(List<Atom> atoms, int end) {
    return end < atoms.size()
        && atoms.get(end - 1).term().equals("委")
        && atoms.get(end).term().equals("员");
  }

  /**
   * Words among characters that stand side by side; together they are all of the characters.
   *
   * @param goesOn whether a word stands directly before them
   * @param endsAtWord whether one stands directly behind them
   */
  private List<List<Atom>> segmented(List<Atom> characters, boolean goesOn, boolean endsAtWord) {
    List<List<Atom>> words = new ArrayList<>();
    List<Atom> singles = new ArrayList<>();
    boolean first = !goesOn;
    int at = 0;
    for (int length : wordLengths(characters)) {
      List<Atom> word = List.copyOf(characters.subList(at, at + length));
      at += length;
      if (length == 1) {
        singles.addAll(word);
      } else {
        addSingles(singles, first ? LONGEST_BOUND : 0, words);
        words.add(word);
        first = false;
      }
    }
    boolean alone = first && !endsAtWord;
    addSingles(singles, alone ? LONGEST_UNKNOWN : first ? LONGEST_BOUND : 0, words);
    return words;
  }

  /**
   * Adds single characters side by side as one word, but for stop words among them that are part of
   * none.
   *
   * @param longest up to this length stop words that words begin with are part of the word
   */
  private void addSingles(List<Atom> singles, int longest, List<List<Atom>> words) {
    boolean bind = singles.size() <= longest;
    List<Atom> word = new ArrayList<>();
    for (Atom single : singles) {
      String character = single.term();
      boolean bound =
          (bind && (longest == LONGEST_UNKNOWN || BINDING.contains(character)))
              || (LOCATIVE.contains(character) && word.size() == 1);
      if (bound || !list.isStopWord(character)) {
        word.add(single);
      } else {
        addWord(word, words);
        words.add(List.of(single));
      }
    }
    addWord(word, words);
    singles.clear();
  }

  private static void addWord(List<Atom> word, List<List<Atom>> words) {
    if (!word.isEmpty()) {
      words.add(List.copyOf(word));
      word.clear();
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
