package org.dafu.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "第068号,68",
    "０６８号,68",
    "第DH0271号,DH271",
    "dh271,DH271",
    "第D-013号,D13",
    "D013,D13",
    "第15-4-083号,15-4-83",
    "１５－４－８３,15-4-83",
    "15—4—083,15-4-83",
    "20230158,20230158",
    "000,0",
    "第100号,100"
  })
  void proposal_inAnyForm_isOne(String typed, String number) {
    assertEquals(number, TypedNumbers.proposal(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "庆环函字[2013]第52号,庆环函字〔2013〕52号",
    "庆环函字（２０１３） 第 52 号,庆环函字〔2013〕52号",
    "庆环函字〔2013〕52号,庆环函字〔2013〕52号"
  })
  void document_inAnyForm_isOne(String typed, String number) {
    assertEquals(number, TypedNumbers.document(typed));
  }

  @Test
  void printed_withASerial_hasItWithItsWordToo() {
    assertEquals(List.of("〔2013〕52号", "〔2013〕第52号"), TypedNumbers.printed("〔2013〕52号"));
    assertEquals(List.of("〔2013〕"), TypedNumbers.printed("〔2013〕"));
  }
}
