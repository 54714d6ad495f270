package org.dafu.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.dafu.reply.Meeting;
import org.dafu.reply.Satisfaction;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads the record of talking the answer over with the member (面商记录表), from a form or from labelled
 * lines.
 */
final class MeetingReader {
  private static final Wording NO_COMPLAINT = Wording.of("(?:没有|并无|无)(?:什么)?不满意");
  private static final Wording DISSATISFIED = Wording.of("不[太够甚很大怎么]{0,2}满意|不同意");
  private static final Wording BASICALLY = Wording.of("(?:基本|比较|较为)满意|^基本同意");
  private static final Wording SATISFIED = Wording.of("满意|^同意");
  private static final Wording OPTION = Wording.of("不满意|基本满意|比较满意|满意");

  private static final String MARK = "[" + Choice.TICKS + Choice.BOXES + "]?";

  /** Boxes before or behind the words to choose from, and nothing else. */
  private static final Wording CHOICES =
      Wording.of(
          "(?:[(（\\[]?" + MARK + "[)）\\]]?(?:不满意|基本满意|比较满意|满意)[(（\\[]?" + MARK + "[)）\\]]?){1,20}");

  private static final Wording TIME = Wording.of("^(?:面商|见面|座谈|沟通|走访|面复|协商)(?:时间|日期)");
  private static final Wording PLACE = Wording.of("^(?:面商|见面|座谈|沟通|走访|面复|协商)地点");
  private static final Wording OPINION =
      Wording.of(
          "^(?:(?:政协)?委员|(?:人大)?代表|提案人|提案者|建议人|领衔代表)(?:对(?:办理|答复)[\\u4e00-\\u9fa5]{0,6}的?)?(?:意见|满意(?:程度|度|情况)|评价)(?:[和及与]要求|\\([^)]*\\))?|^满意(?:程度|度)|^对办理结果的?意见");
  private static final Wording SIGNATURE = Wording.of("(?:签\\s*[字名]|签章)\\s*[:：].*$");

  private static final int LONGEST_LINE = 60;

  private MeetingReader() {}

  static Optional<Found<Meeting>> read(Layout letter) {
    Optional<Form.Value> time = value(letter, TIME);
    Optional<Form.Value> place = value(letter, PLACE);
    Optional<Form.Value> opinion = value(letter, OPINION);
    if (time.isEmpty() && place.isEmpty() && opinion.isEmpty()) {
      return Optional.empty();
    }
    String said = opinion.map(value -> opinionText(letter, value)).orElse(null);
    Span span = time.or(() -> place).or(() -> opinion).map(Form.Value::span).orElse(new Span(0, 0));
    Meeting meeting =
        new Meeting(
            time.map(MeetingReader::date).orElse(null),
            place
                .map(value -> letter.compact(value.span()))
                .filter(text -> !text.isEmpty())
                .orElse(null),
            said == null ? null : satisfaction(said),
            said);
    return Optional.of(Found.of(meeting, "meeting-form", span, 0.93));
  }

  private static Optional<Form.Value> value(Layout letter, Wording label) {
    return letter.form.find(label).or(() -> labelledLine(letter, label));
  }

  private static Optional<Form.Value> labelledLine(Layout letter, Wording label) {
    for (Line line : letter.lines) {
      if (line.length() < LONGEST_LINE && line.tight().mayContain(label)) {
        Optional<Form.Value> value = labelledPiece(letter, letter.pieces(line), label);
        if (value.isPresent()) {
          return value;
        }
      }
    }
    return Optional.empty();
  }

  /** What stands behind the label, up to a wide gap before the next one. */
  private static Optional<Form.Value> labelledPiece(
      Layout letter, List<Tight> pieces, Wording label) {
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

  private static @Nullable LocalDate date(Form.Value value) {
    return Dates.last(value.tight()).map(Dates.Dated::date).orElse(null);
  }

  private static @Nullable String opinionText(Layout letter, Form.Value value) {
    String text = SIGNATURE.replaceAll(letter.printed(value.span()), "").strip();
    String bare = Tight.bare(text);
    String ticked = CHOICES.is(bare) ? Choice.of(bare, OPTION).ticked() : "";
    return !ticked.isEmpty() ? ticked : text.isEmpty() ? null : text;
  }

  /** Known only where the words are plain; misread handwriting says nothing. */
  static @Nullable Satisfaction satisfaction(String said) {
    String text = Tight.bare(said);
    Choice choice = Choice.of(text, OPTION);
    text = choice.isOffered() ? choice.ticked() : NO_COMPLAINT.replaceAll(text, "");
    if (DISSATISFIED.in(text)) {
      return Satisfaction.DISSATISFIED;
    }
    if (BASICALLY.in(text)) {
      return Satisfaction.BASICALLY;
    }
    return SATISFIED.in(text) ? Satisfaction.SATISFIED : null;
  }
}
