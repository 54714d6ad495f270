package org.dafu.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.dafu.contract.LetterMaker;
import org.dafu.reply.Evidence;
import org.dafu.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenLetterTest {
  private static final Reply READ =
      LetterMaker.letter("read.txt")
          .place("江苏省", "盐城市")
          .year(2020)
          .section("一、", "内容", "新建食堂")
          .make();

  @Test
  void over_givenFields_winAndSaySo() {
    Reply reply = over("{'text': 'x', 'classification': 'C', 'titles': ['甲'], 'signer': null}");
    assertEquals("C", reply.classification());
    assertEquals("甲", reply.titles().getFirst());
    assertEquals(READ.signer(), reply.signer());
    assertEquals(new Evidence("given", 0, 0, 1), reply.evidence().get("classification"));
    assertEquals(READ.id(), reply.id());
    assertEquals(READ.source(), reply.source());
  }

  @Test
  void over_anotherCity_leavesNoPlaceOfTheOldOne() {
    Reply reply = over("{'text': 'x', 'city': '别处市'}");
    assertEquals("别处市", reply.city());
    assertNull(reply.county());
    assertNull(reply.divisionCode());
  }

  @Test
  void over_givenDate_givesTheYear() {
    Reply reply = over("{'text': 'x', 'date': '1999-05-04'}");
    assertEquals(1999, reply.year());
  }

  @Test
  void over_itsOwnJson_isTheSameLetter() {
    Reply reply = over(ReplyJson.write(READ));
    assertEquals(READ.sections(), reply.sections());
    assertEquals(READ.contacts(), reply.contacts());
    assertEquals(READ.text(), reply.text());
  }

  @Test
  void over_textsOfFields_areMasked() {
    GivenReading.Completion completion =
        given("{'text': 'x', 'cc': ['市府办 13812345678']}")
            .over(READ, text -> text.replaceAll("\\d", "*"));
    Reply reply = assertInstanceOf(GivenReading.Completed.class, completion).reply();
    assertEquals("市府办 ***********", reply.cc().getFirst());
  }

  @Test
  void over_unknownField_isWarnedOf() {
    Reply reply = over("{'text': 'x', 'ministry': '…'}");
    assertTrue(reply.warnings().getLast().message().contains("ministry"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "numbers|\"068\"",
        "year|\"next\"",
        "kind|\"letter\"",
        "date|\"yesterday\"",
        "contacts|[{\"name\": 3, \"role\": []}]",
        "sections|[{\"label\": \"x\"}]"
      })
  void over_fieldOfAnotherShape_isNamed(String field, String value) {
    GivenReading.Completion completion =
        given("{'text': 'x', '" + field + "': " + value + "}").over(READ, text -> text);
    String reason = assertInstanceOf(GivenReading.Broken.class, completion).reason();
    assertTrue(reason.contains(field), reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "3", "{'text': 7}", "{'title': 'x'}", "{'text': ' '}", "\0"})
  void read_noLetter_isSaid(String json) {
    assertInstanceOf(GivenReading.Broken.class, read(json));
  }

  @Test
  void read_nestedWithoutEnd_isSaid() {
    assertInstanceOf(GivenReading.Broken.class, read("{'text': 'x', 'a': " + "[".repeat(200_000)));
  }

  @Test
  void read_withByteOrderMark_isRead() {
    assertEquals("x", assertInstanceOf(GivenLetter.class, read("\ufeff{'text': 'x'}")).body());
  }

  private static Reply over(String json) {
    return assertInstanceOf(GivenReading.Completed.class, given(json).over(READ, text -> text))
        .reply();
  }

  private static GivenLetter given(String json) {
    return assertInstanceOf(GivenLetter.class, read(json));
  }

  private static GivenReading read(String json) {
    boolean ours = json.startsWith("{\"");
    return GivenLetter.read(
        (ours ? json : json.replace('\'', '"')).getBytes(StandardCharsets.UTF_8));
  }
}
