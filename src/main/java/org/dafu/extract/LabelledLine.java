package org.dafu.extract;

import java.util.List;
import java.util.Optional;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.dafu.reply.Span;

/** Short lines of a letter as rows of a form: 办理方式：主办　　会办单位：市水务局. */
final class LabelledLine {
  private static final int LONGEST = 60;

  private LabelledLine() {}

  /**
   * The value of the first such line whose label begins as the wording says; empty if there is
   * none.
   *
   * @param label anchored at its beginning
   */
  static Optional<Form.Value> find(Layout letter, Wording label) {
    for (Line line : letter.lines) {
      if (line.length() < LONGEST && line.tight().mayContain(label)) {
        Optional<Form.Value> value = inPieces(letter, letter.pieces(line), label);
        if (value.isPresent()) {
          return value;
        }
      }
    }
    return Optional.empty();
  }

  /** What stands behind the label, up to a wide gap before the next one. */
  private static Optional<Form.Value> inPieces(Layout letter, List<Tight> pieces, Wording label) {
    for (int i = pieces.size() > 1 ? 1 : 0; i < pieces.size(); i++) {
      Tight piece = pieces.get(i);
      Hits matcher = piece.matcher(label);
      if (matcher.find()
          && matcher.end() < piece.length()
          && piece.text().charAt(matcher.end()) == ':') {
        int last = i;
        while (last + 1 < pieces.size() && pieces.get(last + 1).text().indexOf(':') < 0) {
          last++;
        }
        int start = piece.span(matcher.end() + 1, matcher.end() + 1).start();
        Span span = new Span(start, pieces.get(last).span(0, pieces.get(last).length()).end());
        Tight value = letter.tight(span.start(), span.end());
        return value.isEmpty() ? Optional.empty() : Optional.of(new Form.Value(value, span));
      }
    }
    return Optional.empty();
  }
}
