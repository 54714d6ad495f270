package org.dafu.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.dafu.read.Wording;
import org.dafu.reply.Contact;
import org.dafu.reply.Span;

/**
 * Reads the people of the sign-off: who signed, who is in charge, who handled it, who gets a copy.
 */
final class SignOffReader {
  /** A character of a name: not where the next label begins. */
  private static final String NAME_UNIT = "(?:(?!联系|电话|手机|办公|邮编|传真|经办|承办|签)[\\u4e00-\\u9fa5])";

  private static final String NAME =
      "("
          + NAME_UNIT
          + "{2,4}(?:·"
          + NAME_UNIT
          + "{1,8})*|"
          + NAME_UNIT
          + "{1,8}(?:·"
          + NAME_UNIT
          + "{1,8})+)";
  private static final String NAMES = NAME + "(?:[、,]" + NAME + ")?";
  private static final String AFTER = "(?=$|[,;。()*\\d-]|电话|联系|手机|办公|邮|签|经办|承办|责任|传真|共)";
  private static final Wording SIGNER =
      Wording.of(
          "(?:签发人|签发领导|领导署名|领导签[字名发]|签发|审签人?|审核签发|签批人?)(?:\\([^)]{0,6}\\))?[:]?"
              + NAME
              + AFTER
              + "|经([\\u4e00-\\u9fa5]{2,4}?)(?:同志|副?(?:局长|主任|书记|厅长|部长|院长|支队长|行长|秘书长))?(?:审签|审定|签发)|"
              + NAME
              + "(?:同志)?(?:审签|签发)(?=$|[。)])");
  private static final Wording RESPONSIBLE =
      Wording.of(
          "(主管领导|分管领导|责任领导|负责人|主要领导|主管负责人|分管负责人|单位领导|责任人|承办领导)(?:姓名|签字|签名)?(?:\\([^)]{0,6}\\))?[:]?"
              + NAMES
              + AFTER);
  private static final Wording HANDLER =
      Wording.of(
          "(?:^|(?<=[,;。(、])|(?=[^:]{2,12}:))(联系人员?|联系人姓名|承办人员?|经办人员?|具体承办人?|(?:经办|承办|联系)(?=[:])|具体经办人?|承办人签字|经办人签字|联系人及电话|联系人\\(?电话\\)?|联系单位及电话|联系单位及联系人|主办人|填报人|聯係人)(?:姓名|签字)?(?:及(?:联系)?电话|和电话|、电话)?(?:\\([^)]{0,6}\\))?[:)]*(?:[\\u4e00-\\u9fa5]{2,12}(?:科|处|股|室|队)[:]?)?"
              + NAME
              + AFTER);
  private static final Wording CC = Wording.of("(?:^|[。;])抄[送报发]{0,2}(?:单位|机关)?[:]");
  private static final Wording CC_END =
      Wording.of(
          "^(?:联系|承办|经办|签发|主管|分管|负责|邮|地址|电话|附件|印发|[\\d]{4}年|共印|(?:办理|办复|类别).{0,4}[:]|此件|公开|注[:]|.{2,20}办公室\\d{4})|印发$");
  private static final Map<String, Wording> FORM_LEADERS = labels("分管领导", "主管领导", "责任领导", "负责人");
  private static final Map<String, Wording> FORM_HANDLERS = labels("联系人", "承办人", "经办人");
  private static final Wording LABEL_WORD =
      Wording.of("^(?:联系|电话|手机|签字|签名|盖章|日期|时间|单位|公章|姓名|科室|办公|邮编|地址|同志|职务|如下)");

  private static final Wording MASKED_PHONE = Wording.of("^(?:联系)?(?:电话|手机|方式).*\\*");
  private static final Wording PHONE_BEHIND =
      Wording.of("^[,;()]{0,2}(?:联系)?(?:电话|手机|方式)?[:]?[*(]");
  private static final Wording NOT_ROLE = Wording.of("姓名|及电话|签字$|\\(?电话\\)?$|单位及联系");
  private static final Wording WHOLE_NAME = Wording.of(NAME);
  private static final Wording NOT_PERSON = Wording.of("(?:局|科|处|室|办|委|队|部|电话|联系|负责|领导|股)$");
  private static final Wording BODY_AT_END =
      Wording.of("(?:委员会?|办公?[室厅]|局|室|处|科|工委|会|委|办|组|院|部|\\))[。)]?$");
  private static final Wording GAP_IN_NAME =
      Wording.of("(?<=[\\u4e00-\\u9fa5]) (?=[\\u4e00-\\u9fa5])");
  private static final Wording FORM_COPIES = Wording.of("^抄[送报]");
  private static final Wording FORM_SIGNER = Wording.of("^(签发人|领导签字|领导署名|审签)");

  private SignOffReader() {}

  static Optional<Found<String>> signer(Layout letter) {
    for (Line line : signingLines(letter)) {
      Matcher matcher = line.tight().matcher(SIGNER);
      while (matcher.find()) {
        for (int i = 1; i <= matcher.groupCount(); i++) {
          if (matcher.group(i) != null && isName(matcher.group(i))) {
            Span span = line.tight().span(matcher, i);
            return Optional.of(Found.of(letter.compact(span), "sign-off", span, 0.93));
          }
        }
      }
    }
    return fromForm(letter, FORM_SIGNER);
  }

  private static Map<String, Wording> labels(String... roles) {
    Map<String, Wording> labels = new LinkedHashMap<>();
    for (String role : roles) {
      labels.put(role, Wording.of("^" + role));
    }
    return labels;
  }

  /** The leader in charge as {@code name (role)}; several names joined with 、. */
  static Optional<Found<String>> responsible(Layout letter) {
    for (Line line : signingLines(letter)) {
      Matcher matcher = line.tight().matcher(RESPONSIBLE);
      while (matcher.find()) {
        if (isName(matcher.group(2))) {
          String names =
              matcher.group(2)
                  + (matcher.group(3) == null || !isName(matcher.group(3))
                      ? ""
                      : "、" + matcher.group(3));
          Span span = line.tight().span(matcher, 2);
          return Optional.of(
              Found.of(names + " (" + matcher.group(1) + ")", "sign-off", span, 0.93));
        }
      }
    }
    return FORM_LEADERS.entrySet().stream()
        .flatMap(
            role ->
                fromForm(letter, role.getValue()).stream()
                    .map(name -> name.with(name.value() + " (" + role.getKey() + ")")))
        .findFirst();
  }

  /** Handlers, and leaders whose own telephone stands with their name. */
  static List<Found<Contact>> contacts(Layout letter) {
    List<Found<Contact>> found = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    List<Line> lines = signingLines(letter);
    for (int i = 0; i < lines.size(); i++) {
      Tight line = lines.get(i).tight();
      boolean phoneNext = i + 1 < lines.size() && lines.get(i + 1).tight().contains(MASKED_PHONE);
      addContacts(letter, line, RESPONSIBLE, 2, phoneNext, found, names);
      addContacts(letter, line, HANDLER, 2, true, found, names);
    }
    FORM_HANDLERS.forEach(
        (role, label) ->
            fromForm(letter, label)
                .filter(name -> names.add(name.value()))
                .ifPresent(name -> found.add(name.with(new Contact(name.value(), role)))));
    return found;
  }

  private static void addContacts(
      Layout letter,
      Tight line,
      Wording pattern,
      int group,
      boolean phone,
      List<Found<Contact>> found,
      Set<String> names) {
    Matcher matcher = line.matcher(pattern);
    while (matcher.find()) {
      String after = line.text().substring(matcher.end());
      boolean reachable = phone || (pattern.equals(RESPONSIBLE) && PHONE_BEHIND.in(after));
      if (reachable && isName(matcher.group(group)) && names.add(matcher.group(group))) {
        Span span = line.span(matcher, group);
        String role = NOT_ROLE.replaceAll(matcher.group(1), "");
        found.add(Found.of(new Contact(letter.compact(span), role), "sign-off", span, 0.92));
      }
    }
  }

  /**
   * Lines where people sign: after the body, before the salutation, and short lines anywhere after
   * the opening.
   */
  private static List<Line> signingLines(Layout letter) {
    List<Line> lines = new ArrayList<>(letter.head());
    for (int i = Math.max(letter.head().size(), letter.bodyStart); i < letter.lines.size(); i++) {
      Line line = letter.lines.get(i);
      if (i >= letter.bodyEnd || line.length() < 60) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static Optional<Found<String>> fromForm(Layout letter, Wording label) {
    return letter
        .form
        .find(label)
        .filter(value -> WHOLE_NAME.is(value.text()) && isName(value.text()))
        .map(value -> Found.of(letter.compact(value.span()), "form", value.span(), 0.85));
  }

  private static boolean isName(String text) {
    return !LABEL_WORD.in(text) && !NOT_PERSON.in(text);
  }

  /** Who gets a copy, one entry a body, with what stands in brackets behind it. */
  static List<String> cc(Layout letter) {
    List<Line> lines = letter.lines;
    for (int i = Math.max(letter.bodyStart, 0); i < lines.size(); i++) {
      Matcher matcher = lines.get(i).tight().matcher(CC);
      if (matcher.find()) {
        List<String> copies = new ArrayList<>();
        split(letter, lines.get(i).tight().from(matcher.end()), copies);
        for (int next = i + 1; next < lines.size() && goesOn(lines.get(next)); next++) {
          split(letter, lines.get(next).tight(), copies);
        }
        return copies;
      }
    }
    List<String> copies = new ArrayList<>();
    letter.form.find(FORM_COPIES).ifPresent(value -> split(letter, value.tight(), copies));
    return copies;
  }

  private static boolean goesOn(Line line) {
    return line.length() <= 60
        && !line.tight().contains(CC_END)
        && Dates.last(line.text()).isEmpty()
        && line.tight().contains(BODY_AT_END);
  }

  /** Splits at 、 and , outside of brackets. */
  private static void split(Layout letter, Tight list, List<String> copies) {
    if (list.isEmpty()) {
      return;
    }
    Span whole = list.span(0, list.text().length());
    Matcher piece =
        BODY_GAP.within(letter.folded, whole.start(), whole.end()).useTransparentBounds(true);
    int from = whole.start();
    while (piece.find()) {
      splitAtSigns(letter, letter.tight(from, piece.start()), copies);
      from = piece.end();
    }
    splitAtSigns(letter, letter.tight(from, whole.end()), copies);
  }

  /** White space between two bodies, as where a list has no signs. */
  private static final Wording BODY_GAP =
      Wording.of("(?<=[委会室厅局处科办组院部)]) +(?=[省市县区州盟][\\u4e00-\\u9fa5]{2})");

  private static void splitAtSigns(Layout letter, Tight list, List<String> copies) {
    int depth = 0;
    int from = 0;
    String text = list.text();
    for (int i = 0; i <= text.length(); i++) {
      char unit = i < text.length() ? text.charAt(i) : '、';
      depth += unit == '(' ? 1 : unit == ')' ? -1 : 0;
      if ((i == text.length() || depth <= 0) && "、,;。".indexOf(unit) >= 0) {
        if (i > from) {
          copies.add(
              letter
                  .printed(list.span(from, i))
                  .transform(copy -> GAP_IN_NAME.replaceAll(copy, "")));
        }
        from = i + 1;
      }
    }
  }
}
