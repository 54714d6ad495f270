package org.dafu.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Section;
import org.dafu.reply.Source;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterTextTest {
  private static Reply letter(String text, List<Section> sections) {
    return new Reply(
        new ReplyId("0123456789abcdef"),
        true,
        null,
        null,
        null,
        null,
        null,
        null,
        "某市民政局",
        List.of(),
        null,
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        null,
        sections,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        text,
        Map.of(),
        List.of(),
        new Source("a.txt", "a", "text/plain", null));
  }

  private static Section section(String text, String label, @Nullable String heading, int level) {
    int start = text.indexOf(label);
    return new Section(
        label,
        heading,
        level,
        text.substring(start),
        new Span(start, text.length()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<TextBlock> blocks(String text, Section... sections) {
    return LetterText.blocks(letter(text, List.of(sections)), List.of());
  }

  private static String text(List<Segment> segments) {
    StringBuilder text = new StringBuilder();
    segments.forEach(segment -> text.append(segment.text()));
    return text.toString();
  }

  @Test
  void blocks_headingFusedToItsText_isCutAfterItsPunctuation() {
    String text = "（一）加强培训。今年开班6期。";
    List<TextBlock> blocks = blocks(text, section(text, "（一）", "加强培训", 2));
    assertTrue(
        blocks.get(0)
                instanceof
                TextBlock.Heading(
                    String id,
                    int level,
                    List<Segment> heading,
                    TextBlock.Passage passage)
            && id.equals("s0")
            && level == 3
            && text(heading).equals("（一）加强培训。"));
    assertTrue(
        blocks.get(1) instanceof TextBlock.Paragraph paragraph
            && text(paragraph.segments()).equals("今年开班6期。"));
  }

  @Test
  void blocks_sectionWithoutHeading_isAnAnchoredParagraph() {
    String text = "1.2017年建成3处。";
    List<TextBlock> blocks = blocks(text, section(text, "1.", null, 1));
    assertTrue(
        blocks.get(0) instanceof TextBlock.Paragraph paragraph
            && "s0".equals(paragraph.id())
            && text(paragraph.segments()).equals(text));
  }

  @Test
  void blocks_sectionWithinALine_isStrongAndAnchored() {
    String text = "做法如下：一是摸清底数，入户调查。";
    List<TextBlock> blocks = blocks(text, section(text, "一是", "摸清底数", 2));
    assertTrue(blocks.get(0) instanceof TextBlock.Paragraph);
    List<Segment> segments = ((TextBlock.Paragraph) blocks.get(0)).segments();
    assertEquals("s0", segments.get(1).id());
    assertEquals(new Segment("一是摸清底数，", false, true, null, null), segments.get(2));
    assertEquals(text, text(segments));
  }

  @Test
  void blocks_linesWithTabs_areOneTable() {
    List<TextBlock> blocks = blocks("表\na\tb\n\tc\n后");
    assertEquals(3, blocks.size());
    assertTrue(
        blocks.get(1) instanceof TextBlock.Table(var rows)
            && rows.size() == 2
            && rows.get(1).get(0).isEmpty()
            && text(rows.get(1).get(1)).equals("c"));
  }

  @Test
  void blocks_headSalutationAndSignature_areToldApart() {
    String text = "某市民政局\n关于第5号提案的答复\n尊敬的甲委员：\n您的提案收悉，现将办理情况答复如下，请您审阅。\n某市民政局\n2024年5月6日";
    List<TextBlock.Place> places = new ArrayList<>();
    blocks(text).forEach(block -> places.add(((TextBlock.Paragraph) block).place()));
    assertEquals(
        List.of(
            TextBlock.Place.HEAD,
            TextBlock.Place.HEAD,
            TextBlock.Place.SALUTATION,
            TextBlock.Place.BODY,
            TextBlock.Place.SIGNATURE,
            TextBlock.Place.SIGNATURE),
        places);
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void blocks_anyLetter_printEveryCharacterOnceAndAnchorsOnce(long seed) {
    Random random = new Random(seed);
    String text = random(random, "养老服务一、（二）。：\n\n\t 1", 5 + random.nextInt(150));
    List<Section> sections = sections(random, text);
    List<Span> marks = QueryMarks.of(text, random(random, "养老服务一1 ", 6));
    Set<String> ids = new HashSet<>();
    StringBuilder printed = new StringBuilder();
    StringBuilder marked = new StringBuilder();
    for (Segment segment : segments(LetterText.blocks(letter(text, sections), marks), ids, seed)) {
      printed.append(segment.text());
      marked.append(segment.marked() ? segment.text() : "");
      assertTrue(segment.id() == null || ids.add(segment.id()), "seed " + seed);
    }
    StringBuilder wanted = new StringBuilder();
    marks.forEach(mark -> wanted.append(mark.of(text)));
    assertEquals(bare(text), bare(printed.toString()), "seed " + seed);
    assertEquals(bare(wanted.toString()), bare(marked.toString()), "seed " + seed);
  }

  private static String bare(String text) {
    return text.replaceAll("\\s", "");
  }

  private static List<Section> sections(Random random, String text) {
    List<Section> sections = new ArrayList<>();
    int at = 0;
    for (int i = random.nextInt(6); i > 0 && at < text.length() - 3; i--) {
      at += random.nextInt(text.length() - at - 2);
      int label = at + 1;
      int heading = Math.min(text.length(), label + 1 + random.nextInt(6));
      sections.add(
          new Section(
              text.substring(at, label),
              random.nextBoolean() ? text.substring(label, heading) : null,
              1 + random.nextInt(4),
              "",
              new Span(at, text.length()),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of()));
      at++;
    }
    return sections;
  }

  private static String random(Random random, String from, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(from.charAt(random.nextInt(from.length())));
    }
    return text.toString();
  }

  private static List<Segment> segments(List<TextBlock> blocks, Set<String> ids, long seed) {
    List<Segment> all = new ArrayList<>();
    for (TextBlock block : blocks) {
      switch (block) {
        case TextBlock.Heading(
                String id,
                int level,
                List<Segment> segments,
                TextBlock.Passage passage) -> {
          assertTrue(ids.add(id) && level >= 2 && level <= 4, "seed " + seed);
          all.addAll(segments);
        }
        case TextBlock.Paragraph(String id, TextBlock.Place place, List<Segment> segments) -> {
          assertTrue(id == null || ids.add(id), "seed " + seed + " " + place);
          all.addAll(segments);
        }
        case TextBlock.Table(List<List<List<Segment>>> rows) ->
            rows.forEach(row -> row.forEach(all::addAll));
      }
    }
    return all;
  }
}
