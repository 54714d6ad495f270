package org.dafu.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dafu.extract.Division.Level;
import org.dafu.extract.Gazetteer.Mention;
import org.dafu.extract.Gazetteer.Place;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/**
 * Where a letter was written. Places are looked for where a letter names its own: in the agency's
 * name, the letterhead, the session, the form, the page around it, and only then in what the text
 * says of itself. A place that cannot be decided is null.
 */
final class PlaceReader {
  private static final List<String> PAGE_FIELDS =
      List.of("发文机关", "发布机构", "公布机构", "发布单位", "公开主体", "信息来源", "来源", "文章来源", "标题", "信息名称", "网站");

  /** What names of sites put before the place: 中国·晋城. */
  private static final Wording SITE_LEAD = Wording.of("^中国[·•-]?");

  /** What follows the short name of a place in the name of its site. */
  private static final Wording SITE_NAME =
      Wording.of("^(?:市|县|区)?(?:人民)?(?:政府|政务|门户|党政|公众|信息|网)|^$");

  private static final Wording BRANCH = Wording.of("^(?:市|县)?(?:供电|分公司|分行|中心支行|支行|分局)");
  private static final Wording QUOTE = Wording.of("[《“\"]");

  /**
   * A text in which the letter's own place may be named.
   *
   * @param chain the names of places that count in it, one within another
   */
  private record Witness(String rule, Tight tight, List<Mention> chain, double confidence) {}

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
   * @param docNumber the letter's 文号, if known
   */
  Optional<Found<Place>> read(
      Layout letter,
      @Nullable Found<String> agency,
      @Nullable Found<Tight> session,
      @Nullable Found<String> docNumber) {
    if (agency != null
        && NATIONAL.in(agency.value())
        && firstChain(Tight.bare(agency.value())).isEmpty()) {
      return Optional.empty();
    }
    List<Witness> witnesses = witnesses(letter, agency, session);
    Found<Place> best = hear(witnesses, agency);
    if (best == null) {
      best = beside(letter, witnesses).orElse(null);
    }
    if (best == null) {
      best = fromOwnWords(letter).orElse(null);
      best = best == null ? null : retold(witnesses, best);
    }
    return best != null ? Optional.of(best) : fromDocNumber(letter, docNumber);
  }

  /**
   * What the witnesses say one after the other. Those before the first that decides anything are
   * heard again: 鼓楼区 alone is any of four, beside 徐州市 it is one.
   */
  private @Nullable Found<Place> hear(List<Witness> witnesses, @Nullable Found<String> agency) {
    Found<Place> best = null;
    for (Witness witness : witnesses) {
      Found<Place> found = ask(witness, best == null ? null : best.value()).orElse(null);
      if (found == null) {
        continue;
      }
      if (best == null) {
        best = retold(witnesses.subList(0, witnesses.indexOf(witness)), found);
      } else if (narrows(best.value(), found.value(), agency)) {
        best = found;
      }
    }
    return best;
  }

  /**
   * An ambiguous county decided by a place named among those who get a copy; that alone is not the
   * letter's place.
   */
  private Optional<Found<Place>> beside(Layout letter, List<Witness> undecided) {
    for (Line line : letter.tail()) {
      Optional<Found<Place>> named =
          ask(new Witness("copies", line.tight(), firstChain(line.text()), 0.7), null);
      Found<Place> told = named.map(place -> retold(undecided, place)).orElse(null);
      if (told != null && !told.value().equals(named.get().value())) {
        return Optional.of(told);
      }
    }
    return Optional.empty();
  }

  /** The narrower place that an undecided witness names, now that its surroundings are known. */
  private Found<Place> retold(List<Witness> undecided, Found<Place> known) {
    for (Witness witness : undecided) {
      Optional<Found<Place>> found = ask(witness, known.value());
      if (found.isPresent()
          && known.value().holds(found.get().value())
          && !found.get().value().equals(known.value())) {
        return found.get();
      }
    }
    return known;
  }

  /**
   * By what the 文号 begins with, for want of anything else: the name of a place, or its
   * abbreviation. Of several places with one abbreviation it is the one that the letter names.
   */
  private Optional<Found<Place>> fromDocNumber(Layout letter, @Nullable Found<String> docNumber) {
    if (docNumber == null) {
      return Optional.empty();
    }
    Mention mention = gazetteer.at(docNumber.value(), 0, true);
    List<Division> divisions =
        mention != null ? mention.divisions() : gazetteer.ofDocNumber(docNumber.value());
    List<Division> named =
        divisions.stream().filter(each -> Gazetteer.isNamed(each, letter.folded)).toList();
    List<Division> likely = divisions.size() > 1 ? named : divisions;
    return likely.size() == 1
        ? Optional.of(new Found<>(gazetteer.placeOf(likely.getFirst()), docNumber.evidence()))
        : Optional.empty();
  }

  private static boolean narrows(Place known, Place place, @Nullable Found<String> agency) {
    return known.holds(place) && !place.equals(known) && isOwn(agency, known, place);
  }

  /**
   * A narrower place counts only if the agency is of that level: a city's bureau stays the city's.
   */
  private static boolean isOwn(@Nullable Found<String> agency, Place known, Place narrower) {
    if (agency == null) {
      return false;
    }
    String name = agency.value();
    boolean county = narrower.county() != null;
    return (county && (name.startsWith("县") || name.startsWith("区") || name.startsWith("旗")))
        || (known.narrowest() != null
            && narrower.narrowest() != null
            && names(name, known.narrowest().name(), narrower.narrowest().name()));
  }

  /**
   * Whether a body's name has that of a place in it, perhaps without its level: 江苏大丰…保护区管理处. 长沙市民政局
   * does not name 长沙县, nor 济南市中级人民法院 市中区.
   *
   * @param outer the place around it
   */
  private static boolean names(String body, String outer, String place) {
    String shortName = place.substring(0, place.length() - 1);
    return body.contains(place)
        || (shortName.length() >= 2
            && !outer.startsWith(shortName)
            && body.replace(outer, "").contains(shortName));
  }

  private List<Witness> witnesses(
      Layout letter, @Nullable Found<String> agency, @Nullable Found<Tight> session) {
    Map<String, List<Mention>> chains = new HashMap<>(); // many texts stand there several times
    List<Witness> witnesses = new ArrayList<>();
    if (agency != null) {
      Span span = new Span(agency.evidence().start(), agency.evidence().end());
      witnesses.add(witness("agency", tight(letter, span), 0.98, chains));
    }
    for (Line line : letter.head()) {
      if (line.isAgency()) {
        witnesses.add(witness("letterhead", line.tight(), 0.97, chains));
      }
    }
    if (session != null) {
      witnesses.add(witness("session", session.value(), 0.95, chains));
    }
    letter
        .title()
        .ifPresent(title -> witnesses.add(witness("title", beforeQuote(title), 0.93, chains)));
    for (Line line : letter.tail()) {
      if (line.isAgency()) {
        witnesses.add(witness("sign-off", line.tight(), 0.95, chains));
      }
    }
    letter.form.rows().stream()
        .flatMap(List::stream)
        .filter(cell -> cell.text().length() < 40 && AgencyNames.isAgencyLine(cell.text()))
        .forEach(cell -> witnesses.add(witness("form", cell.tight(), 0.9, chains)));
    for (Line line : letter.head()) {
      witnesses.add(witness("head", beforeQuote(line.tight()), 0.85, chains));
    }
    addPageFields(letter, witnesses, chains);
    return witnesses;
  }

  private void addPageFields(
      Layout letter, List<Witness> witnesses, Map<String, List<Mention>> chains) {
    for (String label : PAGE_FIELDS) {
      String value = letter.pageFields().get(label);
      if (value != null) {
        witnesses.add(witness("page", Tight.of(value, 0, value.length()), 0.8, chains));
      }
    }
  }

  private static Tight tight(Layout letter, Span span) {
    return letter.tight(span.start(), span.end());
  }

  /** What a title says before it quotes the proposal: the proposal may speak of other places. */
  private static Tight beforeQuote(Tight title) {
    Hits quote = title.matcher(QUOTE);
    return quote.find() ? title.to(quote.start()) : title;
  }

  private Witness witness(
      String rule, Tight tight, double confidence, Map<String, List<Mention>> chains) {
    List<Mention> chain = chains.computeIfAbsent(tight.text(), this::firstChain);
    boolean site = chain.isEmpty() && rule.equals("page");
    return new Witness(rule, tight, site ? site(tight.text()) : chain, confidence);
  }

  private Optional<Found<Place>> ask(Witness witness, @Nullable Place known) {
    List<Mention> chain = witness.chain();
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    Span span = witness.tight().span(chain.getFirst().start(), chain.getLast().end());
    boolean page = witness.rule().equals("page");
    Span place = page ? new Span(0, 0) : span;
    return gazetteer
        .resolve(ofLevel(witness.tight().text(), chain), known)
        .map(found -> Found.of(found, witness.rule(), place, witness.confidence()));
  }

  /** A 厅 is a province's: 吉林省, not 吉林市. */
  private static List<Mention> ofLevel(String text, List<Mention> chain) {
    Mention first = chain.getFirst();
    List<Division> provinces =
        first.divisions().stream().filter(each -> each.level() == Level.PROVINCE).toList();
    boolean department = text.endsWith("厅") && chain.size() == 1 && !provinces.isEmpty();
    return department
        ? List.of(new Mention(first.start(), first.end(), provinces, first.full()))
        : chain;
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
        return withBranch(text, chain);
      }
    }
    return chain;
  }

  /** 国网河北省电力有限公司邯郸供电分公司: the place of a branch, by its short name. */
  private List<Mention> withBranch(String text, List<Mention> chain) {
    if (!AgencyNames.isAgencyLine(text)) {
      return chain;
    }
    for (int i = chain.getLast().end(); i < text.length() - 1; i++) {
      Mention mention = gazetteer.at(text, i, true);
      if (mention != null && BRANCH.in(text.substring(mention.end()))) {
        List<Mention> longer = new ArrayList<>(chain);
        longer.add(mention);
        Optional<Place> outer = gazetteer.resolve(chain, null);
        Optional<Place> inner = gazetteer.resolve(longer, null);
        return outer.isPresent() && inner.isPresent() && outer.get().holds(inner.get())
            ? longer
            : chain;
      }
    }
    return chain;
  }

  /** 晋城政府网, 中国·晋城: the short name of the place a site is of. */
  private List<Mention> site(String name) {
    String bare = SITE_LEAD.replaceAll(name, "");
    Mention mention = gazetteer.at(bare, 0, true);
    boolean site = mention != null && SITE_NAME.in(bare.substring(mention.end()));
    return site ? List.of(mention) : List.of();
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
    Hits matcher = body.matcher(OWN_POLICY);
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
      int same = mentions.getOrDefault(found.value(), 0);
      if (same >= FEWEST_MENTIONS && same * 3L >= places.size() * 2L) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
