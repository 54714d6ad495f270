package org.dafu.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Span;

/**
 * Reads the numbers of the answered proposals: from the title, else the form, else the lines of the
 * head, else the opening sentence. A number in a 文号 is none.
 */
final class NumberReader {
  private static final String TOKEN = "([A-Za-z]{0,4}[-－]?\\d{1,10}(?:-\\d{1,5})?)";

  /** 第068号, 第(27)号, 第〔36〕号, (83号), 12号提案; a lone 36号 only where nothing before it makes it a 文号. */
  private static final Wording NUMBER =
      Wording.of(
          "第[(〔\\[【﹝]?"
              + TOKEN
              + "[)〕\\]】﹞]?号|[(]"
              + TOKEN
              + "号?[)]号?(?=提案|建议|议案|的|$|[^\\d])|(?<![〕\\]】﹞)\\d}第])"
              + TOKEN
              + "号(?=提案|建议|议案|的答复|[、,和及])|(?<=会议|大会)"
              + TOKEN
              + "(?=提案|建议|议案)|(?<=会议|大会)(?:提案|建议|议案)[(]?"
              + TOKEN
              + "[)]?号?(?=的|答复|$)");

  /** A line of the head that names session and number, apart from the title. */
  private static final Wording SESSION_LINE =
      Wording.of("(?:会议|大会)(?:提案|建议|议案)?[(]?第[(〔\\[]?" + TOKEN + "[)〕\\]]?号[)]?(?:提案|建议|议案)?[)]?$");

  /** 第12、45、188号 */
  private static final Wording SHARED =
      Wording.of("第((?:[A-Za-z]{0,3}\\d{1,10}[、,和及]){1,200}[A-Za-z]{0,3}\\d{1,10})号");

  private static final Wording ANY_TOKEN = Wording.of(TOKEN);
  private static final Wording CODE = Wording.of("[A-Za-z]{0,4}-?\\d{1,10}");
  private static final Wording FORM_LABEL = Wording.of("(?:提案|建议|议案)?(?:编号|案号|号)|(?:提案|建议|议案)编号");
  private static final Wording LABELLED =
      Wording.of(
          "^(?:(?:提案|建议|议案|案|编)[\\u4e00-\\u9fa5]{0,4}(?:编?号)|编号)[:]?(?:第)?[(]?"
              + TOKEN
              + "[)]?(?:号)?$");
  private static final Wording BARE_LINE =
      Wording.of("^[(]?(?:第)?[(〔\\[]?" + TOKEN + "[)〕\\]]?号[)]?$|^(?:提案|建议|议案)第?" + TOKEN + "号?$");

  /** Where no title was found: a line of the head that names proposal and number. */
  private static final Wording OF_PROPOSAL =
      Wording.of("第[(〔\\[]?" + TOKEN + "[)〕\\]]?号[)]?(?:提案|建议|议案)");

  /** 第六十八号提案 */
  private static final Wording IN_WORDS =
      Wording.of("第[(〔\\[]?([一二三四五六七八九十百零〇○]{1,7})[)〕\\]]?号(?=[)]?(?:提案|建议|议案|的))");

  private static final Wording DOC_NUMBER = Wording.of("[〔\\[【﹝(〈]\\d{4}[〕\\]】﹞)〉]?第?\\d{1,5}号");
  private static final Wording AFTER_TOPIC = Wording.of("收悉|现答复|答复如下|函复|办理");

  List<Found<ProposalNumber>> read(Layout letter) {
    List<Found<ProposalNumber>> found = new ArrayList<>();
    letter.title().ifPresent(title -> found.addAll(all(letter, title, "title", 0.98)));
    if (found.isEmpty()) {
      fromForm(letter, found);
    }
    for (Line line : letter.head()) {
      if (found.isEmpty()) {
        fromHeadLine(letter, line, found);
      }
    }
    if (found.isEmpty()) {
      letter
          .openingStretch()
          .ifPresent(opening -> found.addAll(all(letter, upToTopic(opening), "opening", 0.9)));
    }
    if (found.isEmpty()) {
      letter.title().flatMap(title -> inWords(letter, title)).ifPresent(found::add);
    }
    return distinct(found);
  }

  private static Optional<Found<ProposalNumber>> inWords(Layout letter, Tight title) {
    Hits matcher = title.matcher(IN_WORDS);
    if (!matcher.find() || TitleMarks.stand(title.text(), matcher.start())) {
      return Optional.empty();
    }
    Integer value = ChineseNumbers.parse(matcher.group(1));
    Span span = title.span(matcher, 1);
    Long number = value == null ? null : Long.valueOf(value);
    return Optional.of(
        Found.of(new ProposalNumber(letter.compact(span), number), "title-words", span, 0.9));
  }

  private static Tight upToTopic(Tight opening) {
    Hits end = opening.matcher(AFTER_TOPIC);
    return end.find() ? opening.to(end.start()) : opening.beginning(200);
  }

  private static void fromForm(Layout letter, List<Found<ProposalNumber>> found) {
    letter
        .form
        .find(FORM_LABEL)
        .ifPresent(
            value -> {
              List<Found<ProposalNumber>> numbers = all(letter, value.tight(), "form", 0.95);
              if (numbers.isEmpty() && CODE.is(value.text())) {
                numbers = List.of(number(letter, value.span(), "form", 0.9));
              }
              found.addAll(numbers);
            });
  }

  private static void fromHeadLine(Layout letter, Line line, List<Found<ProposalNumber>> found) {
    for (Wording pattern : List.of(LABELLED, BARE_LINE, SESSION_LINE, OF_PROPOSAL)) {
      Hits matcher = line.tight().matcher(pattern);
      if (found.isEmpty() && matcher.find()) {
        found.add(number(letter, group(line.tight(), matcher), "head", 0.85));
      }
    }
  }

  /** All numbers in a stretch that are not part of a 文号. */
  private static List<Found<ProposalNumber>> all(
      Layout letter, Tight place, String rule, double confidence) {
    List<Span> docNumbers = docNumbers(place);
    List<Found<ProposalNumber>> found = new ArrayList<>();
    Hits shared = place.matcher(SHARED);
    if (shared.find()) {
      Matcher token = ANY_TOKEN.within(place.text(), shared.start(1), shared.end(1));
      while (token.find()) {
        found.add(number(letter, place.span(token.start(), token.end()), rule, confidence));
      }
    }
    Hits matcher = place.matcher(NUMBER);
    int docNumber = 0;
    while (matcher.find()) {
      // a number in the quoted title of the proposal belongs to what that is about
      Span here = new Span(matcher.start(), matcher.end());
      while (docNumber < docNumbers.size() && docNumbers.get(docNumber).end() <= here.start()) {
        docNumber++;
      }
      boolean ofDocument =
          docNumber < docNumbers.size() && docNumbers.get(docNumber).contains(here);
      if (!ofDocument && !TitleMarks.stand(place.text(), matcher.start())) {
        found.add(number(letter, group(place, matcher), rule, confidence));
      }
    }
    return found;
  }

  private static List<Span> docNumbers(Tight place) {
    List<Span> docNumbers = new ArrayList<>();
    Hits matcher = place.matcher(DOC_NUMBER);
    while (matcher.find()) {
      docNumbers.add(new Span(matcher.start(), matcher.end()));
    }
    return docNumbers;
  }

  private static Span group(Tight place, MatchResult matcher) {
    for (int i = 1; i <= matcher.groupCount(); i++) {
      if (matcher.group(i) != null) {
        return place.span(matcher, i);
      }
    }
    return place.span(matcher, 0);
  }

  private static Found<ProposalNumber> number(
      Layout letter, Span span, String rule, double confidence) {
    return Found.of(ProposalNumber.of(letter.compact(span)), rule, span, confidence);
  }

  private static List<Found<ProposalNumber>> distinct(List<Found<ProposalNumber>> found) {
    Map<String, Found<ProposalNumber>> byText = new LinkedHashMap<>();
    found.forEach(each -> byText.putIfAbsent(each.value().text(), each));
    return List.copyOf(byText.values());
  }
}
