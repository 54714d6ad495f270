package org.dafu.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dafu.reply.Disclosure;
import org.dafu.reply.Kind;
import org.dafu.reply.Outcome;
import org.dafu.reply.Policy;
import org.dafu.reply.PolicyRole;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Section;
import org.dafu.reply.Session;
import org.dafu.reply.Sha256;
import org.dafu.reply.Source;
import org.dafu.reply.Span;
import org.dafu.reply.YearBasis;
import org.dafu.search.FileRecord;
import org.jspecify.annotations.Nullable;

/** Makes letters for tests: only what a test says is there, everything else is unknown. */
public final class LetterMaker {
  /** The corpus folder that all made letters come from. */
  public static final String CORPUS = "/letters";

  private final String name;
  private final StringBuilder text = new StringBuilder();
  private final List<Section> sections = new ArrayList<>();
  private final Set<String> measures = new LinkedHashSet<>();
  private final List<ProposalNumber> numbers = new ArrayList<>();
  private final List<String> titles = new ArrayList<>();
  private final List<Policy> policies = new ArrayList<>();
  private final List<String> addressees = new ArrayList<>();
  private @Nullable String province;
  private @Nullable String city;
  private @Nullable String agency;
  private @Nullable Integer year;
  private @Nullable LocalDate date;
  private @Nullable String docNumber;
  private @Nullable String classification;
  private @Nullable Outcome outcome;
  private @Nullable Disclosure disclosure;
  private @Nullable Kind kind;
  private @Nullable Session session;

  private LetterMaker(String name) {
    this.name = name;
  }

  /** A letter in the file of this name, which also decides its id. */
  public static LetterMaker letter(String name) {
    return new LetterMaker(name);
  }

  /** More text, outside of any section. */
  public LetterMaker text(String more) {
    text.append(more);
    return this;
  }

  /** A section of the top level. */
  public LetterMaker section(
      String label, @Nullable String heading, String body, String... measureCodes) {
    int start = text.length();
    text.append(label).append(heading == null ? "" : heading).append('\n').append(body);
    Span span = new Span(start, text.length());
    text.append('\n');
    measures.addAll(List.of(measureCodes));
    sections.add(
        new Section(
            label,
            heading,
            1,
            body,
            span,
            List.of(measureCodes),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
    return this;
  }

  public LetterMaker place(String itsProvince, String itsCity) {
    province = itsProvince;
    city = itsCity;
    return this;
  }

  public LetterMaker agency(String name) {
    agency = name;
    return this;
  }

  public LetterMaker number(String printed) {
    numbers.add(ProposalNumber.of(printed));
    return this;
  }

  public LetterMaker title(String title) {
    titles.add(title);
    return this;
  }

  public LetterMaker policy(String title) {
    policies.add(new Policy(title, null, PolicyRole.CITED));
    return this;
  }

  public LetterMaker addressee(String name) {
    addressees.add(name);
    return this;
  }

  public LetterMaker year(int itsYear) {
    year = itsYear;
    return this;
  }

  public LetterMaker date(LocalDate day) {
    date = day;
    year = day.getYear();
    return this;
  }

  public LetterMaker docNumber(String number) {
    docNumber = number;
    return this;
  }

  public LetterMaker classification(String printed) {
    classification = printed;
    return this;
  }

  public LetterMaker outcome(Outcome told) {
    outcome = told;
    return this;
  }

  public LetterMaker disclosure(Disclosure told) {
    disclosure = told;
    return this;
  }

  public LetterMaker kind(Kind told) {
    kind = told;
    return this;
  }

  public LetterMaker session(String printed) {
    session = new Session(printed, null, null);
    return this;
  }

  /** The letter. */
  public Reply make() {
    return new Reply(
        id(),
        true,
        kind,
        null,
        province,
        city,
        null,
        null,
        agency,
        List.of(),
        session,
        numbers,
        titles,
        year,
        year == null ? null : YearBasis.TEXT,
        date,
        null,
        docNumber,
        null,
        classification,
        outcome,
        disclosure,
        addressees,
        null,
        null,
        List.of(),
        List.of(),
        null,
        sections,
        List.copyOf(measures),
        List.of(),
        List.of(),
        policies,
        List.of(),
        text.toString(),
        Map.of(),
        List.of(),
        new Source(name, Sha256.of(name), "text/plain", "UTF-8"));
  }

  /** The id that the letter has. */
  public ReplyId id() {
    return ReplyId.ofSha256(Sha256.of(name));
  }

  /** The record of the letter's file. */
  public FileRecord file() {
    return file(name);
  }

  /** The record of a file of this name whose letters are in the index. */
  public static FileRecord file(String name) {
    return new FileRecord(CORPUS, name, 1, 2, Sha256.of(name), FileRecord.State.INDEXED, null);
  }
}
