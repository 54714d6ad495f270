package org.dafu.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.dafu.extract.Gazetteer.Place;
import org.dafu.read.Folding;
import org.dafu.read.ReadDocument;
import org.dafu.reply.Evidence;
import org.dafu.reply.Figure;
import org.dafu.reply.Kind;
import org.dafu.reply.Meeting;
import org.dafu.reply.Outcome;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Section;
import org.dafu.reply.SectionCue;
import org.dafu.reply.Span;
import org.dafu.reply.Warning;
import org.dafu.reply.YearBasis;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a letter out of a document. */
public final class ReplyExtractor {
  /** Share of codes that are right on letters that no cue was written from. */
  private static final double CUE_CONFIDENCE = 0.7;

  private final Folding folding;
  private final PlaceReader places;
  private final ClassReader classes = new ClassReader();
  private final OutcomeReader outcomes;
  private final SectionCoder coder;

  /** An extractor with these lists; safe for use by many threads. */
  public ReplyExtractor(ExtractSettings settings) {
    this.folding = new Folding(settings.variants());
    this.places = new PlaceReader(new Gazetteer(settings.divisions()));
    this.outcomes = new OutcomeReader(settings.classSchemes());
    this.coder = new SectionCoder(settings.taxonomy(), folding);
  }

  /**
   * The letter; {@code isReply} is false, with a warning that says why, where the document is a
   * look-alike.
   */
  public Reply extract(ReadDocument document) {
    return new Draft(new Layout(document, folding)).reply();
  }

  /** One letter being read: each field as found, or absent. */
  private final class Draft {
    private final Layout letter;
    private final List<Warning> warnings = new ArrayList<>();
    private final Map<String, Evidence> evidence = new TreeMap<>();
    private final SessionReader.@Nullable Read session;
    private final @Nullable Found<Kind> kind;
    private final List<Found<ProposalNumber>> numbers;
    private final @Nullable Found<String> agency;
    private final @Nullable Found<Place> place;
    private final @Nullable Found<String> docNumber;
    private final @Nullable Found<LocalDate> date;
    private final @Nullable Found<Meeting> meeting;
    private final @Nullable Found<Integer> year;

    Draft(Layout letter) {
      this.letter = letter;
      warnings.addAll(letter.document.warnings());
      session = new SessionReader().read(letter).orElse(null);
      kind = KindReader.read(letter, session).orElse(null);
      numbers = new NumberReader().read(letter);
      agency = AgencyReader.read(letter);
      docNumber = DocNumberReader.read(letter).orElse(null);
      place = places.read(letter, agency, sessionPlace(), docNumber).orElse(null);
      date = DateReader.read(letter).or(() -> DateReader.statedDate(letter)).orElse(null);
      meeting = MeetingReader.read(letter).orElse(null);
      Meeting met = meeting == null ? null : meeting.value();
      year = DateReader.year(letter, date, docNumber, met);
    }

    private @Nullable Found<Tight> sessionPlace() {
      return session == null ? null : Found.of(session.stretch(), "session", session.span(), 0.95);
    }

    Reply reply() {
      Optional<Warning> objection = LookAlikes.objection(letter, value(kind), numbers);
      objection.ifPresent(warnings::add);
      boolean own = objection.isEmpty(); // what a look-alike says of papers is not its own
      List<Found<String>> titles = own ? new TitleReader().read(letter) : List.of();
      Place where = value(place);
      Found<ClassReader.Printed> classed = own ? classes.read(letter, warnings).orElse(null) : null;
      Meeting met = value(meeting);
      SignOffReader signOff = new SignOffReader(letter);
      PolicyReader policyReader = new PolicyReader(letter, values(titles), value(year));
      List<PolicyReader.Named> policies = policyReader.readAll();
      List<SectionReader.Draft> drafts = own ? new SectionReader().read(letter) : List.of();
      List<Figure> figures = FigureReader.read(letter, ownYear(met), drafts);
      List<Section> sections = sections(drafts, titles, policies, figures);
      noteEvidence(titles, classed, own);
      noteSections(sections);
      return new Reply(
          ReplyId.ofSha256(letter.document.source().sha256()),
          own,
          own ? value(kind) : null,
          own ? value(note("replyType", KindReader.readType(letter))) : null,
          where == null || where.province() == null ? null : where.province().name(),
          where == null || where.prefecture() == null ? null : where.prefecture().name(),
          where == null || where.county() == null ? null : where.county().name(),
          where == null ? null : where.code(),
          value(agency),
          own ? values(note("coAgencies", CoAgencyReader.read(letter, agency))) : List.of(),
          session == null || !own ? null : session.session(),
          own ? values(numbers) : List.of(),
          values(titles),
          value(year),
          DateReader.basis(year, date, docNumber, met),
          value(date),
          DateReader.webDate(letter),
          value(docNumber),
          own ? handlingRole() : null,
          classed == null ? null : classed.value().value(),
          outcome(classed, where),
          own ? value(note("disclosure", DisclosureReader.read(letter))) : null,
          own ? values(note("addressees", new SalutationReader().read(letter))) : List.of(),
          own ? value(note("signer", signOff.signer())) : null,
          own ? value(note("responsible", signOff.responsible())) : null,
          own ? values(note("contacts", signOff.contacts())) : List.of(),
          SignOffReader.cc(letter),
          own ? met : null,
          sections,
          union(sections, Section::measures),
          union(sections, Section::instruments),
          union(sections, Section::status),
          PolicyReader.merged(policies),
          figures,
          letter.text,
          evidence,
          warnings,
          letter.document.source());
    }

    private @Nullable String handlingRole() {
      Optional<Found<String>> byNumber =
          docNumber == null ? Optional.empty() : DocNumberReader.role(docNumber);
      return value(note("handlingRole", byNumber.or(() -> RoleReader.read(letter, agency))));
    }

    private @Nullable Outcome outcome(
        @Nullable Found<ClassReader.Printed> classed, @Nullable Place where) {
      return classed == null
          ? null
          : outcomes.read(
              letter, classed.value(), where == null ? null : where.code(), value(kind));
    }

    /**
     * The year the letter was written in, by which 今年 is told; null if only its text hints at it.
     */
    private @Nullable Integer ownYear(@Nullable Meeting met) {
      return DateReader.basis(year, date, docNumber, met) == YearBasis.TEXT ? null : value(year);
    }

    private List<Section> sections(
        List<SectionReader.Draft> drafts,
        List<Found<String>> titles,
        List<PolicyReader.Named> policies,
        List<Figure> figures) {
      List<SectionCoder.Codes> codes =
          coder.code(
              titles.stream().map(this::stretch).toList(),
              agency == null ? null : stretch(agency),
              drafts.stream().map(this::part).toList());
      List<Section> sections = new ArrayList<>();
      for (int s = 0; s < drafts.size(); s++) {
        sections.add(section(drafts.get(s), codes.get(s), policies, figures));
      }
      return sections;
    }

    private Tight stretch(Found<String> found) {
      return letter.tight(found.evidence().start(), found.evidence().end());
    }

    private SectionCoder.Part part(SectionReader.Draft draft) {
      Span text = draft.textSpan();
      return new SectionCoder.Part(
          letter.tight(draft.span().start(), text.start()),
          letter.tight(text.start(), text.end()),
          draft.children().stream().map(this::part).toList());
    }

    private Section section(
        SectionReader.Draft draft,
        SectionCoder.Codes codes,
        List<PolicyReader.Named> policies,
        List<Figure> figures) {
      List<Section> children = new ArrayList<>();
      for (int c = 0; c < draft.children().size(); c++) {
        children.add(section(draft.children().get(c), codes.children().get(c), policies, figures));
      }
      return new Section(
          draft.label(),
          draft.heading(),
          draft.level(),
          draft.textSpan().of(letter.text).strip(),
          draft.span(),
          codes.measures(),
          codes.instruments(),
          codes.status(),
          within(draft.span(), figures, Figure::span),
          PolicyReader.merged(within(draft.span(), policies, PolicyReader.Named::span)),
          children,
          codes.cues());
    }

    private void noteEvidence(
        List<Found<String>> titles, @Nullable Found<ClassReader.Printed> classed, boolean own) {
      if (own) {
        note("kind", kind);
        note("numbers", numbers);
      }
      note("titles", titles);
      note("agency", agency);
      notePlace();
      note("docNumber", docNumber);
      note("date", date);
      note("year", year);
      note("meeting", meeting);
      note("classification", classed);
      if (session != null && own) {
        evidence.put(
            "session", new Evidence("session", session.span().start(), session.span().end(), 0.95));
      }
    }

    /** Sections by the first of them; each list of codes by the first cue that speaks for one. */
    private void noteSections(List<Section> sections) {
      if (!sections.isEmpty()) {
        Span first = sections.getFirst().span();
        evidence.put("sections", new Evidence("labels", first.start(), first.end(), 0.7));
      }
      noteCue("measures", sections, Section::measures);
      noteCue("instruments", sections, Section::instruments);
      noteCue("status", sections, Section::status);
    }

    private void noteCue(
        String field, List<Section> sections, Function<Section, List<String>> values) {
      for (Section section : sections) {
        for (SectionCue cue : section.cues()) {
          if (values.apply(section).contains(cue.code())) {
            evidence.put(
                field, new Evidence("cue:" + cue.cue(), cue.start(), cue.end(), CUE_CONFIDENCE));
            return;
          }
        }
      }
    }

    /** One reading gives all levels of the place. */
    private void notePlace() {
      if (place == null) {
        return;
      }
      Place where = place.value();
      note("divisionCode", place);
      note("province", where.province() == null ? null : place);
      note("city", where.prefecture() == null ? null : place);
      note("county", where.county() == null ? null : place);
    }

    private <T> @Nullable Found<T> note(String field, @Nullable Found<T> found) {
      if (found != null) {
        evidence.put(field, found.evidence());
      }
      return found;
    }

    private <T> @Nullable Found<T> note(String field, Optional<Found<T>> found) {
      return note(field, found.orElse(null));
    }

    private <T> List<Found<T>> note(String field, List<Found<T>> found) {
      if (!found.isEmpty()) {
        evidence.put(field, found.getFirst().evidence());
      }
      return found;
    }
  }

  /** Those that stand in this part of the letter, of a list in the letter's order. */
  private static <T> List<T> within(Span part, List<T> all, Function<T, Span> place) {
    int from = countBefore(part.start(), all, place);
    return all.subList(from, Math.max(from, countBefore(part.end(), all, place)));
  }

  /** How many begin before this unit of the letter. */
  private static <T> int countBefore(int unit, List<T> all, Function<T, Span> place) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place.apply(all.get(middle)).start() < unit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static <T> @Nullable T value(@Nullable Found<T> found) {
    return found == null ? null : found.value();
  }

  private static <T> List<T> values(List<Found<T>> found) {
    return found.stream().map(Found::value).toList();
  }

  private static List<String> union(List<Section> sections, Function<Section, List<String>> codes) {
    Set<String> union = new TreeSet<>();
    for (Section section : sections) {
      union.addAll(codes.apply(section));
      for (Section child : section.children()) {
        union.addAll(codes.apply(child));
      }
    }
    return List.copyOf(union);
  }
}
