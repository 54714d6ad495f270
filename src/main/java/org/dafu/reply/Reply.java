package org.dafu.reply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A reply letter (答复): what was read out of one, each field with its evidence.
 *
 * <p>A field that was not found is null or empty, never a guess.
 *
 * @param id see {@link ReplyId}
 * @param isReply false for a look-alike; {@code warnings} says why
 * @param kind proposal or suggestion
 * @param replyType which step of handling
 * @param province official full name (GB/T 2260)
 * @param city official full name of the prefecture, or of the municipality (直辖市)
 * @param county official full name of county, district or county-level city
 * @param divisionCode six digits of the narrowest of the three
 * @param agency the issuing body (承办单位) in its fullest printed form
 * @param coAgencies bodies that handled it too (会办, 协办)
 * @param session of the conference or congress
 * @param numbers one for each proposal answered
 * @param titles the proposals' titles, without 《》
 * @param year of the letter
 * @param yearBasis what the year was read from
 * @param date of the sign-off
 * @param webDate of the web page
 * @param docNumber 文号, normalised to 〔〕
 * @param handlingRole 主办, 会办 and so on, as printed
 * @param classification as printed, normalised: A to D, or words
 * @param outcome only if the letter or a configured scheme gives it
 * @param disclosure who may read it
 * @param addressees names in the salutation
 * @param signer 签发人
 * @param responsible the leader in charge, as {@code name (role)}
 * @param contacts handlers, without their telephone numbers
 * @param cc who gets a copy (抄送)
 * @param meeting of the form 面商记录表
 * @param sections top level in order
 * @param measures union over the sections
 * @param instruments union over the sections
 * @param status union over the sections
 * @param policies documents named, variants merged
 * @param figures numbers stated
 * @param text the whole cleaned letter, telephone numbers masked; every span counts its UTF-16
 *     units
 * @param evidence by field name
 * @param warnings in the order they arose
 * @param source the file
 */
public record Reply(
    ReplyId id,
    boolean isReply,
    @Nullable Kind kind,
    @Nullable ReplyType replyType,
    @Nullable String province,
    @Nullable String city,
    @Nullable String county,
    @Nullable String divisionCode,
    @Nullable String agency,
    List<String> coAgencies,
    @Nullable Session session,
    List<ProposalNumber> numbers,
    List<String> titles,
    @Nullable Integer year,
    @Nullable YearBasis yearBasis,
    @Nullable LocalDate date,
    @Nullable LocalDate webDate,
    @Nullable String docNumber,
    @Nullable String handlingRole,
    @Nullable String classification,
    @Nullable Outcome outcome,
    @Nullable Disclosure disclosure,
    List<String> addressees,
    @Nullable String signer,
    @Nullable String responsible,
    List<Contact> contacts,
    List<String> cc,
    @Nullable Meeting meeting,
    List<Section> sections,
    List<String> measures,
    List<String> instruments,
    List<String> status,
    List<Policy> policies,
    List<Figure> figures,
    String text,
    Map<String, Evidence> evidence,
    List<Warning> warnings,
    Source source) {
  public Reply {
    coAgencies = List.copyOf(coAgencies);
    numbers = List.copyOf(numbers);
    titles = List.copyOf(titles);
    addressees = List.copyOf(addressees);
    contacts = List.copyOf(contacts);
    cc = List.copyOf(cc);
    sections = List.copyOf(sections);
    measures = List.copyOf(measures);
    instruments = List.copyOf(instruments);
    status = List.copyOf(status);
    policies = List.copyOf(policies);
    figures = List.copyOf(figures);
    evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
    warnings = List.copyOf(warnings);
  }

  /** Sections of every level in reading order, parents before children. */
  public List<Section> allSections() {
    List<Section> all = new ArrayList<>();
    sections.forEach(section -> addWithChildren(section, all));
    return List.copyOf(all);
  }

  private static void addWithChildren(Section section, List<Section> into) {
    into.add(section);
    section.children().forEach(child -> addWithChildren(child, into));
  }

  /**
   * A title to show in a list: the proposals' titles, else who answered which number, else the
   * file's name.
   *
   * @return never empty
   */
  public String displayTitle() {
    if (!titles.isEmpty()) {
      return String.join("；", titles);
    }
    String numbered =
        numbers.isEmpty()
            ? ""
            : "第" + String.join("、", numbers.stream().map(ProposalNumber::text).toList()) + "号";
    String about = (session == null ? "" : session.text()) + numbered;
    if (!about.isEmpty()) {
      return (agency == null ? "" : agency)
          + "对"
          + about
          + (kind == null ? "" : kind.label())
          + "的答复";
    }
    return agency == null ? source.path() : agency + "的答复";
  }
}
