package org.dafu.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.dafu.extract.Gazetteer.Mention;
import org.dafu.extract.Gazetteer.Place;
import org.dafu.read.Wording;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/**
 * Where a letter was written. Places are looked for where a letter names its own: in the agency's
 * name, the letterhead, the session, the form, the page around it, and only then in what the text
 * says of itself. A place that cannot be decided is null.
 */
final class PlaceReader {
  private static final Set<String> PAGE_FIELDS =
      Set.of("发布机构", "公布机构", "发文机关", "发布单位", "信息来源", "来源", "文章来源", "标题", "信息名称", "网站");
  private static final Wording QUOTE = Wording.of("[《“\"]");

  /** A text in which the letter's own place may be named. */
  private record Witness(String rule, Tight tight, double confidence) {}

  private static final Wording NATIONAL =
      Wording.of("^(?:中华人民共和国|国家|教育部|民政部|财政部|公安部|[\\u4e00-\\u9fa5]{2,10}部$)");
  private static final Wording OWN_POLICY =
      Wording.of("《([\\u4e00-\\u9fa5]{2,12}?(?:省|自治区|市|自治州|州|盟|地区|县|自治县|区|旗))");

  /** A place must begin so many titles of policies, and two thirds of them, before it is ours. */
  private static final int FEWEST_MENTIONS = 2;

  private final Gazetteer gazetteer;

  PlaceReader(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * The place of the letter.
   *
   * @param agency the issuing body, if known
   * @param session the session's text, if known
   */
  Optional<Found<Place>> read(
      Layout letter, @Nullable Found<String> agency, @Nullable Found<Tight> session) {
    if (agency != null && NATIONAL.in(agency.value())) {
      return Optional.empty();
    }
    Found<Place> best = null;
    for (Witness witness : witnesses(letter, agency, session)) {
      Place known = best == null ? null : best.value();
      Found<Place> found = ask(witness, known).orElse(null);
      if (found != null && (known == null || narrows(known, found.value(), agency))) {
        best = found;
      }
    }
    return best != null ? Optional.of(best) : fromOwnWords(letter);
  }

  private static boolean narrows(Place known, Place place, @Nullable Found<String> agency) {
    return known.holds(place) && !place.equals(known) && isOwn(agency, place);
  }

  /**
   * A narrower place counts only if the agency is of that level: a city's bureau stays the city's.
   */
  private static boolean isOwn(@Nullable Found<String> agency, Place narrower) {
    if (agency == null) {
      return false;
    }
    String name = agency.value();
    boolean county = narrower.county() != null;
    return (county && (name.startsWith("县") || name.startsWith("区") || name.startsWith("旗")))
        || (narrower.narrowest() != null && name.contains(narrower.narrowest().name()));
  }

  private List<Witness> witnesses(
      Layout letter, @Nullable Found<String> agency, @Nullable Found<Tight> session) {
    List<Witness> witnesses = new ArrayList<>();
    if (agency != null) {
      Span span = new Span(agency.evidence().start(), agency.evidence().end());
      witnesses.add(new Witness("agency", tight(letter, span), 0.98));
    }
    for (Line line : letter.head()) {
      if (AgencyNames.isAgencyLine(line.text())) {
        witnesses.add(new Witness("letterhead", line.tight(), 0.97));
      }
    }
    if (session != null) {
      witnesses.add(new Witness("session", session.value(), 0.95));
    }
    letter
        .title()
        .ifPresent(title -> witnesses.add(new Witness("title", beforeQuote(title), 0.93)));
    for (Line line : letter.tail()) {
      if (AgencyNames.isAgencyLine(line.text())) {
        witnesses.add(new Witness("sign-off", line.tight(), 0.95));
      }
    }
    letter.form.rows().stream()
        .flatMap(List::stream)
        .filter(cell -> cell.text().length() < 40 && AgencyNames.isAgencyLine(cell.text()))
        .forEach(cell -> witnesses.add(new Witness("form", cell.tight(), 0.9)));
    for (Line line : letter.head()) {
      witnesses.add(new Witness("head", beforeQuote(line.tight()), 0.85));
    }
    addPageFields(letter, witnesses);
    return witnesses;
  }

  private static void addPageFields(Layout letter, List<Witness> witnesses) {
    for (Map.Entry<String, String> field : letter.pageFields().entrySet()) {
      if (PAGE_FIELDS.contains(field.getKey())) {
        Tight value = Tight.of(field.getValue(), 0, field.getValue().length());
        witnesses.add(new Witness("page", value, 0.8));
      }
    }
  }

  private static Tight tight(Layout letter, Span span) {
    return letter.tight(span.start(), span.end());
  }

  /** What a title says before it quotes the proposal: the proposal may speak of other places. */
  private static Tight beforeQuote(Tight title) {
    Matcher quote = title.matcher(QUOTE);
    return quote.find() ? title.to(quote.start()) : title;
  }

  private Optional<Found<Place>> ask(Witness witness, @Nullable Place known) {
    String text = witness.tight().text();
    List<Mention> chain = firstChain(text);
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    Span span = witness.tight().span(chain.getFirst().start(), chain.getLast().end());
    boolean page = witness.rule().equals("page");
    Span place = page ? new Span(0, 0) : span;
    return gazetteer
        .resolve(chain, known)
        .map(found -> Found.of(found, witness.rule(), place, witness.confidence()));
  }

  /**
   * The first full names that follow one another directly; a short name only where a body's name
   * begins with it.
   */
  private List<Mention> firstChain(String text) {
    List<Mention> chain = new ArrayList<>();
    for (int i = 0; i < text.length() - 1; ) {
      Mention mention = gazetteer.at(text, i, i == 0);
      if (mention != null && (mention.full() || isShortOfBody(text, mention))) {
        chain.add(mention);
        i = mention.end();
      } else if (chain.isEmpty()) {
        i++;
      } else {
        return chain;
      }
    }
    return chain;
  }

  private static boolean isShortOfBody(String text, Mention mention) {
    return AgencyNames.isAgencyLine(text)
        && mention.end() - mention.start() >= 2
        && text.length() > mention.end() + 2;
  }

  /**
   * Titles of a letter's own policies begin with its place: the name that begins most of them, if
   * one clearly does.
   */
  private Optional<Found<Place>> fromOwnWords(Layout letter) {
    Tight body = letter.tight(0, letter.folded.length());
    Matcher matcher = body.matcher(OWN_POLICY);
    List<Found<Place>> places = new ArrayList<>();
    while (matcher.find()) {
      Mention mention = gazetteer.at(matcher.group(1), 0, false);
      if (mention != null) {
        Span span = body.span(matcher, 1);
        gazetteer
            .resolve(List.of(mention), null)
            .ifPresent(place -> places.add(Found.of(place, "own-policies", span, 0.6)));
      }
    }
    Map<Place, Integer> mentions = new HashMap<>();
    places.forEach(each -> mentions.merge(each.value(), 1, Integer::sum));
    for (Found<Place> found : places) {
      long same = mentions.getOrDefault(found.value(), 0);
      if (same >= FEWEST_MENTIONS && same * 3 >= places.size() * 2L) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
