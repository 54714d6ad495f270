package org.dafu.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** All cues of the taxonomy, ready for {@link ClauseScanner}. */
final class CueIndex {
  /** Points of a cue by its column. */
  static final double STRONG = 3;

  static final double WEAK = 1;
  static final double HEADING = 6;

  /** Where a cue gives points. */
  enum Place {
    EVERYWHERE(0),
    HEADINGS(1),
    AGENCY(2);

    final byte number;

    Place(int number) {
      this.number = (byte) number;
    }
  }

  /**
   * A cue.
   *
   * @param list number of its list in the taxonomy
   * @param code number of its code among those of all lists
   */
  record Entry(String text, int list, int code, double weight, Place place) {}

  /** What a word does. */
  private static final class Word {
    /** Cues that it is the whole of. */
    int[] cues = {};

    /** Cues with + whose first part it is a word of. */
    int[] leads = {};

    /** Parts of cues with … that it fills. */
    int[] links = {};

    /** Bits of the lists in which it hides shorter words. */
    int hides;

    /** Whether it is a word of a later part of a cue with +. */
    boolean completes;

    /** Whether it denies cues. */
    boolean denies;

    /** Whether its clause tells what a member asks or others do. */
    boolean reports;

    /** Its bits of {@link CueIndex#deeds}. */
    byte deeds(String text) {
      int deeds = completes ? COMPLETES : 0;
      deeds |= leads.length > 0 ? LEADS : 0;
      deeds |= links.length > 0 ? LINKS : 0;
      deeds |= denies ? DENIES : 0;
      deeds |= reports ? REPORTS : 0;
      deeds |= text.indexOf('《') >= 0 || text.indexOf('》') >= 0 ? QUOTES : 0;
      return (byte) deeds;
    }
  }

  /**
   * A part of a cue with ….
   *
   * @param previous the part that must stand shortly before it; -1 if it is the first
   * @param completes the cue that it is the last part of; -1 if it is not
   */
  record Link(int previous, int completes) {}

  /** Its clause tells what a member asks or others do. */
  static final int REPORTS = 1;

  /** It is in the first part of cues with +. */
  static final int LEADS = 2;

  /** It is in a later part of cues with +. */
  static final int COMPLETES = 4;

  /** It fills parts of cues with …. */
  static final int LINKS = 8;

  /** It has 《 or 》 in it, so that it is meant for titles. */
  static final int QUOTES = 16;

  /** Cues do not count in a clause that it stands in. */
  static final int DENIES = 32;

  /** It is asked of it whether and where it stands in a clause. */
  static final int IN_PARTS = LEADS | COMPLETES | DENIES;

  final List<CueList> codes = new ArrayList<>();
  final CueWords words;
  final Entry[] entries;

  // Of each cue what is asked of nearly every word, packed: its list, where it gives points (a
  // place's number), and whether there are words that deny it.
  final byte[] lists;
  final byte[] places;
  final boolean[] deniable;

  /** Of each cue with + the words of each part, of which one must stand in the clause. */
  final int[][][] parts;

  /** Of each cue the words that must not stand in the clause. */
  final int[][] unless;

  /** Of each cue with + bits of the words of its second part, see {@link #bit}. */
  final long[] seconds;

  // Of each word: what it does, the lists in which it hides shorter words, its cues, the cues with
  // + that it leads, and the parts of cues with … that it fills.
  final byte[] deeds;
  final byte[] hides;
  final int[][] cues;
  final int[][] leads;
  final int[][] fills;
  final Link[] links;

  /** Bounds of each list among the codes. */
  final int[] firstCode;

  private final UnaryOperator<String> fold;
  private final List<Entry> readEntries = new ArrayList<>();
  private final List<int[][]> readParts = new ArrayList<>();
  private final List<int[]> readUnless = new ArrayList<>();
  private final Map<String, Integer> wordNumbers = new LinkedHashMap<>();
  private final List<Word> readWords = new ArrayList<>();
  private final List<Link> readLinks = new ArrayList<>();

  /**
   * @param taxonomy its lists are numbered in the order of its components
   * @param fold how the text is folded that cues are looked for in
   */
  CueIndex(Taxonomy taxonomy, UnaryOperator<String> fold) {
    this.fold = fold;
    List<List<CueList>> taxonomyLists =
        List.of(taxonomy.measures(), taxonomy.instruments(), taxonomy.status());
    firstCode = new int[taxonomyLists.size() + 1];
    taxonomy.reporting().forEach(word -> use(fold.apply(word)).reports = true);
    for (int list = 0; list < taxonomyLists.size(); list++) {
      for (CueList codeCues : taxonomyLists.get(list)) {
        addCode(list, codeCues);
      }
      firstCode[list + 1] = codes.size();
    }
    entries = readEntries.toArray(Entry[]::new);
    parts = readParts.toArray(int[][][]::new);
    unless = readUnless.toArray(int[][]::new);
    links = readLinks.toArray(Link[]::new);
    lists = new byte[entries.length];
    places = new byte[entries.length];
    deniable = new boolean[entries.length];
    seconds = new long[entries.length];
    for (int cue = 0; cue < entries.length; cue++) {
      lists[cue] = (byte) entries[cue].list();
      places[cue] = entries[cue].place().number;
      deniable[cue] = unless[cue].length > 0;
      seconds[cue] = parts[cue].length > 1 ? bits(parts[cue][1]) : 0;
    }
    List<String> texts = List.copyOf(wordNumbers.keySet());
    words = new CueWords(texts);
    deeds = new byte[texts.size()];
    hides = new byte[texts.size()];
    for (int word = 0; word < deeds.length; word++) {
      deeds[word] = readWords.get(word).deeds(texts.get(word));
      hides[word] = (byte) readWords.get(word).hides;
    }
    cues = readWords.stream().map(word -> word.cues).toArray(int[][]::new);
    leads = readWords.stream().map(word -> word.leads).toArray(int[][]::new);
    fills = readWords.stream().map(word -> word.links).toArray(int[][]::new);
  }

  /** One of 64 bits for each word: where none of a set's bits is, none of its words is. */
  static long bit(int word) {
    return 1L << word;
  }

  private static long bits(int[] words) {
    long bits = 0;
    for (int word : words) {
      bits |= bit(word);
    }
    return bits;
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
    cue.unless().forEach(word -> use(word).denies = true);
    if (cue.ordered()) {
      addChain(cue.parts(), entry);
      return;
    }
    cue.parts().stream().skip(1).flatMap(List::stream).forEach(word -> use(word).completes = true);
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
    return wordNumbers.computeIfAbsent(
        word,
        unknown -> {
          readWords.add(new Word());
          return readWords.size() - 1;
        });
  }

  private Word use(String word) {
    return readWords.get(number(word));
  }

  private static int[] with(int[] numbers, int another) {
    int[] longer = Arrays.copyOf(numbers, numbers.length + 1);
    longer[numbers.length] = another;
    return longer;
  }
}
