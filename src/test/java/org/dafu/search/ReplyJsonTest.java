package org.dafu.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dafu.reply.Evidence;
import org.dafu.reply.Figure;
import org.dafu.reply.FigureType;
import org.dafu.reply.Kind;
import org.dafu.reply.Meeting;
import org.dafu.reply.Outcome;
import org.dafu.reply.Policy;
import org.dafu.reply.PolicyRole;
import org.dafu.reply.ProposalNumber;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Satisfaction;
import org.dafu.reply.Section;
import org.dafu.reply.Session;
import org.dafu.reply.Source;
import org.dafu.reply.Span;
import org.dafu.reply.Warning;
import org.dafu.reply.YearBasis;
import org.junit.jupiter.api.Test;

class ReplyJsonTest {
  static Reply sample() {
    Figure figure =
        new Figure(
            FigureType.MONEY,
            30000,
            60000d,
            "万元",
            "奖励",
            null,
            false,
            "3-6万元",
            "奖励3-6万元。",
            "一、",
            new Span(3, 8));
    Section section =
        new Section(
            "一、",
            "加强培训",
            1,
            "奖励3-6万元。",
            new Span(0, 20),
            List.of("EC11"),
            List.of("I16"),
            List.of("S1"),
            List.of(figure),
            List.of(new Policy("某办法", "某政发〔2020〕1号", PolicyRole.DRAFT)),
            List.of());
    return new Reply(
        new ReplyId("0123456789abcdef"),
        true,
        Kind.PROPOSAL,
        null,
        "山西省",
        null,
        null,
        null,
        null,
        List.of(),
        new Session("市八届政协四次会议", 8, 4),
        List.of(ProposalNumber.of("DH0271")),
        List.of("标题"),
        2024,
        YearBasis.DOC_NUMBER,
        LocalDate.of(2024, 5, 6),
        null,
        null,
        null,
        "A",
        Outcome.IN_PROGRESS,
        null,
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        new Meeting(null, "二楼", Satisfaction.BASICALLY, "基本满意"),
        List.of(section),
        List.of("EC11"),
        List.of(),
        List.of(),
        List.of(),
        List.of(figure),
        "全文",
        Map.of("city", new Evidence("letterhead", 0, 2, 0.9)),
        List.of(new Warning("x", "y")),
        new Source("a/b.txt", "ab", "text/plain", "UTF-8"));
  }

  @Test
  void write_thenRead_givesTheSameLetter() {
    byte[] json = ReplyJson.writeBytes(sample());
    assertEquals(sample(), ReplyJson.read(json, 0, json.length));
  }

  @Test
  void write_namesOfTheContract_nullNotLeftOut() {
    String json = new String(ReplyJson.writeBytes(sample()), StandardCharsets.UTF_8);
    assertTrue(json.contains("\"isReply\":true"), json);
    assertTrue(json.contains("\"outcome\":\"in-progress\""), json);
    assertTrue(json.contains("\"id\":\"0123456789abcdef\""), json);
    assertTrue(json.contains("\"replyType\":null"), json);
    assertTrue(json.contains("\"date\":\"2024-05-06\""), json);
    assertTrue(json.contains("\"yearBasis\":\"docNumber\""), json);
    assertTrue(json.contains("{\"text\":\"DH0271\",\"value\":271}"), json);
  }
}
