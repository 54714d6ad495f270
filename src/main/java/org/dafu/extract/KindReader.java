package org.dafu.extract;

import java.util.List;
import java.util.Optional;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.dafu.reply.Kind;
import org.dafu.reply.ReplyType;
import org.jspecify.annotations.Nullable;

/**
 * Tells proposals (提案) from suggestions (建议). Order of trust: 政协 or 人大 in session or title, then 委员
 * or 代表 in the salutation, then what the letter calls the paper: many proposals have a title that
 * ends in 建议.
 */
final class KindReader {
  private static final Wording BILL_TITLE = Wording.of("号(?:代表)?议案的?(?:办理|答复|回复|复函)");
  private static final Wording CONFERENCE_FORM = Wording.of("政协.*(?:提案|委员).*(?:表|单)$");
  private static final Wording CONGRESS_FORM = Wording.of("(?:人大|代表).*建议.*(?:表|单)$");
  private static final Wording PAPER_LABEL = Wording.of("^(提案|建议|议案)(?:编?号|标题|题目|名称|者|人)");

  private static final Wording QUOTE = Wording.of("[《“]");
  private static final Wording PAPER = Wording.of("提案|建议|议案");
  private static final Wording CONFERENCE = Wording.of("政协|政治协商|协商会议");
  private static final Wording CONGRESS = Wording.of("人大(?!附)|人民代表大会");
  private static final Wording NAMED =
      Wording.of("号[\"”》)）]*(?:的)?(提案|建议|议案)|^(?:关于)?对?(提案|建议|议案)第");
  private static final Wording MEMBERS =
      Wording.of("委员(?:们)?$|委员会$|政协|民盟|民建|民革|民进|农工|致公|九三|台盟|工商联");
  private static final Wording DEPUTIES = Wording.of("代表(?:们)?$|代表团$");

  private static final Wording CO_OPINION = Wording.of("(?:会办|协办|分办)(?:意见|情况|函|的?函|答复)");

  /** 现提出协办意见如下 */
  private static final Wording CO_OPINION_FOLLOWS =
      Wording.of(
          "(?:提出|将|就|我[局委办厅院]|^|[,。;])(?:会办|协办|分办)意见(?:函告|函复|回复|反馈|答复|报告)?(?:给你|给贵)?[^,。]{0,4}如下|提出(?:如下|以下)(?:会办|协办|分办)意见");

  private static final Wording FOLLOW_UP =
      Wording.of("续办|续复|跟踪办理|后续办理|承诺(?:事项)?(?:落实|办理)情况|(?:B|C)类.{0,8}(?:回头看|复办)");

  /** In the opening it takes more than in the title. */
  private static final Wording FOLLOWS_UP =
      Wording.of("(?:续复|续办(?:情况)?)[^,。]{0,6}如下|承诺(?:事项)?(?:落实|办理)情况");

  private static final int LONGEST_FORM_TITLE = 80;

  private KindReader() {}

  static Optional<Found<Kind>> read(Layout letter, SessionReader.@Nullable Read session) {
    if (session != null) {
      Optional<Found<Kind>> bySession = byBody(session.stretch(), "session", 0.98);
      if (bySession.isPresent()) {
        return bySession.map(found -> bill(letter, found));
      }
    }
    Optional<Tight> title = letter.title();
    Optional<Found<Kind>> byTitle = title.flatMap(line -> byBody(beforeQuote(line), "title", 0.95));
    return byTitle
        .map(found -> bill(letter, found))
        .or(() -> byForm(letter))
        .or(() -> bySalutation(letter))
        .or(() -> byOpening(letter))
        .or(() -> byRegister(letter))
        .or(() -> title.flatMap(line -> byName(line, "title", 0.85)))
        .or(() -> letter.openingStretch().flatMap(line -> byName(line, "opening", 0.7)));
  }

  static Optional<Found<ReplyType>> readType(Layout letter) {
    Tight title = letter.title().orElse(null);
    Tight opening = letter.openingStretch().orElse(null);
    return said(title, CO_OPINION, ReplyType.CO_OPINION, "title", 0.97)
        .or(() -> said(title, FOLLOW_UP, ReplyType.FOLLOW_UP, "title", 0.95))
        .or(() -> said(opening, CO_OPINION_FOLLOWS, ReplyType.CO_OPINION, "opening", 0.9))
        .or(() -> said(opening, FOLLOWS_UP, ReplyType.FOLLOW_UP, "opening", 0.85))
        .or(() -> plain(title, "title", 0.95))
        .or(() -> plain(opening, "opening", 0.85))
        .or(() -> ofRegister(letter));
  }

  private static Optional<Found<ReplyType>> said(
      @Nullable Tight place, Wording wording, ReplyType type, String rule, double confidence) {
    if (place == null) {
      return Optional.empty();
    }
    Hits hits = place.matcher(wording);
    return hits.find()
        ? Optional.of(Found.of(type, rule, place.span(hits, 0), confidence))
        : Optional.empty();
  }

  private static Optional<Found<ReplyType>> plain(
      @Nullable Tight place, String rule, double confidence) {
    return place == null
        ? Optional.empty()
        : Optional.of(Found.of(ReplyType.REPLY, rule, place.span(0, place.length()), confidence));
  }

  private static Optional<Found<ReplyType>> ofRegister(Layout letter) {
    return letter.registerAnswer < 0
        ? Optional.empty()
        : Optional.of(
            Found.of(ReplyType.REPLY, "form", letter.lines.get(letter.registerAnswer).span(), 0.8));
  }

  private static Tight beforeQuote(Tight title) {
    Hits quote = title.matcher(QUOTE);
    return quote.find() && quote.start() > 4 ? title.to(quote.start()) : title;
  }

  private static Optional<Found<Kind>> byBody(Tight place, String rule, double confidence) {
    Hits conference = place.matcher(CONFERENCE);
    Hits congress = place.matcher(CONGRESS);
    boolean member = conference.find();
    boolean deputy = congress.find();
    if (member == deputy) {
      return Optional.empty();
    }
    return Optional.of(
        member
            ? Found.of(Kind.PROPOSAL, rule, place.span(conference, 0), confidence)
            : Found.of(Kind.SUGGESTION, rule, place.span(congress, 0), confidence));
  }

  /** A congress' paper that the title line itself numbers as 议案 is a bill. */
  private static Found<Kind> bill(Layout letter, Found<Kind> found) {
    if (found.value() != Kind.SUGGESTION) {
      return found;
    }
    Optional<Tight> title = letter.title();
    boolean numberedAsBill = title.isPresent() && title.get().contains(BILL_TITLE);
    return numberedAsBill ? found.with(Kind.BILL) : found;
  }

  private static Optional<Found<Kind>> byForm(Layout letter) {
    for (Line line : letter.head()) {
      boolean formTitle = line.length() <= LONGEST_FORM_TITLE;
      if (formTitle && line.tight().contains(CONFERENCE_FORM)) {
        return Optional.of(Found.of(Kind.PROPOSAL, "form", line.span(), 0.9));
      }
      if (formTitle && line.tight().contains(CONGRESS_FORM)) {
        return Optional.of(Found.of(Kind.SUGGESTION, "form", line.span(), 0.9));
      }
    }
    return Optional.empty();
  }

  /** What the labels of a register call the paper and who offered it: 提案者, 建议编号. */
  private static Optional<Found<Kind>> byRegister(Layout letter) {
    if (letter.registerAnswer < 0) {
      return Optional.empty();
    }
    for (Line line : letter.head()) {
      Optional<Found<Kind>> kind = byLabel(line.tight());
      if (kind.isPresent()) {
        return kind;
      }
    }
    return letter.form.rows().stream()
        .flatMap(List::stream)
        .flatMap(cell -> byLabel(cell.tight()).stream())
        .findFirst();
  }

  private static Optional<Found<Kind>> byLabel(Tight label) {
    Hits paper = label.matcher(PAPER_LABEL);
    return paper.find()
        ? Optional.of(Found.of(kindOf(paper.group(1)), "form", label.span(paper, 1), 0.8))
        : Optional.empty();
  }

  private static Optional<Found<Kind>> bySalutation(Layout letter) {
    Line line = letter.salutationLine();
    if (line == null) {
      return Optional.empty();
    }
    int colon = line.text().indexOf(':');
    Tight names = colon > 0 ? line.tight().to(colon) : line.tight();
    Hits deputies = names.matcher(DEPUTIES);
    Hits members = names.matcher(MEMBERS);
    if (deputies.find()) {
      return Optional.of(Found.of(Kind.SUGGESTION, "salutation", line.span(), 0.9));
    }
    return members.find()
        ? Optional.of(Found.of(Kind.PROPOSAL, "salutation", line.span(), 0.9))
        : Optional.empty();
  }

  private static Optional<Found<Kind>> byOpening(Layout letter) {
    return letter.openingStretch().flatMap(line -> byBody(line.beginning(60), "opening", 0.85));
  }

  private static Optional<Found<Kind>> byName(Tight line, String rule, double confidence) {
    Hits named = line.matcher(NAMED);
    if (!named.find()) {
      Hits loose = line.matcher(PAPER);
      return loose.find()
          ? Optional.of(
              Found.of(kindOf(loose.group()), rule, line.span(loose, 0), confidence - 0.1))
          : Optional.empty();
    }
    int group = named.group(1) != null ? 1 : 2;
    return Optional.of(
        Found.of(kindOf(named.group(group)), rule, line.span(named, group), confidence));
  }

  private static Kind kindOf(String word) {
    return switch (word) {
      case "提案" -> Kind.PROPOSAL;
      case "议案" -> Kind.BILL;
      default -> Kind.SUGGESTION;
    };
  }
}
