package org.dafu.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.dafu.reply.Disclosure;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/** Reads who may see the letter (公开属性). */
final class DisclosureReader {
  private static final Set<String> PAGE_FIELDS =
      Set.of("公开类别", "公开类型", "公开方式", "公开属性", "公开形式", "公开范围");
  private static final String WHETHER = "是否(?:同意|予以)?(?:对外)?公开";
  private static final Wording FORM_LABEL = Wording.of(WHETHER + "|公开(?:属性|方式|类别|类型|形式)");
  private static final Map<Wording, Disclosure> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put(Wording.of("不予公开|不公开|不同意公开|不宜公开|不主动公开"), Disclosure.NOT_PUBLIC);
    WORDS.put(Wording.of("依申请公开"), Disclosure.ON_REQUEST);
    WORDS.put(Wording.of("节选公开|部分公开|摘要公开|节录公开"), Disclosure.PARTIAL);
    WORDS.put(
        Wording.of("主动公开|同意(?:对外|全文|主动)?公开|予以公开|公开发布|全文公开|可以?公开|同意上网公开|(?<!不)(?<!依申请)公开$"),
        Disclosure.PUBLIC);
  }

  private static final Wording LABEL =
      Wording.of("(?:" + WHETHER + "|公开(?:属性|方式|类别|类型|形式|范围|选项|意见|情况)?)[:]?(是|否|[^,;。:)]{2,10})");
  private static final Wording ALONE =
      Wording.of(
          "^[(【\\[]?(?:此件|本件)?(?:答复)?(?:[A-D]类?)?((?:不予|不宜|不|依申请|节选|部分|摘要|主动|同意|予以|全文|可以|同意对外)公开(?:发布)?|公开发布|公开)[)】\\]]?$");
  private static final Wording BEHIND =
      Wording.of("(?:号|[A-D]类?[)]?)[^。]{0,6}?((?:不予|依申请|节选|部分|主动|同意|予以|全文)公开)[)]?$");

  private static final Wording OPTION = Wording.of("(?:主动|同意|予以|全文|依申请|不予|部分|节选|不)公开|不?同意|是|否");

  private static final Wording LABELLED =
      Wording.of("^.{0,20}?(?:" + WHETHER + "|公开(?:属性|方式|类别|类型|形式|范围|选项|意见|情况))[:]?");

  private static final Wording NAMES_DISCLOSURE = Wording.of("公开");

  /** Behind another field's value in a line of the page: 2024-07-05 是否公开：同意公开. */
  private static final Wording BEHIND_FIELD =
      Wording.of(WHETHER + "\\s*[:：]\\s*([^\\s,，;；。|]{1,8})");

  /** A line of the answer itself that says who may see it: 是否公开：是, （全文公开）. */
  private static final Wording SAID =
      Wording.of("^[(][\\u4e00-\\u9fa5]{1,8}公开(?:发布)?[)]$|" + WHETHER + "[:]");

  private static final int LAST_LINES = 3;

  private DisclosureReader() {}

  static Optional<Found<Disclosure>> read(Layout letter) {
    for (Line line : letter.head()) {
      Optional<Found<Disclosure>> found = inPieces(letter, line);
      if (found.isPresent()) {
        return found;
      }
    }
    for (Line line : letter.tail()) {
      Optional<Found<Disclosure>> found = inPieces(letter, line);
      if (found.isPresent()) {
        return found;
      }
    }
    List<Line> body = letter.body();
    for (Line line : body.subList(Math.max(0, body.size() - LAST_LINES), body.size())) {
      Optional<Found<Disclosure>> found =
          line.tight().contains(SAID) ? inLine(line.tight()) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return fromForm(letter).or(() -> fromPage(letter));
  }

  private static Optional<Found<Disclosure>> inPieces(Layout letter, Line line) {
    if (!line.tight().contains(NAMES_DISCLOSURE)) {
      return Optional.empty(); // as nearly all
    }
    return letter.pieces(line).stream()
        .map(DisclosureReader::inLine)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Found<Disclosure>> inLine(Tight line) {
    if (line.text().length() > 60 || !line.contains(NAMES_DISCLOSURE)) {
      return Optional.empty();
    }
    Hits label = line.matcher(LABELLED);
    int from = label.find() ? label.end() : 0;
    Choice choice = Choice.of(line.text().substring(from), OPTION);
    if (choice.isOffered()) {
      return Optional.ofNullable(meaning(choice.ticked()))
          .map(
              said ->
                  Found.of(said, "disclosure-ticked", line.span(from, line.text().length()), 0.95));
    }
    for (Wording pattern : List.of(ALONE, BEHIND, LABEL)) {
      Hits matcher = line.matcher(pattern);
      if (matcher.find()) {
        Disclosure said = meaning(matcher.group(1));
        if (said != null) {
          return Optional.of(Found.of(said, "disclosure-line", line.span(matcher, 1), 0.95));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Found<Disclosure>> fromForm(Layout letter) {
    return letter
        .form
        .find(FORM_LABEL)
        .flatMap(
            value ->
                Optional.ofNullable(meaning(said(value)))
                    .map(said -> Found.of(said, "form", value.span(), 0.9)));
  }

  /** Of words to choose from the ticked one. */
  private static String said(Form.Value value) {
    Choice choice = Choice.of(value.text(), OPTION);
    return choice.isOffered() ? choice.ticked() : value.text();
  }

  private static Optional<Found<Disclosure>> fromPage(Layout letter) {
    for (Map.Entry<String, String> field : letter.pageFields().entrySet()) {
      Hits beside = BEHIND_FIELD.matcher(field.getValue());
      boolean named = beside.find();
      if (named || PAGE_FIELDS.contains(field.getKey())) {
        Disclosure said = meaning(named ? beside.group(1) : field.getValue());
        if (said != null) {
          return Optional.of(Found.of(said, "page", new Span(0, 0), 0.85));
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable Disclosure meaning(String words) {
    if (words.equals("是") || words.equals("同意")) {
      return Disclosure.PUBLIC;
    }
    if (words.equals("否") || words.equals("不同意")) {
      return Disclosure.NOT_PUBLIC;
    }
    for (Map.Entry<Wording, Disclosure> each : WORDS.entrySet()) {
      if (each.getKey().in(words)) {
        return each.getValue();
      }
    }
    return null;
  }
}
