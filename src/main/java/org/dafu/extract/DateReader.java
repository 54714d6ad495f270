package org.dafu.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.dafu.reply.Meeting;
import org.dafu.reply.Span;
import org.dafu.reply.YearBasis;
import org.jspecify.annotations.Nullable;

/** Reads the sign-off date, the web page's date, and the year with what it is based on. */
final class DateReader {
  private static final Wording AHEAD = Wording.of("^年?(?:底前|年底前|年前|前|起|将|力争|计划|拟)");

  /** Before a date in a line of its own there may be the agency's name; behind it a bracket. */
  private static final Wording ALONE =
      Wording.of(
          "^[(]?(?:[\\u4e00-\\u9fa5·()]{0,40}?(?:"
              + AgencyNames.LAST_UNIT
              + "|章\\)))?(?:日期|时间|发文日期|成文日期|答复日期|办复日期|办理日期)?[:]?D[)]?$");

  private static final Wording YEAR =
      Wording.of(
          "(?<!\\d)((?:19|20)\\d{2})(?=年|-20\\d{2}年|[-—~至]\\d{4}年|[./-]\\d{1,2}[./-]\\d{1,2})|([二一][〇○零][〇○零一二三][〇○零一二三四五六七八九])年");
  private static final Wording FUTURE =
      Wording.of("到$|(?<!截)至$|力争$|预计$|计划$|[-—~]$|拟于$|将于$|目标$|争取$|“$|确保$|—$|前$|规划\\($");

  /** What pages call the day they were published, most telling first. */
  private static final List<String> WEB_FIELDS =
      List.of(
          "发布日期", "发布时间", "公布日期", "公布时间", "公开日期", "公开时间", "信息时间", "上传时间", "录入时间", "编辑日期", "编辑时间",
          "更新时间", "日期", "时间");

  /** What pages and forms call the day the letter was written. */
  private static final List<String> OWN_FIELDS =
      List.of(
          "成文日期", "成文时间", "生成日期", "印发日期", "印发时间", "发文日期", "发文时间", "答复日期", "答复时间", "办复日期", "办复时间",
          "办结日期", "办结时间");

  private static final Wording FORM_LABEL = Wording.of("^(?:" + String.join("|", OWN_FIELDS) + ")");

  private static final int LONGEST_DATE = 12;

  /** Where a date should be: 二〇二一年七月, or a day that there is not. */
  private static final Wording NO_DAY =
      Wording.of(
          "(?<=^|"
              + AgencyNames.LAST_UNIT
              + ")(20\\d{2}|二[〇○零][〇○零一二三四][〇○零一二三四五六七八九])年[\\d元一二三四五六七八九十廿卅月日号]{0,8}$");

  private static final int LONGEST_SIGNATURE = 50;

  private DateReader() {}

  /** The date at the end of the letter, or under its title. */
  static Optional<Found<LocalDate>> read(Layout letter) {
    List<Line> tail = letter.tail();
    for (int i = tail.size() - 1; i >= 0; i--) {
      Optional<Found<LocalDate>> date = alone(tail.get(i), "sign-off", 0.97);
      if (date.isEmpty() && i > 0) {
        date = broken(letter, letter.bodyEnd + i - 1);
      }
      if (date.isPresent()) {
        return date;
      }
    }
    List<Line> body = letter.body();
    for (int i = body.size() - 1; i >= Math.max(0, body.size() - 3); i--) {
      Optional<Found<LocalDate>> date = alone(body.get(i), "sign-off", 0.9);
      if (date.isPresent()) {
        return date;
      }
    }
    Optional<Found<LocalDate>> signed = inSignedTable(letter);
    if (signed.isPresent()) {
      return signed;
    }
    for (Line line : letter.head()) {
      Optional<Found<LocalDate>> date = alone(line, "head", 0.85);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  /** A date that goes on in the next line: 2021年7 / 月28日. */
  private static Optional<Found<LocalDate>> broken(Layout letter, int line) {
    Tight both = letter.stretch(line, line + 1);
    Hits date = both.matcher(Dates.FULL);
    boolean wrapped =
        both.length() <= LONGEST_DATE
            && date.matches()
            && !letter.lines.get(line).tight().contains(Dates.FULL);
    return wrapped
        ? Dates.last(both)
            .map(each -> Found.of(each.date(), "sign-off-wrapped", both.span(date, 0), 0.9))
        : Optional.empty();
  }

  /** Agencies that sign side by side do so in a table, each with the date below its name. */
  private static Optional<Found<LocalDate>> inSignedTable(Layout letter) {
    for (List<Form.Value> row : letter.form.rows()) {
      Tight first = row.getFirst().tight();
      Hits date = first.matcher(Dates.FULL);
      if (row.stream().allMatch(cell -> Dates.FULL.is(cell.text())) && date.matches()) {
        return Dates.last(first)
            .map(each -> Found.of(each.date(), "sign-off", row.getFirst().span(), 0.9));
      }
    }
    return Optional.empty();
  }

  /** Whether a line is a date, at most with the agency's name before it. */
  static boolean isDateAlone(Line line) {
    return alone(line, "sign-off", 1).isPresent();
  }

  /** Whether a line is a date, or the year and month of one. */
  static boolean isDateOrMonth(Line line) {
    return isDateAlone(line)
        || (line.length() <= LONGEST_DATE && line.tight().matcher(NO_DAY).lookingAt());
  }

  private static Optional<Found<LocalDate>> alone(Line line, String rule, double confidence) {
    String text = line.text();
    if (text.length() > 60) {
      return Optional.empty();
    }
    Optional<Dates.Dated> dated = line.lastDate();
    if (dated.isPresent()) {
      Dates.Dated found = dated.get();
      String around = text.substring(0, found.start()) + "D" + text.substring(found.end());
      return ALONE.is(around)
          ? Optional.of(
              Found.of(
                  found.date(), rule, line.tight().span(found.start(), found.end()), confidence))
          : Optional.empty();
    }
    Hits run = line.tight().matcher(Dates.RUN_TOGETHER);
    if (run.find()
        && ALONE
            .matcher(text.substring(0, run.start()) + "D" + text.substring(run.end()))
            .matches()) {
      return Dates.runTogether(run.group(1), run.group(2))
          .map(date -> Found.of(date, rule + "-run-together", line.tight().span(run, 0), 0.8));
    }
    return Optional.empty();
  }

  /**
   * The date on which the page says it was published; a 发文日期 only where the letter has a date of
   * its own, for it may be either.
   */
  static @Nullable LocalDate webDate(Layout letter) {
    LocalDate published = field(letter, WEB_FIELDS);
    return published == null && read(letter).isPresent()
        ? field(letter, List.of("发文日期", "发文时间"))
        : published;
  }

  /**
   * The date on which the page, or the form around it, says the letter was written; only for want
   * of one in the letter.
   */
  static Optional<Found<LocalDate>> statedDate(Layout letter) {
    LocalDate date = field(letter, OWN_FIELDS);
    return date == null
        ? letter.form.find(FORM_LABEL).flatMap(DateReader::inForm)
        : Optional.of(Found.of(date, "page", new Span(0, 0), 0.8));
  }

  private static Optional<Found<LocalDate>> inForm(Form.Value value) {
    return Dates.last(value.tight())
        .filter(date -> date.start() == 0 && !AHEAD.in(value.text().substring(date.end())))
        .map(date -> Found.of(date.date(), "form", value.span(), 0.85));
  }

  private static @Nullable LocalDate field(Layout letter, List<String> labels) {
    for (String label : labels) {
      String value = letter.pageFields().get(label);
      Hits date = value == null ? null : Dates.FULL.matcher(Tight.bare(value));
      LocalDate found =
          date != null && date.find()
              ? Dates.date(date.group(1), date.group(2), date.group(3))
              : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /**
   * The year, by the first of date, 文号, meeting form, latest year of the text and web date that
   * there is.
   */
  static @Nullable Found<Integer> year(
      Layout letter,
      @Nullable Found<LocalDate> date,
      @Nullable Found<String> docNumber,
      @Nullable Meeting meeting) {
    if (date != null) {
      return date.with(date.value().getYear());
    }
    if (docNumber != null) {
      return docNumber.with(DocNumberReader.year(docNumber.value()));
    }
    LocalDate met = meeting == null ? null : meeting.date();
    if (met != null) {
      return Found.of(met.getYear(), "meeting", new Span(0, 0), 0.9);
    }
    LocalDate web = webDate(letter);
    Found<Integer> signed = signedYear(letter);
    Found<Integer> stated = signed == null ? latestYear(letter, web) : signed;
    return stated != null || web == null
        ? stated
        : Found.of(web.getYear(), "web", new Span(0, 0), 0.7);
  }

  /** What {@link #year} was based on. */
  static @Nullable YearBasis basis(
      @Nullable Found<Integer> year,
      @Nullable Found<LocalDate> date,
      @Nullable Found<String> docNumber,
      @Nullable Meeting meeting) {
    if (year == null) {
      return null;
    }
    if (date != null) {
      return YearBasis.DATE;
    }
    if (docNumber != null) {
      return YearBasis.DOC_NUMBER;
    }
    if (meeting != null && meeting.date() != null) {
      return YearBasis.MEETING;
    }
    return year.evidence().rule().equals("web") ? YearBasis.WEB : YearBasis.TEXT;
  }

  /** The year of a sign-off that names no day. */
  private static @Nullable Found<Integer> signedYear(Layout letter) {
    for (Line line : letter.tail()) {
      Hits matcher = line.tight().matcher(NO_DAY);
      Integer year =
          line.length() <= LONGEST_SIGNATURE && matcher.find()
              ? ChineseNumbers.parse(matcher.group(1))
              : null;
      if (year != null) {
        return Found.of(year, "sign-off-year", line.tight().span(matcher, 1), 0.85);
      }
    }
    return null;
  }

  /**
   * The latest year that the answer speaks of as its present or past; years it looks ahead to
   * (到2025年, 2021—2025年) and years after the page was published do not count.
   */
  private static @Nullable Found<Integer> latestYear(Layout letter, @Nullable LocalDate web) {
    Found<Integer> latest = null;
    for (Line line :
        letter.lines.subList(
            Math.min(Math.max(letter.salutation, 0), letter.lines.size()), letter.lines.size())) {
      Hits matcher = line.tight().matcher(YEAR);
      while (matcher.find()) {
        Integer year =
            matcher.group(1) != null
                ? Integer.valueOf(matcher.group(1))
                : ChineseNumbers.parse(matcher.group(2));
        String before = line.text().substring(Math.max(0, matcher.start() - 3), matcher.start());
        String after =
            line.text().substring(matcher.end(), Math.min(line.length(), matcher.end() + 6));
        // a year in the title of a plan says how long that plan runs
        boolean ahead =
            FUTURE.in(before) || AHEAD.in(after) || TitleMarks.stand(line.text(), matcher.start());
        boolean afterPage = web != null && year != null && year > web.getYear();
        if (year != null
            && year >= 1980
            && !ahead
            && !afterPage
            && (latest == null || year > latest.value())) {
          latest = Found.of(year, "latest-year", line.tight().span(matcher, 0), 0.7);
        }
      }
    }
    return latest;
  }
}
