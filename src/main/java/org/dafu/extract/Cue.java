package org.dafu.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dafu.read.Folding;

/**
 * What speaks for a code of the taxonomy (线索), as people write it in {@code index-config}.
 *
 * <table>
 * <caption>Forms</caption>
 * <tr><td>{@code 养老机构}</td><td>this word</td></tr>
 * <tr><td>{@code 新建/改建+敬老院}</td><td>one of the words left of + and one right of it in one
 * clause, in any order</td></tr>
 * <tr><td>{@code 列入…规划}</td><td>in this order, at most {@link #GAP} characters apart, in one
 * clause</td></tr>
 * <tr><td>{@code 标准!补贴标准/收费标准}</td><td>not if one of those after ! stands in the clause too</td></tr>
 * <tr><td>{@code !养老保险}</td><td>counts nothing, but hides shorter words within it</td></tr>
 * <tr><td>{@code @水务局}</td><td>in the name of the issuing agency only</td></tr>
 * <tr><td>{@code 规划*2}</td><td>weighs 2 instead of what its column says</td></tr>
 * </table>
 *
 * @param text as written
 * @param parts the words of each part, any of which will do
 * @param ordered whether the parts stand in this order (…)
 * @param unless words that must not stand in the same clause
 * @param use what it is good for
 * @param weight points it gives; NaN if its column decides
 */
public record Cue(
    String text,
    List<List<String>> parts,
    boolean ordered,
    List<String> unless,
    Use use,
    double weight) {
  /** What a cue is good for. */
  public enum Use {
    /** It gives points. */
    COUNTS,
    /** It hides shorter words. */
    HIDES,
    /** It gives points where it stands in the name of the issuing agency. */
    NAMES_AGENCY
  }

  /** How far the parts of a cue with … may be apart, in characters. */
  static final int GAP = 12;

  private static final double HEAVIEST = 20;
  private static final Folding WIDTHS = new Folding(unit -> unit);
  private static final Pattern WEIGHT = Pattern.compile("\\*([^*]*)$");

  public Cue {
    parts = parts.stream().map(List::copyOf).toList();
    unless = List.copyOf(unless);
  }

  /**
   * What is wrong with a cue, in Chinese for those who edit the lists; empty if nothing is.
   *
   * @param written full-width signs are taken as half-width ones; without white space around it
   */
  public static Optional<String> fault(String written) {
    String text = WIDTHS.fold(written);
    if (isPlainWord(text)) {
      return Optional.empty();
    }
    Matcher weight = WEIGHT.matcher(text);
    if (weight.find() && !isWeight(weight.group(1))) {
      return Optional.of("“*”后面要写大于 0、不超过 20 的数字");
    }
    Cue cue = parsed(text);
    if (cue.text.contains("+") && cue.text.contains("…")) {
      return Optional.of("“+”和“…”不能用在同一个线索里");
    }
    boolean empty =
        cue.parts.stream().anyMatch(words -> words.contains("")) || cue.unless.contains("");
    if (empty) {
      return Optional.of("“+”“…”“/”“!”“@”的后面（和“+”“…”“/”的前面）要有词");
    }
    if (cue.use != Use.COUNTS && (cue.parts.size() > 1 || !cue.unless.isEmpty())) {
      return Optional.of("以“!”或“@”开头的线索里不能再有“+”“…”“!”");
    }
    boolean single = cue.parts.size() == 1 && cue.unless.isEmpty();
    if (single && cue.parts.getFirst().stream().anyMatch(word -> word.length() < 2)) {
      return Optional.of("只有一个字的词到处都有：请写得长一些，或用“+”“…”加上别的词，或用“!”写明何时不算");
    }
    return Optional.empty();
  }

  /**
   * The cue written so.
   *
   * @param written as for {@link #fault}
   * @throws IllegalArgumentException if it has a fault
   */
  static Cue of(String written) {
    String text = WIDTHS.fold(written);
    if (isPlainWord(text)) {
      return new Cue(text, List.of(List.of(text)), false, List.of(), Use.COUNTS, Double.NaN);
    }
    fault(text)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(text + ": " + fault);
            });
    return parsed(text);
  }

  /** Most cues are: they are read at every start, so without a pattern. */
  private static boolean isPlainWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("+…/!@*".indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return text.length() > 1;
  }

  private static boolean isWeight(String digits) {
    return digits.matches("[0-9]{1,2}(?:[.][0-9]{1,2})?")
        && Double.parseDouble(digits) > 0
        && Double.parseDouble(digits) <= HEAVIEST;
  }

  private static Cue parsed(String text) {
    Matcher suffix = WEIGHT.matcher(text);
    boolean weighed = suffix.find() && isWeight(suffix.group(1));
    double weight = weighed ? Double.parseDouble(suffix.group(1)) : Double.NaN;
    String words = weighed ? text.substring(0, suffix.start()) : text;
    Use use =
        words.startsWith("!") ? Use.HIDES : words.startsWith("@") ? Use.NAMES_AGENCY : Use.COUNTS;
    String[] sides = (use == Use.COUNTS ? words : words.substring(1)).split("!", -1);
    List<List<String>> parts = new ArrayList<>();
    for (String part : sides[0].split("[+…]", -1)) {
      parts.add(List.of(part.split("/", -1)));
    }
    List<String> unless = new ArrayList<>();
    for (String side : Arrays.asList(sides).subList(1, sides.length)) {
      unless.addAll(List.of(side.split("/", -1)));
    }
    return new Cue(text, parts, sides[0].contains("…"), unless, use, weight);
  }
}
