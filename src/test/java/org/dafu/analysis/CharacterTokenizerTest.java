package org.dafu.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.dafu.contract.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterTokenizerTest {
  private static final CharacterFold FOLD = new CharacterFold(c -> c == '養' ? '养' : c);

  /** Each token as position:term. */
  private static List<String> tokens(Analyzer analyzer, String text) throws IOException {
    List<String> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", new StringReader(text))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = -1;
      int last = 0;
      while (stream.incrementToken()) {
        position += increment.getPositionIncrement();
        tokens.add(position + ":" + term);
        assertTrue(offset.startOffset() >= last, () -> "offsets go backwards: " + text);
        assertTrue(offset.endOffset() > offset.startOffset(), () -> "empty token: " + text);
        assertTrue(offset.endOffset() <= text.length(), () -> "beyond the text: " + text);
        last = offset.startOffset();
      }
      stream.end();
      assertEquals(text.length(), offset.endOffset(), text);
    }
    return tokens;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "养老 服|0:养 0:养老 1:老 1:老服 2:服",
        "養　老|0:养 0:养老 1:老",
        "第０６８号|0:第 1:068 2:号",
        "DH0271|0:dh0271 0:dh 0:0271",
        "GB SOS|0:gb 1:sos",
        "1,234万|0:1234 0:1 0:234 1:万",
        "93.20%|0:93.20 0:93 0:20 1:。",
        "1.2017年|0:1.2017 0:1 0:2017 1:年",
        "2021.07.16|0:2021 1:。 2:07 3:。 4:16",
        "1,23|0:1 1:。 2:23",
        "甲，  。乙|0:甲 1:。 2:乙",
        "𠮷林|0:𠮷 0:𠮷林 1:林",
        "⾼龄|0:高 0:高龄 1:龄",
        "二○二〇|0:二 0:二〇 1:〇 1:〇二 2:二 2:二〇 3:〇",
        "1 234|0:1 1:234"
      })
  void tokens_ofPrintedForms(String text, String expected) throws IOException {
    try (Analyzer analyzer = new CharacterAnalyzer(FOLD)) {
      assertEquals(expected, String.join(" ", tokens(analyzer, text)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void tokens_ofAnyText_haveGoodOffsetsAndAgreeWithAtoms(long seed) throws IOException {
    Random random = new Random(seed);
    try (Analyzer characters = new CharacterAnalyzer(FOLD);
        Analyzer words = new WordsAnalyzer(FOLD)) {
      for (int i = 0; i < 200; i++) {
        String text = i % 2 == 0 ? new RandomText(random).text(80) : anything(random);
        List<String> tokens = tokens(characters, text);
        tokens(words, text);
        int position = 0;
        for (Atom atom : CharacterScanner.atoms(FOLD, text)) {
          String expected = position++ + ":" + atom.term();
          assertTrue(tokens.contains(expected), () -> seed + ": " + text + ": " + expected);
        }
      }
    }
  }

  private static String anything(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(30); length > 0; length--) {
      text.append((char) random.nextInt(random.nextBoolean() ? 0x300 : 0x10000));
    }
    return text.toString();
  }

  @Test
  @Timeout(20)
  void tokens_ofAPageOfDigits_takeNoLongerThanOfLetters() throws IOException {
    try (Analyzer analyzer = new CharacterAnalyzer(FOLD)) {
      assertEquals(62_500, tokens(analyzer, "7".repeat(4_000_000)).size());
    }
  }

  @Test
  void tokens_ofALongText_areAllThere() throws IOException {
    try (Analyzer analyzer = new CharacterAnalyzer(FOLD)) {
      assertEquals(2 * 50_000 - 1, tokens(analyzer, "养老".repeat(25_000)).size());
      assertTrue(tokens(analyzer, "a".repeat(50_000)).size() > 100);
    }
  }
}
