package org.dafu.web.pages;

import java.util.List;
import java.util.stream.Stream;
import org.dafu.reply.Coded;
import org.dafu.reply.Contact;
import org.dafu.reply.Evidence;
import org.dafu.reply.Meeting;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Reply;
import org.dafu.search.FilterField;
import org.dafu.search.Vocabulary;
import org.dafu.web.ask.QueryString;
import org.jspecify.annotations.Nullable;

/** Every field of a letter with its label, and the search for the letters that share its value. */
final class LetterFields {
  /** UTF-16 units of the words that a field was read from. */
  private static final int MAX_SHOWN = 24;

  private final Vocabulary vocabulary;
  private final HitCards cards;

  LetterFields(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.cards = new HitCards(vocabulary);
  }

  List<HitCard.Badge> badges(Reply reply) {
    return cards.badges(reply);
  }

  List<LetterPage.Group> groups(Reply reply) {
    return List.of(
        new LetterPage.Group("提案与建议", asked(reply)),
        new LetterPage.Group("答复", answered(reply)),
        new LetterPage.Group("办理", handled(reply)),
        new LetterPage.Group("内容标注", coded(reply)));
  }

  private List<LetterPage.Field> asked(Reply reply) {
    return List.of(
        linked(where(reply, "kind"), "种类", FilterField.KIND, code(reply.kind())),
        linked(
            where(reply, "session"),
            "届次",
            FilterField.SESSION,
            reply.session() == null ? null : reply.session().text()),
        linked(
            where(reply, "numbers"),
            "编号",
            FilterField.NUMBER,
            reply.numbers().stream().map(ProposalNumber::text).toList()),
        plain(where(reply, "titles"), "标题", reply.titles()),
        plain(where(reply, "addressees"), "提案人、代表", reply.addressees()));
  }

  private List<LetterPage.Field> answered(Reply reply) {
    return List.of(
        linked(where(reply, "province"), "省份", FilterField.PROVINCE, reply.province()),
        linked(where(reply, "city"), "城市", FilterField.CITY, reply.city()),
        linked(where(reply, "county"), "县区", FilterField.COUNTY, reply.county()),
        plain(where(reply, "divisionCode"), "行政区划代码", reply.divisionCode()),
        linked(where(reply, "agency"), "承办单位", FilterField.AGENCY, reply.agency()),
        plain(where(reply, "coAgencies"), "会办单位", reply.coAgencies()),
        linked(where(reply, "replyType"), "答复类型", FilterField.REPLY_TYPE, code(reply.replyType())),
        linked(where(reply, "docNumber"), "文号", FilterField.DOC_NUMBER, reply.docNumber()),
        year(reply),
        plain(where(reply, "date"), "成文日期", text(reply.date())),
        plain(where(reply, "webDate"), "网页发布日期", text(reply.webDate())),
        linked(
            where(reply, "disclosure"), "公开属性", FilterField.DISCLOSURE, code(reply.disclosure())));
  }

  private List<LetterPage.Field> handled(Reply reply) {
    return List.of(
        linked(where(reply, "classification"), "办理类别", FilterField.CLASS, reply.classification()),
        linked(where(reply, "outcome"), "办理结果", FilterField.OUTCOME, code(reply.outcome())),
        plain(where(reply, "handlingRole"), "办理角色", reply.handlingRole()),
        plain(where(reply, "signer"), "签发人", reply.signer()),
        plain(where(reply, "responsible"), "负责人", reply.responsible()),
        plain(
            where(reply, "contacts"),
            "联系人",
            reply.contacts().stream().map(LetterFields::contact).toList()),
        plain(where(reply, "cc"), "抄送", reply.cc()),
        plain(where(reply, "meeting"), "面商", meeting(reply.meeting())));
  }

  private List<LetterPage.Field> coded(Reply reply) {
    return List.of(
        linked(where(reply, "measures"), "措施类型", FilterField.MEASURE, reply.measures()),
        linked(where(reply, "instruments"), "政策工具", FilterField.INSTRUMENT, reply.instruments()),
        linked(where(reply, "status"), "落实情况", FilterField.STATUS, reply.status()));
  }

  /** The place in the text where the field was read; null if it was not read there. */
  private static LetterPage.@Nullable Where where(Reply reply, String field) {
    Evidence evidence = reply.evidence().get(field);
    if (evidence == null || !LetterMarks.isWithin(evidence, reply.text())) {
      return null;
    }
    String read = reply.text().substring(evidence.start(), evidence.end()).strip();
    String shown = read.length() <= MAX_SHOWN ? read : read.substring(0, MAX_SHOWN) + "…";
    long percent = Math.round(evidence.confidence() * 100);
    return new LetterPage.Where(
        "#" + LetterMarks.anchor(evidence.start()), "读自“" + shown + "”，把握 " + percent + "%");
  }

  private LetterPage.Field year(Reply reply) {
    if (reply.year() == null) {
      return plain(null, "年份", List.of());
    }
    String basis = reply.yearBasis() == null ? "" : "（依据" + reply.yearBasis().label() + "）";
    return new LetterPage.Field(
        "年份",
        List.of(
            new LetterPage.Value(
                reply.year() + " 年" + basis, url(FilterField.YEAR, reply.year().toString()))),
        where(reply, "year"));
  }

  private LetterPage.Field linked(
      LetterPage.@Nullable Where where, String label, FilterField field, @Nullable String value) {
    return linked(where, label, field, value == null ? List.of() : List.of(value));
  }

  private LetterPage.Field linked(
      LetterPage.@Nullable Where where, String label, FilterField field, List<String> values) {
    return new LetterPage.Field(
        label,
        values.stream()
            .map(value -> new LetterPage.Value(vocabulary.label(field, value), url(field, value)))
            .toList(),
        where);
  }

  private static LetterPage.Field plain(
      LetterPage.@Nullable Where where, String label, @Nullable String value) {
    return plain(where, label, value == null ? List.of() : List.of(value));
  }

  private static LetterPage.Field plain(
      LetterPage.@Nullable Where where, String label, List<String> values) {
    return new LetterPage.Field(
        label, values.stream().map(value -> new LetterPage.Value(value, null)).toList(), where);
  }

  private static String url(FilterField field, String value) {
    return "/?" + field.parameter() + "=" + QueryString.encode(value);
  }

  private static @Nullable String code(@Nullable Coded value) {
    return value == null ? null : value.code();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static String contact(Contact contact) {
    return contact.name() + (contact.role().isEmpty() ? "" : "（" + contact.role() + "）");
  }

  private static List<String> meeting(@Nullable Meeting meeting) {
    if (meeting == null) {
      return List.of();
    }
    String opinion =
        meeting.satisfaction() == null ? meeting.opinionText() : meeting.satisfaction().label();
    return Stream.of(
            text(meeting.date()), meeting.place(), opinion == null ? null : "委员意见：" + opinion)
        .flatMap(Stream::ofNullable)
        .toList();
  }
}
