package org.dafu.meaning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPieceTest {
  private static final List<String> PIECES =
      List.of(
          "[PAD]", "[UNK]", "[CLS]", "[SEP]", "养", "老", "a", "市", "un", "##aff", "##able", "cafe",
          "2020", "20", "##21", "##2", "。", "，", "(", ")", "-", "%", "〔", "〕", "##市", "“");

  private static final WordPiece WORD_PIECE = new WordPiece(vocabulary());

  private static Map<String, Integer> vocabulary() {
    Map<String, Integer> vocabulary = new HashMap<>();
    for (String piece : PIECES) {
      vocabulary.put(piece, vocabulary.size());
    }
    return vocabulary;
  }

  private static String pieces(String text, int most) {
    List<String> pieces = new ArrayList<>();
    for (long number : WORD_PIECE.numbers(text, most)) {
      pieces.add(PIECES.get((int) number));
    }
    return String.join(" ", pieces);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "养老 | 养 老", // each Chinese character alone
        "A市 | a 市", // small letters first, and never ##市
        "unaffable | un ##aff ##able", // the longest pieces from the left
        "UNAFFABLE! | un ##aff ##able [UNK]",
        "unaffx | [UNK]", // a word of which one part is unknown is unknown as a whole
        "Café | cafe", // accents go, written in one code point
        "Cafe\u0301 | cafe", // or in two
        "2020 | 2020",
        "2021年 | 20 ##21 [UNK]",
        "养老。养，老 | 养 老 。 养 ， 老",
        "(20-2020)% | ( 20 - 2020 ) %",
        "〔2020〕养 | 〔 2020 〕 养",
        "“养”老 | “ 养 [UNK] 老",
        "养\u200b老\ufffd养\u0000 | 养 老 养", // what nobody sees is nothing
        "养\u3000老\u00a0市 | 养 老 市",
        "😀养 | [UNK] 养",
      })
  void numbers_text_areThoseOfItsPieces(String text, String pieces) {
    assertEquals("[CLS] " + pieces + " [SEP]", pieces(text, 512), text);
  }

  @Test
  void numbers_spaceOfAnyKind_partsWords() {
    assertEquals("[CLS] a a 养 老 养 [SEP]", pieces(" a\u00a0a\n养  老\t养\r\n", 512));
  }

  @Test
  void numbers_emptyText_areStartAndEnd() {
    assertEquals("[CLS] [SEP]", pieces("", 512));
    assertEquals("[CLS] [SEP]", pieces(" \n", 2));
  }

  @Test
  void numbers_longText_isCutBeforeTheEnd() {
    assertEquals("[CLS] 养 老 [SEP]", pieces("养老养老养老", 4));
    assertEquals("[CLS] un ##aff [SEP]", pieces("unaffable", 4));
    assertEquals(512, WORD_PIECE.numbers("养".repeat(2000), 512).length);
    assertArrayEquals(new long[] {2, 1, 3}, WORD_PIECE.numbers("x".repeat(101), 9));
  }

  @Test
  void new_foreignVocabulary_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new WordPiece(Map.of("养", 1)));
  }
}
