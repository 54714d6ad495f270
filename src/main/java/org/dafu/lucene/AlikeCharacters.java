package org.dafu.lucene;

import java.util.ArrayList;
import java.util.List;

/**
 * Characters that are one in simplified script where traditional script has two, and of which the
 * second is a good simplified one too: 答复 is 答覆, but 覆盖 is no 复盖. The index keeps them apart, and
 * so does ranking; what is asked for is found in either form. Of all others the traditional one is
 * folded, see index-config/variants.tsv (pairs from OpenCC's STPhrases and TWVariants, by how often
 * letters have them).
 */
final class AlikeCharacters {
  private static final List<String> PAIRS =
      List.of("复覆", "征徵", "了瞭", "着著", "干乾", "伙夥", "借藉", "折摺", "具俱");

  /** By each character the other of its pair; 0 for all that are in none. */
  private static final char[] OTHERS = new char[Character.MAX_VALUE + 1];

  static {
    for (String pair : PAIRS) {
      OTHERS[pair.charAt(0)] = pair.charAt(1);
      OTHERS[pair.charAt(1)] = pair.charAt(0);
    }
  }

  private AlikeCharacters() {}

  /** The term and all that it may be written as. */
  static List<String> forms(String term) {
    List<String> forms = new ArrayList<>(List.of(term));
    for (int at = 0; at < term.length(); at++) {
      char other = OTHERS[term.charAt(at)];
      if (other != 0) {
        for (String form : List.copyOf(forms)) {
          forms.add(form.substring(0, at) + other + form.substring(at + 1));
        }
      }
    }
    return forms;
  }

  /** One of the forms of a term, the same for all of them. */
  static String common(String term) {
    String common = term;
    for (int at = 0; at < term.length(); at++) {
      char other = OTHERS[term.charAt(at)];
      if (other != 0 && other < common.charAt(at)) {
        common = common.substring(0, at) + other + common.substring(at + 1);
      }
    }
    return common;
  }
}
