package org.dafu.web.pages;

import java.util.List;
import java.util.stream.Stream;
import org.dafu.reply.Coded;
import org.dafu.reply.Contact;
import org.dafu.reply.Meeting;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Reply;
import org.dafu.search.FilterField;
import org.dafu.search.Vocabulary;
import org.dafu.web.ask.QueryString;
import org.jspecify.annotations.Nullable;

/** Every field of a letter with its label, and the search for the letters that share its value. */
final class LetterFields {
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
        linked("种类", FilterField.KIND, code(reply.kind())),
        linked("届次", FilterField.SESSION, reply.session() == null ? null : reply.session().text()),
        linked(
            "编号", FilterField.NUMBER, reply.numbers().stream().map(ProposalNumber::text).toList()),
        plain("标题", reply.titles()),
        plain("提案人、代表", reply.addressees()));
  }

  private List<LetterPage.Field> answered(Reply reply) {
    return List.of(
        linked("省份", FilterField.PROVINCE, reply.province()),
        linked("城市", FilterField.CITY, reply.city()),
        linked("县区", FilterField.COUNTY, reply.county()),
        plain("行政区划代码", reply.divisionCode()),
        linked("承办单位", FilterField.AGENCY, reply.agency()),
        plain("会办单位", reply.coAgencies()),
        linked("答复类型", FilterField.REPLY_TYPE, code(reply.replyType())),
        linked("文号", FilterField.DOC_NUMBER, reply.docNumber()),
        year(reply),
        plain("成文日期", text(reply.date())),
        plain("网页发布日期", text(reply.webDate())),
        linked("公开属性", FilterField.DISCLOSURE, code(reply.disclosure())));
  }

  private List<LetterPage.Field> handled(Reply reply) {
    return List.of(
        linked("办理类别", FilterField.CLASS, reply.classification()),
        linked("办理结果", FilterField.OUTCOME, code(reply.outcome())),
        plain("办理角色", reply.handlingRole()),
        plain("签发人", reply.signer()),
        plain("负责人", reply.responsible()),
        plain("联系人", reply.contacts().stream().map(LetterFields::contact).toList()),
        plain("抄送", reply.cc()),
        plain("面商", meeting(reply.meeting())));
  }

  private List<LetterPage.Field> coded(Reply reply) {
    return List.of(
        linked("措施类型", FilterField.MEASURE, reply.measures()),
        linked("政策工具", FilterField.INSTRUMENT, reply.instruments()),
        linked("落实情况", FilterField.STATUS, reply.status()));
  }

  private LetterPage.Field year(Reply reply) {
    if (reply.year() == null) {
      return plain("年份", List.of());
    }
    String basis = reply.yearBasis() == null ? "" : "（依据" + reply.yearBasis().label() + "）";
    return new LetterPage.Field(
        "年份",
        List.of(
            new LetterPage.Value(
                reply.year() + " 年" + basis, url(FilterField.YEAR, reply.year().toString()))));
  }

  private LetterPage.Field linked(String label, FilterField field, @Nullable String value) {
    return linked(label, field, value == null ? List.of() : List.of(value));
  }

  private LetterPage.Field linked(String label, FilterField field, List<String> values) {
    return new LetterPage.Field(
        label,
        values.stream()
            .map(value -> new LetterPage.Value(vocabulary.label(field, value), url(field, value)))
            .toList());
  }

  private static LetterPage.Field plain(String label, @Nullable String value) {
    return plain(label, value == null ? List.of() : List.of(value));
  }

  private static LetterPage.Field plain(String label, List<String> values) {
    return new LetterPage.Field(
        label, values.stream().map(value -> new LetterPage.Value(value, null)).toList());
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
