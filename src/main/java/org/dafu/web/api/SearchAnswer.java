package org.dafu.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dafu.reply.Disclosure;
import org.dafu.reply.Kind;
import org.dafu.reply.Outcome;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyType;
import org.dafu.search.Facet;
import org.dafu.search.FilterValue;
import org.dafu.search.Hit;
import org.dafu.search.QueryWarning;
import org.dafu.search.Recognised;
import org.dafu.search.SearchHelp;
import org.dafu.search.SearchResponse;
import org.dafu.search.Snippet;
import org.dafu.web.ask.Links;
import org.dafu.web.ask.Question;
import org.dafu.web.ask.Surface;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /replies} and {@code GET /sections}.
 *
 * @param total hits of all pages
 * @param tookMs milliseconds in the engine
 * @param query what was understood
 * @param hits of this page
 * @param facets by the names asked for, in the order asked for
 * @param next cursor of the next page; null after the last
 * @param help what to try where nothing is found; null and absent otherwise
 */
public record SearchAnswer(
    long total,
    long tookMs,
    Understood query,
    List<HitAnswer> hits,
    Map<String, FacetAnswer> facets,
    @Nullable String next,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable HelpAnswer help) {
  /** The query as understood, what was taken otherwise than typed, and what it names. */
  public record Understood(
      String understood, List<QueryWarning> warnings, List<RecognisedAnswer> recognised) {
    static Understood of(Question question, SearchResponse response) {
      return new Understood(
          response.understood(),
          response.warnings(),
          response.recognised().stream().map(name -> RecognisedAnswer.of(question, name)).toList());
    }
  }

  /**
   * A piece of the query that names something.
   *
   * @param text as typed
   * @param value the full name or normal form
   * @param filterUrl the search narrowed to it; null where no filter says it or it is chosen
   */
  public record RecognisedAnswer(
      String type, String text, String value, @Nullable String filterUrl) {
    static RecognisedAnswer of(Question question, Recognised name) {
      String url = question.narrowedTo(name).map(Links::url).orElse(null);
      return new RecognisedAnswer(name.type().code(), name.text(), name.value(), url);
    }
  }

  /**
   * One facet.
   *
   * @param values listed ones
   * @param missing hits without a value
   * @param more values that are not listed
   */
  public record FacetAnswer(List<FacetValue> values, long missing, long more) {}

  /**
   * One value of a facet.
   *
   * @param url the search with this value added, or taken away where it is selected
   */
  public record FacetValue(String value, String label, long count, boolean selected, String url) {}

  /**
   * A passage.
   *
   * @param start its place in the letter's text, UTF-16 units; -1 for a title
   * @param marks pairs of start and end in {@code text}, UTF-16 units
   */
  public record SnippetAnswer(
      String field, @Nullable String section, String text, int start, List<List<Integer>> marks) {}

  /** A section that matches; {@code index} counts all sections of the letter in reading order. */
  public record SectionAnswer(int index, String label, @Nullable String heading, double score) {}

  /**
   * A hit.
   *
   * @param passage of a section search, the section itself; null and absent for letters
   * @param url the letter as JSON
   */
  public record HitAnswer(
      String id,
      String title,
      @Nullable String province,
      @Nullable String city,
      @Nullable String county,
      @Nullable String agency,
      @Nullable Integer year,
      @Nullable LocalDate date,
      @Nullable Kind kind,
      @Nullable ReplyType replyType,
      List<ProposalNumber> numbers,
      @Nullable String docNumber,
      @Nullable String classification,
      @Nullable Outcome outcome,
      @Nullable Disclosure disclosure,
      double score,
      List<String> measures,
      List<SnippetAnswer> snippets,
      List<SectionAnswer> sections,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Passage passage,
      String url) {}

  /** The answer to this question. */
  public static SearchAnswer of(
      Question question, SearchResponse response, Optional<SearchHelp> help) {
    boolean passages = question.surface() == Surface.SECTIONS;
    return new SearchAnswer(
        response.total(),
        response.tookMillis(),
        Understood.of(question, response),
        response.hits().stream().map(hit -> hit(hit, passages)).toList(),
        facets(question, response.facets()),
        response.next(),
        help.map(each -> HelpAnswer.of(question, each)).orElse(null));
  }

  static Map<String, FacetAnswer> facets(Question question, List<Facet> facets) {
    Map<String, FacetAnswer> byName = new LinkedHashMap<>();
    for (Facet facet : facets) {
      List<FacetValue> values =
          facet.values().stream()
              .map(
                  value ->
                      new FacetValue(
                          value.value(),
                          value.label(),
                          value.count(),
                          value.selected(),
                          Links.url(
                              question.toggled(
                                  facet.field(), new FilterValue.Exact(value.value())))))
              .toList();
      byName.put(facet.field().parameter(), new FacetAnswer(values, facet.missing(), facet.more()));
    }
    return byName;
  }

  static HitAnswer hit(Hit hit, boolean passages) {
    Reply reply = hit.reply();
    return new HitAnswer(
        reply.id().value(),
        reply.displayTitle(),
        reply.province(),
        reply.city(),
        reply.county(),
        reply.agency(),
        reply.year(),
        reply.date(),
        reply.kind(),
        reply.replyType(),
        reply.numbers(),
        reply.docNumber(),
        reply.classification(),
        reply.outcome(),
        reply.disclosure(),
        hit.score(),
        reply.measures(),
        hit.snippets().stream().map(SearchAnswer::snippet).toList(),
        hit.sections().stream().map(SearchAnswer::section).toList(),
        passages ? Passage.of(hit) : null,
        Links.json(reply.id()));
  }

  static SnippetAnswer snippet(Snippet snippet) {
    return new SnippetAnswer(
        snippet.field(),
        snippet.section(),
        snippet.text(),
        snippet.start(),
        snippet.marks().stream().map(mark -> List.of(mark.start(), mark.end())).toList());
  }

  private static SectionAnswer section(Hit.SectionHit section) {
    return new SectionAnswer(section.index(), section.label(), section.heading(), section.score());
  }
}
