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
import org.dafu.reply.Contact;
import org.dafu.reply.Span;

/**
 * Reads the people of the sign-off: who signed, who is in charge, who handled it, who gets a copy.
 */
final class SignOffReader {
  /** A character of a name: not where the next label begins. */
  private static final String NAME_UNIT =
      "(?:(?!联[系络]|电话|手机|座机|办公|邮[编箱]|传真|经办|承办|具体|分管|主管|责任|科室|单位|地址|日期|签|抄|审[签定批核])[\\u4e00-\\u9fa5])";

  private static final String NAME =
      "("
          + NAME_UNIT
          + "{2,4}(?:·"
          + NAME_UNIT
          + "{1,8}){0,4}|"
          + NAME_UNIT
          + "{1,8}(?:·"
          + NAME_UNIT
          + "{1,8}){1,4}|(?<=:)"
          + NAME_UNIT
          + "{5,8})";
  private static final String AFTER =
      "(?=$|[、,;。()*\\d/-]|电话|联[系络]|手机|座机|办公|邮|签|抄|经办|承办|具体|分管|主管|责任|传真|共|科室|单位|地址|日期|微信)";

  /** One more name behind a name with its unit or its telephone number. */
  private static final Wording NEXT_NAME =
      Wording.of("(?:[(][^()]{1,16}[)]){0,4}[*\\d()/转—-]*[、,;和及]" + NAME + AFTER);

  /**
   * Labels, then what is said of the one who signed; apart, so that each is asked where it can be.
   */
  private static final List<Wording> SIGNERS =
      List.of(
          Wording.of(
              "(?:签发人|签发领导|领导署名|领导签[字名发]|签发|审签人?|审核签发|签批人?)(?:\\([^)]{0,6}\\))?[:]?"
                  + NAME
                  + AFTER),
          Wording.of(
              "经(?:[^,。;:()]{0,16}?(?:负责人|负责同志|领导)|[我本][局委办厅院行]|单位)?(?:副?(?:局长|主任|书记|厅长|部长|院长|行长))?([\\u4e00-\\u9fa5]{2,4}?)(?:同志|副?(?:局长|主任|书记|厅长|部长|院长|支队长|行长|秘书长))?(?:审签|审定|签发)"),
          Wording.of(NAME + "(?:同志)?(?:审签|签发)(?=$|[。)])"));

  private static final Wording RESPONSIBLE =
      Wording.of(
          "((?:主管|分管|责任|主要|单位|承办|牵头)[局委办厅院]?领导|(?:主管|分管|主要|单位|承办|具体)?负责(?:人|同志)|责任人)(?:姓名|签字|签名)?(?:\\([^)]{0,6}\\))?[:]?"
              + NAME
              + AFTER);
  private static final Wording HANDLER =
      Wording.of(
          "(?:^|(?<=[,;。(、])|(?=[^:]{2,12}:)(?<!提案[者人]|建议人|委员|代表))((?:具体)?(?:联系|联络|承办|经办|办理)(?:人员|人|员|民警|干部|同志)|(?:具体)?(?:经办|承办|联系)(?=[:])|联系单位及(?:电话|联系人)|(?:主办|填报|答复|拟稿)人|联络员|聯係人)"
              + "(?:姓名|签字)?(?:及(?:联系)?电话|和电话|、电话|\\(?电话\\)?)?(?:\\([^)]{0,6}\\))?[:)]*(?:[\\u4e00-\\u9fa5]{2,12}(?:科|处|股|室|队|部|中心|局)[:]?)?"
              + NAME
              + AFTER);
  private static final Wording CC =
      Wording.of("(?:^|[。;)*\\d])抄[送报发]{0,2}(?:单位|机关)?[:]|抄[送报]{1,2}(?:单位|机关)?[:]");
  private static final Wording CC_END =
      Wording.of(
          "^(?:联系|承办|经办|签发|主管|分管|负责|邮|地址|电话|附件|印发|[\\d]{4}年|共印|(?:办理|办复|类别).{0,4}[:]|此件|公开|注[:]|.{2,20}办公室\\d{4})|印发$");
  private static final Map<String, Wording> FORM_LEADERS = labels("分管领导", "主管领导", "责任领导", "负责人");
  private static final Map<String, Wording> FORM_HANDLERS = labels("联系人", "承办人", "经办人", "联络员");
  private static final Wording NAME_COLUMN = Wording.of("^(?:姓名|名字)$");
  private static final Wording ROLE_COLUMN = Wording.of("^(?:职责|角色|身份|分工|职务)$");
  private static final Wording HANDLER_ROLE = Wording.of("^(?:具体)?(?:联系|联络|承办|经办|办理)(?:人员|人|员)$");
  private static final Wording LABEL_WORD =
      Wording.of(
          "^(?:联系|办理|答复|电话|手机|签字|签名|盖章|日期|时间|单位|公章|姓名|科室|办公|邮编|邮政|通讯|通信|地址|同志|职务|如下|类别|备注|编号|意见)");

  private static final Wording MASKED_PHONE = Wording.of("^(?:联系)?(?:电话|手机|方式).*\\*");
  private static final Wording PHONE_BEHIND =
      Wording.of("^[,;()]{0,2}(?:联系)?(?:电话|手机|方式)?[:]?[*(]");

  /** 联系单位及电话 comes before a unit and the person there. */
  private static final String OF_UNIT = "联系单位";

  /** A cell with a name, perhaps with the telephone number behind it. */
  private static final Wording NAME_CELL = Wording.of("^" + NAME + "(?=$|[(*\\d、,;])");

  private static final Wording NOT_PERSON =
      Wording.of("(?:局|科|处|室|办|委|队|部|电话|联系|负责|领导|股|电邮|同上|无|略|局长|主任|书记|[厅部院]长|秘书长)$");
  private static final Wording BODY_AT_END =
      Wording.of("(?:委员会?|办公?[室厅]|局|室|处|科|工委|会|委|办|组|院|部|队|中心|政府|厅|联|[所站馆]|\\))[。)]?$");

  /** What is too long for a Chinese name and ends so is a unit or a post: 城东派出所, 养老服务科科长. */
  private static final Wording UNIT_OR_POST =
      Wording.of("(?:[校园段镇乡村行]|街道|社区|公司|集团|[区县市州镇乡科处股所站馆队]长|[科职警官人]员|民警)$");

  private static final Wording GAP_IN_NAME =
      Wording.of("(?<=[\\u4e00-\\u9fa5]) (?=[\\u4e00-\\u9fa5])");
  private static final Wording FORM_COPIES = Wording.of("^抄[送报]");
  private static final Wording FORM_SIGNER = Wording.of("^(签发人|领导签字|领导署名|审签)");

  /** Names of other peoples are longer: 阿不都赛买提. */
  private static final int LONGEST_HAN_NAME = 4;

  private static final Wording LABEL_ALONE =
      Wording.of("^(?:联系人|承办人|经办人|签发人|[主分]管领导|负责人|责任人)[:]?$");

  private static final Wording WHOLE_NAME = Wording.of("^" + NAME + "$");
  private static final int LONGEST_LABEL = 6;

  /** Longer lines of the body are text. */
  private static final int LONGEST_IN_BODY = 60;

  /** So far behind a name its telephone is looked for, in characters. */
  private static final int PHONE_WITHIN = 20;

  private final Layout letter;
  private final List<Tight> signingLines;

  SignOffReader(Layout letter) {
    this.letter = letter;
    this.signingLines = signingLines(letter);
  }

  Optional<Found<String>> signer() {
    for (Tight line : signingLines) {
      for (Wording signer : SIGNERS) {
        Hits matcher = line.matcher(signer);
        while (matcher.find()) {
          if (isName(matcher.group(1))) {
            Span span = line.span(matcher, 1);
            return Optional.of(Found.of(letter.compact(span), "sign-off", span, 0.93));
          }
        }
      }
    }
    return fromForm(FORM_SIGNER);
  }

  private static Map<String, Wording> labels(String... roles) {
    Map<String, Wording> labels = new LinkedHashMap<>();
    for (String role : roles) {
      labels.put(role, Wording.of("^" + role + "(?:姓名)?"));
    }
    return labels;
  }

  /** The leader in charge as {@code name (role)}; several names joined with 、. */
  Optional<Found<String>> responsible() {
    for (Tight line : signingLines) {
      Hits matcher = line.matcher(RESPONSIBLE);
      while (matcher.find()) {
        List<Span> names = names(line, matcher);
        if (!names.isEmpty()) {
          String joined = String.join("、", names.stream().map(letter::compact).toList());
          return Optional.of(
              Found.of(joined + " (" + matcher.group(1) + ")", "sign-off", names.getFirst(), 0.93));
        }
      }
    }
    return FORM_LEADERS.entrySet().stream()
        .flatMap(
            role ->
                fromForm(role.getValue()).stream()
                    .map(name -> name.with(name.value() + " (" + role.getKey() + ")")))
        .findFirst();
  }

  /** The names behind a label: the matched one and those that follow it in a row. */
  private static List<Span> names(Tight line, MatchResult matcher) {
    List<Span> names = new ArrayList<>();
    int end = matcher.end(2);
    if (!isName(matcher.group(2))) {
      return names;
    }
    names.add(line.span(matcher, 2));
    Matcher next = NEXT_NAME.within(line.text(), end, line.length());
    next.useTransparentBounds(true);
    while (next.lookingAt() && isName(next.group(1))) {
      names.add(line.span(next, 1));
      next.region(next.end(1), line.length());
    }
    return names;
  }

  /** Handlers, and leaders whose own telephone stands with their name. */
  List<Found<Contact>> contacts() {
    List<Found<Contact>> found = new ArrayList<>();
    List<Tight> lines = signingLines;
    for (int i = 0; i < lines.size(); i++) {
      Tight line = lines.get(i);
      boolean phoneNext = i + 1 < lines.size() && lines.get(i + 1).contains(MASKED_PHONE);
      Hits leader = line.matcher(RESPONSIBLE);
      while (leader.find()) {
        boolean last = !line.from(leader.end()).contains(HANDLER);
        if ((phoneNext && last)
            || PHONE_BEHIND.in(
                line.text()
                    .substring(
                        leader.end(), Math.min(line.length(), leader.end() + PHONE_WITHIN)))) {
          addNames(line, leader, found);
        }
      }
      Hits handler = line.matcher(HANDLER);
      while (handler.find()) {
        addNames(line, handler, found);
      }
    }
    fromTables(found);
    return found;
  }

  private void addNames(Tight line, MatchResult matcher, List<Found<Contact>> found) {
    String role = matcher.group(1).startsWith(OF_UNIT) ? "联系人" : matcher.group(1);
    for (Span printed : names(line, matcher)) {
      for (Span name : letter.namesIn(printed)) {
        add(found, Found.of(new Contact(letter.compact(name), role), "sign-off", name, 0.92));
      }
    }
  }

  /** Each person once, under the first role. */
  private static void add(List<Found<Contact>> found, Found<Contact> contact) {
    String name = contact.value().name();
    if (found.stream().noneMatch(each -> each.value().name().equals(name))) {
      found.add(contact);
    }
  }

  /** People beside or below a label in a form, or in a table of names and roles. */
  private void fromTables(List<Found<Contact>> found) {
    FORM_HANDLERS.forEach(
        (role, label) -> {
          fromForm(label).ifPresent(name -> add(found, name.with(new Contact(name.value(), role))));
          for (Form.Value cell : letter.form.column(label)) {
            addCell(cell, role, found);
          }
        });
    List<Form.Value> names = letter.form.column(NAME_COLUMN);
    List<Form.Value> roles = letter.form.column(ROLE_COLUMN);
    for (int i = 0; i < names.size() && names.size() == roles.size(); i++) {
      if (HANDLER_ROLE.in(roles.get(i).text())) {
        addCell(names.get(i), roles.get(i).text(), found);
      }
    }
  }

  private void addCell(Form.Value cell, String role, List<Found<Contact>> found) {
    nameIn(cell).ifPresent(name -> add(found, name.with(new Contact(name.value(), role))));
  }

  /**
   * Lines where people sign: after the body, before the salutation, and short lines anywhere after
   * the opening.
   */
  private static List<Tight> signingLines(Layout letter) {
    List<Tight> lines = new ArrayList<>();
    int head = letter.head().size();
    for (int i = 0; i < letter.lines.size(); i++) {
      Line line = letter.lines.get(i);
      boolean signing = i < head || i >= Math.max(letter.bodyEnd, letter.bodyStart);
      boolean colon = line.length() < LONGEST_IN_BODY && line.text().indexOf(':') >= 0;
      boolean labelled =
          colon || (line.length() <= LONGEST_LABEL && line.tight().contains(LABEL_ALONE));
      if (signing || (i >= letter.bodyStart && labelled)) {
        lines.add(withNameBelow(letter, i));
      }
    }
    return lines;
  }

  /** A label on a line of its own with the name that stands on the next. */
  private static Tight withNameBelow(Layout letter, int line) {
    Tight label = letter.lines.get(line).tight();
    boolean below =
        line + 1 < letter.lines.size()
            && label.length() <= LONGEST_LABEL
            && label.contains(LABEL_ALONE)
            && letter.lines.get(line + 1).tight().is(WHOLE_NAME);
    return below ? letter.stretch(line, line + 1) : label;
  }

  private Optional<Found<String>> fromForm(Wording label) {
    return letter
        .form
        .find(label)
        .flatMap(value -> nameIn(value))
        .or(
            () ->
                letter.form.column(label).stream()
                    .flatMap(value -> nameIn(value).stream())
                    .findFirst());
  }

  private Optional<Found<String>> nameIn(Form.Value cell) {
    Hits name = cell.tight().matcher(NAME_CELL);
    if (!name.find() || !isName(name.group(1))) {
      return Optional.empty();
    }
    Span span = cell.tight().span(name, 1);
    return Optional.of(Found.of(letter.compact(span), "form", span, 0.85));
  }

  private static boolean isName(String text) {
    boolean other =
        text.length() > LONGEST_HAN_NAME && (BODY_AT_END.in(text) || UNIT_OR_POST.in(text));
    return !other && !LABEL_WORD.in(text) && !NOT_PERSON.in(text);
  }

  /** The first line that says who gets a copy; the number of lines if none does. */
  static int copiesLine(Layout letter) {
    int line = Math.max(letter.bodyStart, 0);
    while (line < letter.lines.size() && !letter.lines.get(line).tight().contains(CC)) {
      line++;
    }
    return line;
  }

  /** Who gets a copy, one entry a body, with what stands in brackets behind it. */
  static List<String> cc(Layout letter) {
    List<Line> lines = letter.lines;
    List<String> copies = new ArrayList<>();
    int first = copiesLine(letter);
    if (first == lines.size()) {
      letter.form.find(FORM_COPIES).ifPresent(value -> split(letter, value.tight(), copies));
      return copies;
    }
    Hits matcher = lines.get(first).tight().matcher(CC);
    if (matcher.find()) {
      split(letter, lines.get(first).tight().from(matcher.end()), copies);
    }
    for (int next = first + 1; next < lines.size() && goesOn(lines.get(next)); next++) {
      Hits again = lines.get(next).tight().matcher(CC);
      split(letter, lines.get(next).tight().from(again.find() ? again.end() : 0), copies);
    }
    return copies;
  }

  private static boolean goesOn(Line line) {
    return line.length() <= 60
        && !line.tight().contains(CC_END)
        && line.lastDate().isEmpty()
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
      boolean closesOutside = depth < 0; // of a bracket that opened before the label
      if ((i == text.length() || depth <= 0) && ("、,;。".indexOf(unit) >= 0 || closesOutside)) {
        if (i > from) {
          copies.add(
              letter
                  .printed(list.span(from, i))
                  .transform(copy -> GAP_IN_NAME.replaceAll(copy, "")));
        }
        from = i + 1;
        depth = 0;
      }
    }
  }
}
