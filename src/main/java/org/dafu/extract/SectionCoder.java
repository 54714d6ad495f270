package org.dafu.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Codes a section by the taxonomy: what measures it takes, by which instruments, and how far they
 * are. A cue in the heading decides; a strong cue in the text is enough; of weak ones two different
 * ones are needed.
 */
final class SectionCoder {
  /**
   * The codes of a section, in the order of the taxonomy.
   *
   * @param measures measure types
   * @param instruments policy instruments
   * @param status fulfilment status
   */
  record Codes(List<String> measures, List<String> instruments, List<String> status) {}

  /** One list of the taxonomy, its cues by their numbers in the finder. */
  private record Coded(String code, BitSet strong, BitSet weak, BitSet heading) {}

  private static final int WEAK_NEEDED = 2;

  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<Coded> measures;
  private final List<Coded> instruments;
  private final List<Coded> status;
  private final CueFinder finder;

  SectionCoder(Taxonomy taxonomy) {
    measures = taxonomy.measures().stream().map(this::number).toList();
    instruments = taxonomy.instruments().stream().map(this::number).toList();
    status = taxonomy.status().stream().map(this::number).toList();
    finder = new CueFinder(List.copyOf(numbers.keySet()));
  }

  private Coded number(CueList list) {
    return new Coded(
        list.code(), number(list.strong()), number(list.weak()), number(list.heading()));
  }

  private BitSet number(List<String> cues) {
    BitSet set = new BitSet();
    for (String cue : cues) {
      Integer number = numbers.computeIfAbsent(cue, each -> numbers.size());
      set.set(number);
    }
    return set;
  }

  /**
   * Codes a section.
   *
   * @param heading folded, without white space; empty if it has none
   * @param text folded, without white space
   */
  Codes code(String heading, String text) {
    BitSet inHeading = finder.find(heading);
    BitSet inText = finder.find(text);
    return new Codes(
        codes(measures, inHeading, inText),
        codes(instruments, inHeading, inText),
        codes(status, inHeading, inText));
  }

  private static List<String> codes(List<Coded> lists, BitSet inHeading, BitSet inText) {
    List<String> codes = new ArrayList<>();
    for (Coded list : lists) {
      boolean decided =
          list.heading().intersects(inHeading)
              || list.strong().intersects(inHeading)
              || list.strong().intersects(inText);
      if (decided || common(list.weak(), inText) >= WEAK_NEEDED) {
        codes.add(list.code());
      }
    }
    return codes;
  }

  private static int common(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.and(b);
    return both.cardinality();
  }
}
