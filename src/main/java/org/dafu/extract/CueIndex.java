package org.dafu.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** All cues of the taxonomy, ready for {@link ClauseScanner}. */
final class CueIndex {
  /** Points of a cue by its column. */
  static final double STRONG = 3;

  static final double WEAK = 1;
  static final double HEADING = 6;

  /** Where a cue gives points. */
  enum Place {
    EVERYWHERE,
    HEADINGS,
    AGENCY
  }

  /**
   * A cue.
   *
   * @param list number of its list in the taxonomy
   * @param code number of its code among those of all lists
   */
  record Entry(String text, int list, int code, double weight, Place place) {}

  /** What a word does. */
  static final class Word {
    /** Cues that it is the whole of. */
    int[] cues = {};

    /** Cues with + whose first part it is a word of. */
    int[] leads = {};

    /** Parts of cues with … that it fills. */
    int[] links = {};

    /** Bits of the lists in which it hides shorter words. */
    int hides;

    /** Whether its clause tells what a member asks or others do. */
    boolean reports;

    /** Whether it has 《 or 》 in it, so that it is meant for titles. */
    final boolean quotes;

    /** Whether it does nothing by itself: it only completes cues of several parts. */
    boolean completesOnly() {
      return cues.length == 0 && leads.length == 0 && links.length == 0 && hides == 0 && !reports;
    }

    Word(String text) {
      quotes = text.indexOf('《') >= 0 || text.indexOf('》') >= 0;
    }
  }

  /**
   * A part of a cue with ….
   *
   * @param previous the part that must stand shortly before it; -1 if it is the first
   * @param completes the cue that it is the last part of; -1 if it is not
   */
  record Link(int previous, int completes) {}

  final List<CueList> codes = new ArrayList<>();
  final CueWords words = new CueWords();
  final Entry[] entries;

  /** Of each cue with + the words of each part, of which one must stand in the clause. */
  final int[][][] parts;

  /** Of each cue the words that must not stand in the clause. */
  final int[][] unless;

  final Word[] wordUses;
  final Link[] links;

  /** Bounds of each list among the codes. */
  final int[] firstCode;

  private final UnaryOperator<String> fold;
  private final List<Entry> readEntries = new ArrayList<>();
  private final List<int[][]> readParts = new ArrayList<>();
  private final List<int[]> readUnless = new ArrayList<>();
  private final List<Word> readWords = new ArrayList<>();
  private final List<Link> readLinks = new ArrayList<>();

  /**
   * @param taxonomy its lists are numbered in the order of its components
   * @param fold how the text is folded that cues are looked for in
   */
  CueIndex(Taxonomy taxonomy, UnaryOperator<String> fold) {
    this.fold = fold;
    List<List<CueList>> lists =
        List.of(taxonomy.measures(), taxonomy.instruments(), taxonomy.status());
    firstCode = new int[lists.size() + 1];
    taxonomy.reporting().forEach(word -> use(fold.apply(word)).reports = true);
    for (int list = 0; list < lists.size(); list++) {
      for (CueList codeCues : lists.get(list)) {
        addCode(list, codeCues);
      }
      firstCode[list + 1] = codes.size();
    }
    entries = readEntries.toArray(Entry[]::new);
    parts = readParts.toArray(int[][][]::new);
    unless = readUnless.toArray(int[][]::new);
    wordUses = readWords.toArray(Word[]::new);
    links = readLinks.toArray(Link[]::new);
  }

  private void addCode(int list, CueList code) {
    int number = codes.size();
    codes.add(code);
    code.strong().forEach(cue -> add(list, number, cue, STRONG, Place.EVERYWHERE));
    code.weak().forEach(cue -> add(list, number, cue, WEAK, Place.EVERYWHERE));
    code.heading().forEach(cue -> add(list, number, cue, HEADING, Place.HEADINGS));
  }

  private void add(int list, int code, String text, double columnWeight, Place place) {
    Cue cue = Cue.of(fold.apply(text));
    if (cue.use() == Cue.Use.HIDES) {
      cue.parts().getFirst().forEach(word -> use(word).hides |= 1 << list);
      return;
    }
    int entry = readEntries.size();
    double weight = Double.isNaN(cue.weight()) ? columnWeight : cue.weight();
    boolean ofAgency = cue.use() == Cue.Use.NAMES_AGENCY;
    readEntries.add(new Entry(text, list, code, weight, ofAgency ? Place.AGENCY : place));
    readParts.add(cue.parts().stream().map(this::wordNumbers).toArray(int[][]::new));
    readUnless.add(wordNumbers(cue.unless()));
    if (cue.ordered()) {
      addChain(cue.parts(), entry);
      return;
    }
    for (String each : cue.parts().getFirst()) {
      Word word = use(each);
      if (cue.parts().size() > 1) {
        word.leads = with(word.leads, entry);
      } else {
        word.cues = with(word.cues, entry);
        word.hides |= 1 << list;
      }
    }
  }

  private void addChain(List<List<String>> chain, int entry) {
    int previous = -1;
    for (int p = 0; p < chain.size(); p++) {
      int link = readLinks.size();
      readLinks.add(new Link(previous, p == chain.size() - 1 ? entry : -1));
      for (String each : chain.get(p)) {
        Word word = use(each);
        word.links = with(word.links, link);
      }
      previous = link;
    }
  }

  private int[] wordNumbers(List<String> some) {
    return some.stream().mapToInt(this::number).toArray();
  }

  private int number(String word) {
    use(word);
    return words.add(word);
  }

  private Word use(String word) {
    int number = words.add(word);
    if (number == readWords.size()) {
      readWords.add(new Word(word));
    }
    return readWords.get(number);
  }

  private static int[] with(int[] numbers, int another) {
    int[] longer = Arrays.copyOf(numbers, numbers.length + 1);
    longer[numbers.length] = another;
    return longer;
  }
}
