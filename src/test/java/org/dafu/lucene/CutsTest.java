package org.dafu.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.dafu.analysis.Atom;
import org.dafu.analysis.CharacterFold;
import org.dafu.analysis.CharacterScanner;
import org.dafu.contract.RandomText;
import org.dafu.reply.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutsTest {
  private static final CharacterFold FOLD = CharacterFold.withoutVariants();

  private static Span around(String text, String marked) {
    int start = text.indexOf(marked);
    Span mark = new Span(start, start + marked.length());
    List<Atom> atoms = CharacterScanner.atoms(FOLD, text);
    return new Cuts(text, atoms).around(mark, new Span(0, text.length()));
  }

  @Test
  void around_sentences_areKeptWhole() {
    String before = "前一句话说的是别的事情".repeat(6) + "。";
    String wanted = "这一句话里有要找的词语，它说得很长".repeat(4) + "找到了。";
    String after = "后一句话说的又是别的事情".repeat(6) + "。";
    assertEquals(wanted, around(before + wanted + after, "找到了").of(before + wanted + after));
  }

  @Test
  void around_shortSentence_takesInItsNeighbours() {
    String text = "一、标题\n很短。再来一句凑够长度。" + "后面还有很长的一段".repeat(10) + "。";
    assertTrue(around(text, "很短").length() >= 60);
    assertEquals("只有这句。", around("  只有这句。\n", "这句").of("  只有这句。\n"));
  }

  @Test
  void around_closingQuote_belongsToItsSentence() {
    String first = "他说：“" + "这件事已经办好".repeat(9) + "。”";
    String text = first + "后面的一句很长".repeat(12) + "。";
    assertEquals(first, around(text, "已经").of(text));
  }

  @Test
  void around_endOfALongTitle_keepsTheTitleWhole() {
    String title = "《" + "某地关于进一步推进各项工作的若干意见".repeat(5) + "补充规定》";
    String text = "按照" + "文件要求".repeat(30) + title + "办理".repeat(80);
    assertTrue(around(text, "补充规定").of(text).startsWith(title));
  }

  @Test
  void around_signsOutsideTheBasicPlane_cutsNone() {
    for (int lead = 0; lead < 2; lead++) {
      String text = "😀".repeat(100) + "甲".repeat(lead) + "词语" + "😀".repeat(100);
      Span passage = around(text, "词语");
      assertFalse(Character.isLowSurrogate(text.charAt(passage.start())));
      assertFalse(Character.isHighSurrogate(text.charAt(passage.end() - 1)));
    }
  }

  @Test
  void around_endlessSigns_takesNoTime() {
    for (String sign : List.of("》", "《", "）", "《》", "。）")) {
      String text = sign.repeat(50_000) + "词语" + sign.repeat(50_000);
      List<Atom> atoms = CharacterScanner.atoms(FOLD, text);
      Span mark = new Span(text.indexOf("词语"), text.indexOf("词语") + 2);
      Span whole = new Span(0, text.length());
      Span passage =
          assertTimeout(
              Duration.ofSeconds(5),
              () -> {
                Cuts cuts = new Cuts(text, atoms);
                for (int i = 0; i < 300; i++) {
                  cuts.around(mark, whole);
                }
                return cuts.around(mark, whole);
              },
              sign);
      assertTrue(passage.contains(mark));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void around_anyMark_cutsNoNumberAndNoTitle(long seed) {
    Random random = new Random(seed);
    RandomText maker = new RandomText(random);
    for (int i = 0; i < 200; i++) {
      String text =
          maker.text(100 + random.nextInt(300)).replace("。", random.nextInt(3) == 0 ? "。" : "");
      List<Atom> atoms = CharacterScanner.atoms(FOLD, text);
      Atom marked = atoms.get(random.nextInt(atoms.size()));
      Span mark = new Span(marked.start(), marked.end());
      Span passage = new Cuts(text, atoms).around(mark, new Span(0, text.length()));
      String told = "seed " + seed + ": " + passage + " around " + mark + " of " + text;
      if (marked.kind() != Atom.Kind.PUNCTUATION) {
        assertTrue(passage.contains(mark), told);
      }
      for (Atom atom : atoms) {
        if (atom.kind() != Atom.Kind.PUNCTUATION) {
          assertFalse(isWithin(passage.start(), atom) || isWithin(passage.end(), atom), told);
        }
      }
      assertFalse(cutsTitle(text, passage.start()) || cutsTitle(text, passage.end()), told);
    }
  }

  private static boolean isWithin(int cut, Atom atom) {
    return atom.start() < cut && cut < atom.end();
  }

  /** Whether a cut lies between a 《 and the first 》 after it, which is near. */
  private static boolean cutsTitle(String text, int cut) {
    int open = text.lastIndexOf('《', cut - 1);
    int close = open < 0 ? -1 : text.indexOf('》', open);
    return open >= 0 && close >= cut && close - open <= 100;
  }
}
