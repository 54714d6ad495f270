package org.dafu.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/** Reads the issuing body (承办单位). */
final class AgencyReader {
  private static final Wording OF_TITLE =
      Wording.of("^([\\u4e00-\\u9fa5]{3,30}?" + AgencyNames.ENDING + ")(?=关于|对)");

  /**
   * What a page calls the body that wrote, and then what it calls its source; most telling first.
   */
  private static final List<String> PAGE_AGENCY =
      List.of("发文机关", "发布机构", "公布机构", "发布单位", "公开主体", "信息来源", "文章来源", "来源", "网站");

  /** Those who publish what others wrote. */
  private static final Wording PUBLISHER = Wording.of("政府$|政府办公[室厅]$|信息中心$|融媒体中心$|新闻中心$|网");

  private static final Wording FORM_LABEL = Wording.of("^(?:主办|承办|答复|办理)单位(?:\\(盖?章\\))?");
  private static final Wording LABELLED =
      Wording.of("^(?:主办|承办|答复|办理)单位(?:\\(盖?章\\))?[:](.{3,40})$");

  /**
   * Text without gaps of two spaces or more, or of one between two names; within a name its
   * characters may be parted.
   */
  private static final Wording PIECE =
      Wording.of("\\S(?:(?<![局委厅办会院部]) ?\\S|(?<=[局委厅办会院部])(?: (?!\\S{3}))?\\S)*");

  private static final Wording DATED =
      Wording.of("^[\\u4e00-\\u9fa5()]{3,40}?(?=(?:19|20)\\d{2}年|二[〇○零])");

  /** The office that had a letter printed did not write it. */
  private static final Wording IMPRINT = Wording.of("日印(?:发|制)?$|印发$");

  private static final int LONGEST = 40;

  /** Names of agencies side by side, with the date. */
  private static final int LONGEST_SIGNATURE = 120;

  private AgencyReader() {}

  /** The issuing body in its fullest printed form. */
  static @Nullable Found<String> read(Layout letter) {
    List<Found<String>> candidates = new ArrayList<>();
    for (Line line : letter.head()) {
      List<Found<String>> several = new ArrayList<>();
      addNames(letter, line, "letterhead", 0.97, several);
      if (several.size() > 1) {
        candidates.addAll(several);
      } else { // whose characters may be parted as far as names are
        add(letter, line.tight(), "letterhead", 0.97, candidates);
      }
    }
    signingLines(letter).forEach(line -> addSignature(letter, line, candidates));
    candidates.addAll(signedTable(letter));
    fromLabels(letter, candidates);
    fromTitle(letter, candidates);
    fromPage(letter, candidates);
    return fullest(candidates);
  }

  private static void add(
      Layout letter, Tight line, String rule, double confidence, List<Found<String>> out) {
    if (AgencyNames.isAgencyLine(line.text())) {
      int end = AgencyNames.withoutForm(line.text()).length();
      Span span = line.span(0, end);
      out.add(Found.of(letter.compact(span), rule, span, confidence));
    }
  }

  /** The lines of the sign-off above those who get a copy, and above the imprint. */
  static List<Line> signingLines(Layout letter) {
    int end =
        Math.max(letter.bodyEnd, Math.min(SignOffReader.copiesLine(letter), letter.lines.size()));
    List<Line> lines = letter.lines.subList(letter.bodyEnd, end);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).tight().contains(IMPRINT)) {
        return lines.subList(0, i);
      }
    }
    return lines;
  }

  /** Agencies that sign side by side do so in a row of a table. */
  static List<Found<String>> signedTable(Layout letter) {
    List<Found<String>> signed = new ArrayList<>();
    for (List<Form.Value> row : letter.form.rows()) {
      if (row.size() > 1 && row.stream().allMatch(cell -> AgencyNames.isAgencyLine(cell.text()))) {
        row.forEach(cell -> add(letter, cell.tight(), "sign-off", 0.9, signed));
      }
    }
    return signed;
  }

  /** A line of the sign-off: a name, names side by side, a name and the date. */
  static void addSignature(Layout letter, Line line, List<Found<String>> out) {
    addNames(letter, line, "sign-off", 0.95, out);
  }

  private static void addNames(
      Layout letter, Line line, String rule, double confidence, List<Found<String>> out) {
    if (line.length() > LONGEST_SIGNATURE) {
      return;
    }
    if (line.length() == line.span().length()) {
      addPiece(letter, line.tight(), rule, confidence, out);
      return;
    }
    Hits piece = PIECE.matcher(line.span().of(letter.folded));
    while (piece.find()) {
      int offset = line.span().start();
      Tight name = letter.tight(offset + piece.start(), offset + piece.end());
      addPiece(letter, name, rule, confidence, out);
    }
  }

  private static void addPiece(
      Layout letter, Tight piece, String rule, double confidence, List<Found<String>> out) {
    Tight name = withoutHalfBracket(piece);
    Hits dated = name.matcher(DATED);
    add(letter, dated.find() ? name.to(dated.end()) : name, rule, confidence, out);
  }

  /** Names side by side may stand in one bracket. */
  private static Tight withoutHalfBracket(Tight piece) {
    String text = piece.text();
    if (text.startsWith("(") && text.indexOf(')') < 0) {
      return piece.from(1);
    }
    boolean closes = text.endsWith(")") && text.indexOf('(') < 0;
    return closes ? piece.to(text.length() - 1) : piece;
  }

  private static void fromLabels(Layout letter, List<Found<String>> out) {
    letter
        .form
        .find(FORM_LABEL)
        .filter(value -> AgencyNames.isAgencyLine(value.text()))
        .ifPresent(value -> add(letter, value.tight(), "form", 0.93, out));
    for (int i = 0; i < letter.lines.size(); i++) {
      Line line = letter.lines.get(i);
      Hits matcher = line.tight().matcher(LABELLED);
      if (matcher.find() && !isOfSite(letter, i)) {
        add(letter, line.tight().from(matcher.start(1)), "label", 0.93, out);
      }
    }
  }

  /** 主办单位 below the date of a letter is the web site's. */
  static boolean isOfSite(Layout letter, int line) {
    for (int i = letter.bodyEnd; i < line; i++) {
      if (DateReader.isDateAlone(letter.lines.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** X市民政局关于…的答复 */
  private static void fromTitle(Layout letter, List<Found<String>> out) {
    Optional<Tight> title = letter.title();
    if (title.isPresent()) {
      Hits matcher = title.get().matcher(OF_TITLE);
      if (matcher.find()) {
        add(letter, title.get().to(matcher.end(1)), "title", 0.9, out);
      }
    }
  }

  private static void fromPage(Layout letter, List<Found<String>> out) {
    for (String label : PAGE_AGENCY) {
      String value = Tight.bare(letter.pageFields().getOrDefault(label, ""));
      boolean source = label.endsWith("来源") || label.equals("网站");
      if (AgencyNames.isAgencyLine(value) && !(source && PUBLISHER.in(value))) {
        out.add(Found.of(value, "page", new Span(0, 0), 0.7));
      }
    }
  }

  /** The first candidate, or a longer form of the same name. */
  private static @Nullable Found<String> fullest(List<Found<String>> candidates) {
    if (candidates.isEmpty()) {
      return null;
    }
    Found<String> best = signedByAnother(candidates).orElse(candidates.getFirst());
    for (Found<String> candidate : candidates) {
      String name = candidate.value();
      boolean longer = name.length() > best.value().length() && name.length() <= LONGEST;
      boolean page = candidate.evidence().rule().equals("page");
      if (longer && (page ? completes(name, best.value()) : isLongerForm(name, best.value()))) {
        best = candidate;
      }
    }
    return best;
  }

  /**
   * The signature, where nothing above the letter names the same body: that is a page's menu, or
   * its site.
   */
  private static Optional<Found<String>> signedByAnother(List<Found<String>> candidates) {
    List<Found<String>> heads = ofRule(candidates, "letterhead");
    List<Found<String>> signed = ofRule(candidates, "sign-off");
    boolean same =
        signed.stream()
            .anyMatch(own -> heads.stream().anyMatch(head -> isOneBody(head.value(), own.value())));
    return same ? Optional.empty() : signed.stream().findFirst();
  }

  private static List<Found<String>> ofRule(List<Found<String>> candidates, String rule) {
    return candidates.stream().filter(each -> each.evidence().rule().equals(rule)).toList();
  }

  private static boolean isOneBody(String one, String other) {
    return isLongerForm(one, other) || isLongerForm(other, one);
  }

  /** A page may add the place that 市民政局 leaves out; offices of a body publish too. */
  private static boolean completes(String name, String shorter) {
    String core = AgencyNames.withoutLevel(shorter);
    return core.length() < shorter.length() && name.endsWith(core);
  }

  static boolean isLongerForm(String name, String shorter) {
    String core = AgencyNames.withoutLevel(shorter);
    return name.endsWith(core)
        || AgencyNames.isSameBody(name, shorter)
        || (core.length() >= 3 && name.contains(core.substring(0, core.length() - 1)));
  }
}
