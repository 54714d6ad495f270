package org.dafu.extract;

import java.util.ArrayList;
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
    EVERYWHERE(0),
    HEADINGS(1),
    AGENCY(2);

    final byte number;

    Place(int number) {
      this.number = (byte) number;
    }
  }

  /**
   * A cue that gives points.
   *
   * @param text as written
   * @param code number of its code among those of all lists
   */
  record Entry(String text, Cue cue, int list, int code, double weight, Place place) {
    /** Whether it has several parts, in any order. */
    boolean isUnordered() {
      return !cue.ordered() && cue.parts().size() > 1;
    }

    /** All that is asked of the cue of this number where its words stand, see {@link PackedCue}. */
    int packed(int number) {
      return PackedCue.of(number, list, place.number, !cue.unless().isEmpty());
    }
  }

  final List<CueList> codes = new ArrayList<>();

  /** Bounds of each list among the codes. */
  final int[] firstCode;

  /** The cues that give points, in the order of their codes. */
  final Entry[] entries;

  // Of each cue its code and its points.
  final short[] codeOf;
  final double[] weights;

  /** Of each cue the words that must not stand in its clause. */
  final int[][] unless;

  final AskedWords asked;

  /** What to do where the words stand. */
  final WordActs acts;

  private final UnaryOperator<String> fold;
  private final List<Entry> read = new ArrayList<>();

  /** Of each list cues that give no points, but hide shorter words. */
  private final List<List<Cue>> hiding = new ArrayList<>();

  /**
   * @param taxonomy its lists are numbered in the order of its components
   * @param fold how the text is folded that cues are looked for in
   */
  CueIndex(Taxonomy taxonomy, UnaryOperator<String> fold) {
    this.fold = fold;
    List<List<CueList>> taxonomyLists =
        List.of(taxonomy.measures(), taxonomy.instruments(), taxonomy.status());
    firstCode = new int[taxonomyLists.size() + 1];
    for (int list = 0; list < taxonomyLists.size(); list++) {
      hiding.add(new ArrayList<>());
      for (CueList code : taxonomyLists.get(list)) {
        read(list, code);
      }
      firstCode[list + 1] = codes.size();
    }
    entries = read.toArray(Entry[]::new);
    if (taxonomyLists.size() > WordActs.MOST_LISTS || codes.size() > Short.MAX_VALUE) {
      throw new IllegalArgumentException("more lists or codes than a cue has room for");
    }
    codeOf = new short[entries.length];
    weights = new double[entries.length];
    for (int cue = 0; cue < entries.length; cue++) {
      codeOf[cue] = (short) entries[cue].code();
      weights[cue] = entries[cue].weight();
    }
    asked = new AskedWords(read);
    unless = read.stream().map(entry -> asked.of(entry.cue().unless())).toArray(int[][]::new);
    acts = new WordActs(read, hiding, taxonomy.reporting().stream().map(fold).toList(), asked);
  }

  private void read(int list, CueList code) {
    int number = codes.size();
    codes.add(code);
    code.strong().forEach(cue -> read(list, number, cue, STRONG, Place.EVERYWHERE));
    code.weak().forEach(cue -> read(list, number, cue, WEAK, Place.EVERYWHERE));
    code.heading().forEach(cue -> read(list, number, cue, HEADING, Place.HEADINGS));
  }

  private void read(int list, int code, String text, double columnWeight, Place place) {
    Cue cue = Cue.of(fold.apply(text));
    if (cue.use() == Cue.Use.HIDES) {
      hiding.get(list).add(cue);
      return;
    }
    double weight = Double.isNaN(cue.weight()) ? columnWeight : cue.weight();
    boolean ofAgency = cue.use() == Cue.Use.NAMES_AGENCY;
    read.add(new Entry(text, cue, list, code, weight, ofAgency ? Place.AGENCY : place));
  }
}
