package org.dafu.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.dafu.read.Wording;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/** Reads the issuing body (承办单位) and those that handled the paper with it. */
final class AgencyReader {
  private static final Wording OF_TITLE =
      Wording.of("^([\\u4e00-\\u9fa5]{3,30}?" + AgencyNames.ENDING + ")(?=关于|对)");
  private static final Wording FORM_CO_LABEL = Wording.of("(?:会办|协办|分办)单位");
  private static final Wording AND_OTHERS = Wording.of("(?:等部门|等单位|等|。)$");
  private static final Wording NO_NAME = Wording.of("^(?:我|贵|各|有关|相关)");
  private static final Wording ALL = Wording.of("(.+)");
  private static final Set<String> PAGE_AGENCY = Set.of("发布机构", "公布机构", "发文机关", "发布单位");
  private static final Wording FORM_LABEL = Wording.of("^(?:主办|承办|答复|办理)单位(?:\\(盖?章\\))?");
  private static final Wording LABELLED =
      Wording.of("^(?:主办|承办|答复|办理)单位(?:\\(盖?章\\))?[:](.{3,40})$");
  private static final Wording CO_LABELLED = Wording.of("(?:会办|协办|分办|联办)(?:单位)?[:](.{3,120})$");

  /** What is said before the bodies that a paper was handled with. */
  private static final Wording JOINTLY =
      Wording.of(
          "(?:会同|会商|经商|函商|联合|征求|汇总|综合|经与|并与|我[局委办厅]与|吸收了?|结合|商请?)(?=[\\u4e00-\\u9fa5]{2,20}(?:局|委|办|厅|会|行|公司|中心|部|队|院))");

  /** Where a list of bodies ends and the sentence goes on. */
  private static final Wording LIST_END =
      Wording.of(
          "[。;:“《()]|等(?:部门|单位|\\d|[二两三四五六七八九十])|(?:共同|研究|会商|会办意见|协办意见|的意见|意见|到[\\u4e00-\\u9fa5]|对|认真|合并|进行|逐[条项]|开展|提出|就[\\u4e00-\\u9fa5]|赴|深入|三次|多次|沟通|走访|调研|现[将就答]|办理|商议|[,])");

  private static final Wording SPLIT = Wording.of("[、,;]|(?<=[局委厅办会部院司队行心])(?:和|及|与|以及)");
  private static final Wording BODY_NAME =
      Wording.of("[\\u4e00-\\u9fa5()]{1,30}" + AgencyNames.ENDING);

  /**
   * Text without gaps of two spaces or more, or of one between two names; within a name its
   * characters may be parted.
   */
  private static final Wording PIECE =
      Wording.of("\\S(?:(?<![局委厅办会院部]) ?\\S|(?<=[局委厅办会院部])(?: (?!\\S{3}))?\\S)*");

  private static final Wording DATED =
      Wording.of("^[\\u4e00-\\u9fa5()]{3,40}?(?=(?:19|20)\\d{2}年|二[〇○零])");
  private static final int LONGEST = 40;

  /** Names of agencies side by side, with the date. */
  private static final int LONGEST_SIGNATURE = 120;

  private AgencyReader() {}

  /** The issuing body in its fullest printed form. */
  static @Nullable Found<String> read(Layout letter) {
    List<Found<String>> candidates = new ArrayList<>();
    for (Line line : letter.head()) {
      add(letter, line.tight(), "letterhead", 0.97, candidates);
    }
    for (Line line : letter.tail()) {
      addSignature(letter, line, candidates);
    }
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

  /** A line of the sign-off: a name, names side by side, a name and the date. */
  private static void addSignature(Layout letter, Line line, List<Found<String>> out) {
    if (line.length() > LONGEST_SIGNATURE) {
      return;
    }
    if (line.length() == line.span().length()) {
      addPiece(letter, line.tight(), out);
      return;
    }
    Matcher piece = PIECE.matcher(line.span().of(letter.folded));
    while (piece.find()) {
      int offset = line.span().start();
      addPiece(letter, letter.tight(offset + piece.start(), offset + piece.end()), out);
    }
  }

  private static void addPiece(Layout letter, Tight piece, List<Found<String>> out) {
    Matcher dated = piece.matcher(DATED);
    add(letter, dated.find() ? piece.to(dated.end()) : piece, "sign-off", 0.95, out);
  }

  private static void fromLabels(Layout letter, List<Found<String>> out) {
    letter
        .form
        .find(FORM_LABEL)
        .filter(value -> AgencyNames.isAgencyLine(value.text()))
        .ifPresent(value -> add(letter, value.tight(), "form", 0.93, out));
    for (Line line : letter.lines) {
      Matcher matcher = line.tight().matcher(LABELLED);
      if (matcher.find()) {
        add(letter, line.tight().from(matcher.start(1)), "label", 0.93, out);
      }
    }
  }

  /** X市民政局关于…的答复 */
  private static void fromTitle(Layout letter, List<Found<String>> out) {
    Optional<Tight> title = letter.title();
    if (title.isPresent()) {
      Matcher matcher = title.get().matcher(OF_TITLE);
      if (matcher.find()) {
        add(letter, title.get().to(matcher.end(1)), "title", 0.9, out);
      }
    }
  }

  private static void fromPage(Layout letter, List<Found<String>> out) {
    for (Map.Entry<String, String> field : letter.pageFields().entrySet()) {
      String value = Tight.bare(field.getValue());
      if (PAGE_AGENCY.contains(field.getKey()) && AgencyNames.isAgencyLine(value)) {
        out.add(Found.of(value, "page", new Span(0, 0), 0.7));
      }
    }
  }

  /** The first candidate, or a longer form of the same name. */
  private static @Nullable Found<String> fullest(List<Found<String>> candidates) {
    if (candidates.isEmpty()) {
      return null;
    }
    Found<String> best = candidates.getFirst();
    for (Found<String> candidate : candidates) {
      String name = candidate.value();
      boolean longer = name.length() > best.value().length() && name.length() <= LONGEST;
      if (longer && isLongerForm(name, best.value())) {
        best = candidate;
      }
    }
    return best;
  }

  private static boolean isLongerForm(String name, String shorter) {
    String core = AgencyNames.withoutLevel(shorter);
    return name.endsWith(core)
        || (core.length() >= 3 && name.contains(core.substring(0, core.length() - 1)));
  }

  /** Bodies named as having handled the paper too; not those merely mentioned. */
  static List<Found<String>> readOthers(Layout letter, @Nullable Found<String> agency) {
    List<Found<String>> found = new ArrayList<>();
    for (Line line : letter.lines) {
      Matcher matcher = line.tight().matcher(CO_LABELLED);
      if (line.length() < 140 && matcher.find()) {
        split(letter, line.tight(), matcher, found);
      }
    }
    letter.form.find(FORM_CO_LABEL).ifPresent(value -> splitAll(letter, value.tight(), found));
    fromOpening(letter, found);
    fromSignatures(letter, agency, found);
    Map<String, Found<String>> distinct = new LinkedHashMap<>();
    found.stream()
        .filter(each -> agency == null || !agency.value().endsWith(each.value()))
        .forEach(each -> distinct.putIfAbsent(each.value(), each));
    return List.copyOf(distinct.values());
  }

  private static void fromOpening(Layout letter, List<Found<String>> found) {
    for (Line line : letter.body().stream().limit(2).toList()) {
      Tight beginning = line.tight().to(Math.min(260, line.length()));
      Matcher matcher = beginning.matcher(JOINTLY);
      while (matcher.find()) {
        Tight rest = beginning.from(matcher.end());
        Matcher end = rest.matcher(LIST_END);
        splitAll(
            letter,
            end.find() ? rest.to(end.start()) : rest.to(Math.min(60, rest.text().length())),
            found);
      }
    }
  }

  /** Further names that sign. */
  private static void fromSignatures(
      Layout letter, @Nullable Found<String> agency, List<Found<String>> found) {
    List<Found<String>> signatures = new ArrayList<>();
    letter.tail().forEach(line -> addSignature(letter, line, signatures));
    for (Found<String> each : signatures) {
      if (agency != null
          && !isLongerForm(agency.value(), each.value())
          && !isLongerForm(each.value(), agency.value())) {
        found.add(each);
      }
    }
  }

  private static void splitAll(Layout letter, Tight list, List<Found<String>> found) {
    Matcher all = list.matcher(ALL);
    if (all.find()) {
      split(letter, list, all, found);
    }
  }

  private static void split(Layout letter, Tight line, Matcher matcher, List<Found<String>> found) {
    int from = matcher.start(1);
    Matcher separator = SPLIT.within(line.text(), from, matcher.end(1));
    separator.useTransparentBounds(true);
    while (separator.find()) {
      addBody(letter, line, from, separator.start(), found);
      from = separator.end();
    }
    addBody(letter, line, from, matcher.end(1), found);
  }

  private static void addBody(
      Layout letter, Tight line, int from, int to, List<Found<String>> found) {
    if (to <= from) {
      return;
    }
    String name = AND_OTHERS.replaceAll(line.text().substring(from, to), "");
    if (BODY_NAME.is(name) && name.length() <= 30 && !NO_NAME.in(name)) {
      Span span = line.span(from, from + name.length());
      found.add(Found.of(letter.compact(span), "co-handling", span, 0.85));
    }
  }
}
