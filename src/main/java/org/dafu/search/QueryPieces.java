package org.dafu.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pieces that a query consists of: what can be mended or left out of it as a whole. */
final class QueryPieces {
  /** What stands together in a query: in quotation marks, in parentheses, without white space. */
  private static final Pattern PIECE =
      Pattern.compile(
          "(?:(?:(?i:NOT)|ＮＯＴ)[\\s\\p{Z}]+)?[-－]?(?:[^\\s\\p{Z}\"“”＂「」『』()（）]+[:：])?"
              + "(?:[\"“”＂][^\"“”＂]*[\"“”＂]?|「[^」]*」?|『[^』]*』?|[(（][^)）]*[)）]?"
              + "|[^\\s\\p{Z}\"“”＂「『(（]+|[^\\s\\p{Z}])");

  private QueryPieces() {}

  /** The pieces in order; signs of the language stay with what they belong to. */
  static List<String> of(String q) {
    List<String> pieces = new ArrayList<>();
    Matcher piece = PIECE.matcher(q);
    while (piece.find()) {
      pieces.add(piece.group());
    }
    return pieces;
  }

  /**
   * The parts of one piece: its numbers and what stands between them, or else its words.
   *
   * @param cut cuts a run of words into words
   * @return the piece alone where it has no parts
   */
  static List<String> within(String piece, Function<String, List<String>> cut) {
    List<QueryToken.Leaf> leaves = new ArrayList<>();
    for (QueryToken token : new QueryLexer(piece, new ArrayList<>()).tokens()) {
      if (token instanceof QueryToken.Leaf leaf) {
        leaves.add(leaf);
      } else if (!(token instanceof QueryToken.Field)) {
        return List.of(piece);
      }
    }
    if (leaves.size() == 1
        && leaves.getFirst()
            instanceof QueryToken.Leaf(QueryNode.Words(String text), int start, int end)) {
      String field = piece.substring(0, start);
      return cut.apply(text).stream().map(word -> field + word).toList();
    }
    return leaves.size() < 2 ? List.of(piece) : cutBehind(leaves, piece);
  }

  private static List<String> cutBehind(List<QueryToken.Leaf> leaves, String piece) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (QueryToken.Leaf leaf : leaves) {
      parts.add(piece.substring(from, leaf.end()));
      from = leaf.end();
    }
    return parts;
  }
}
