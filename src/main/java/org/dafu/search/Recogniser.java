package org.dafu.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in a typed query what it names: numbers, sessions, places, years, agencies and members. A
 * name is a run of whole words, so that 南平 is not found in 南平台, and places and members are only
 * those of letters that are held. In a pasted text nothing is looked for: it names many things in
 * passing.
 */
public final class Recogniser {
  // 咸宁市 / 人民政府 / 办公室 is three words; no name that people type has more than this.
  private static final int MAX_WORDS = 6;

  private static final int MAX_TYPED_CODE_POINTS = 60;

  /** What nobody types but as a number of a proposal: DH271, D-013, 15-4-083, 068, 20230158. */
  private static final Pattern BARE_NUMBER =
      Pattern.compile(
          "[a-z]{1,4}-?[0-9]{1,12}|(?:[0-9]{1,4}-){1,3}[0-9]{1,12}|0[0-9]{1,11}|[0-9]{6,12}");

  // Looked for in what was typed: a letter alone is no word that a segmenter keeps.
  private static final Pattern CLASS =
      Pattern.compile("(?<![A-Za-z0-9])[A-Da-d]类|(?<!\\p{IsHan})[甲乙丙丁]类");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,30}");
  private static final Pattern AGENCY =
      Pattern.compile("\\p{IsHan}{2,20}(?:局|厅|委员会|[^党政人常]委|办公室|管委会|公安部|民政部|财政部)");

  /** 空间布局, 老年餐厅 and 业主委员会 end as agencies do. */
  private static final Pattern NO_AGENCY =
      Pattern.compile(".*(?:[布格全大结当僵残变开定时困破]局|[大餐客展门影乐舞歌]厅" + "|(?:业主|居民|村民|家长|业|居|村|家)委(?:员会)?)");

  /** The same bureau of more places than this is no value to narrow by. */
  private static final int MAX_AGENCIES = 10;

  private static final Pattern PLACE = Pattern.compile("\\p{IsHan}{0,15}[省市县区州盟旗]|国家|省级|市级|县级");
  private static final Pattern MEMBER = Pattern.compile("(\\p{IsHan}{2,4})(?:委员|代表)");

  private static final List<Recognised.Type> PLACES =
      List.of(Recognised.Type.CITY, Recognised.Type.PROVINCE, Recognised.Type.COUNTY);

  private final Vocabulary vocabulary;
  private final HeldNames held;
  private final Function<String, List<String>> cut;
  private final List<Recognised> found = new ArrayList<>();

  private Recogniser(Vocabulary vocabulary, HeldNames held, Function<String, List<String>> cut) {
    this.vocabulary = vocabulary;
    this.held = held;
    this.cut = cut;
  }

  /**
   * What the query names, in its order, each once.
   *
   * @param cut cuts a run of words into words, in folded characters
   */
  public static List<Recognised> recognised(
      QueryNode node, Vocabulary vocabulary, HeldNames held, Function<String, List<String>> cut) {
    Recogniser recogniser = new Recogniser(vocabulary, held, cut);
    recogniser.look(node);
    return recogniser.found.stream().distinct().toList();
  }

  private void look(QueryNode node) {
    switch (node) {
      case QueryNode.Words(String text) -> words(text);
      case QueryNode.Numbered(String text, long value) -> number(text);
      case QueryNode.DocNumbered(String text) -> docNumber(text);
      case QueryNode.Years years -> found.add(named(years.value(), years));
      case QueryNode.AllOf(List<QueryNode> parts) -> parts.forEach(this::look);
      case QueryNode.AnyOf(List<QueryNode> parts) -> parts.forEach(this::look);
      case QueryNode.Phrase phrase -> {}
      case QueryNode.InField inField -> {}
      case QueryNode.Not not -> {}
      case QueryNode.All all -> {}
    }
  }

  private void number(String text) {
    String value = TypedNumbers.proposal(text);
    found.add(new Recognised(Recognised.Type.NUMBER, text, value, List.of(value)));
  }

  /** A 文号 in part is a text to look for, but no value that a letter has. */
  private void docNumber(String text) {
    boolean whole = held.holds(FilterField.DOC_NUMBER, text);
    found.add(
        new Recognised(Recognised.Type.DOC_NUMBER, text, text, whole ? List.of(text) : List.of()));
  }

  private void words(String text) {
    if (text.codePointCount(0, text.length()) > MAX_TYPED_CODE_POINTS) {
      return;
    }
    session(text);
    bareNumber(text);
    classLetter(text);
    Optional<QueryNode.Years> years = TypedYears.range(text);
    years.ifPresent(range -> found.add(named(range.text(), range)));
    List<String> words = cut.apply(text);
    for (int from = 0; from < words.size(); ) {
      from = longestName(words, from, years.isPresent());
    }
  }

  /** Without 第 and 号 it is a number only if a letter has it: G20 and 5G are words. */
  private void bareNumber(String text) {
    String typed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    if (BARE_NUMBER.matcher(typed).matches() && held.holds(FilterField.NUMBER, typed)) {
      number(typed);
    }
  }

  /**
   * Where the longest name ends that begins with this word; after the word if none does.
   *
   * @param inRange whether its years are the ends of a range, and none is named for itself
   */
  private int longestName(List<String> words, int from, boolean inRange) {
    for (int to = Math.min(words.size(), from + MAX_WORDS); to > from; to--) {
      String name = String.join("", words.subList(from, to));
      boolean alone = from == 0 && to == words.size();
      Optional<Recognised> named = inRange ? Optional.empty() : year(name);
      named = named.or(() -> classWords(name)).or(() -> place(name));
      named = named.or(() -> agency(name)).or(() -> member(name, alone));
      if (named.isPresent()) {
        found.add(named.get());
        return to;
      }
    }
    return from + 1;
  }

  private void session(String text) {
    Optional<SessionName> asked = SessionName.in(text);
    if (asked.isEmpty()) {
      return;
    }
    SessionName name = asked.get();
    List<String> same =
        held.sessions().stream()
            .filter(printed -> SessionName.in(printed).filter(name::isSameAs).isPresent())
            .toList();
    String typed = text.substring(name.start(), name.end());
    String value = name.term() + "届" + name.meeting() + "次";
    found.add(new Recognised(Recognised.Type.SESSION, typed, value, same));
  }

  private static Optional<Recognised> year(String name) {
    return TypedYears.year(name)
        .map(year -> new Recognised(Recognised.Type.YEAR, name, year, List.of(year)));
  }

  private static Recognised named(String typed, QueryNode.Years years) {
    List<String> filter = List.of(years.filter().text());
    return new Recognised(Recognised.Type.YEAR, typed, years.value(), filter);
  }

  private void classLetter(String text) {
    Matcher typed = CLASS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
    if (typed.find()) {
      String name = typed.group().toLowerCase(Locale.ROOT);
      classification(name, name.substring(0, 1).toUpperCase(Locale.ROOT)).ifPresent(found::add);
    }
  }

  /** The words of those places that print words instead of letters: 解决采纳. */
  private Optional<Recognised> classWords(String name) {
    boolean listed = name.length() > 1 && vocabulary.values(FilterField.CLASS).contains(name);
    return listed ? classification(name, name) : Optional.empty();
  }

  private Optional<Recognised> classification(String typed, String value) {
    return held.holds(FilterField.CLASS, value)
        ? Optional.of(new Recognised(Recognised.Type.CLASS, typed, value, List.of(value)))
        : Optional.empty();
  }

  private Optional<Recognised> place(String name) {
    if (!HAN.matcher(name).matches()) {
      return Optional.empty();
    }
    return PLACES.stream().flatMap(type -> place(type, name).stream()).findFirst();
  }

  private Optional<Recognised> place(Recognised.Type type, String name) {
    return type.filter()
        .flatMap(
            field -> vocabulary.canonical(field, name).filter(value -> held.holds(field, value)))
        .map(full -> new Recognised(type, name, full, List.of(full)));
  }

  /** A name that letters have, one that is listed, or what is called like an agency. */
  private Optional<Recognised> agency(String name) {
    Optional<HeldNames.Agency> listed = held.agency(name);
    List<String> forms = listed.map(HeldNames.Agency::forms).orElse(List.of(name));
    List<String> whole =
        forms.stream().filter(form -> held.holds(FilterField.AGENCY, form)).toList();
    if (!whole.isEmpty()) {
      return Optional.of(new Recognised(Recognised.Type.AGENCY, name, name, whole));
    }
    boolean named = listed.isPresent() ? isOfPlace(listed.get().before()) : isLikeAgency(name);
    return named
        ? Optional.of(
            new Recognised(Recognised.Type.AGENCY, name, name, held.agencies(forms, MAX_AGENCIES)))
        : Optional.empty();
  }

  private static boolean isLikeAgency(String name) {
    return AGENCY.matcher(name).matches() && !NO_AGENCY.matcher(name).matches();
  }

  /** 市 and 咸宁 before 卫健委, but not 养老, which is another word. */
  private boolean isOfPlace(String before) {
    return before.isEmpty() || PLACE.matcher(before).matches() || place(before).isPresent();
  }

  /** A name alone may be a member's; within other words only what says so is one. */
  private Optional<Recognised> member(String name, boolean alone) {
    Matcher titled = MEMBER.matcher(name);
    if (titled.matches() && held.isMember(titled.group(1))) {
      return Optional.of(new Recognised(Recognised.Type.MEMBER, name, titled.group(1), List.of()));
    }
    return alone && HAN.matcher(name).matches() && held.isMember(name)
        ? Optional.of(new Recognised(Recognised.Type.MEMBER, name, name, List.of()))
        : Optional.empty();
  }
}
