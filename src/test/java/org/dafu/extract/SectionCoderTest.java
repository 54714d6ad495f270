package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.dafu.extract.SectionCoder.Codes;
import org.dafu.extract.SectionCoder.Part;
import org.dafu.read.Folding;
import org.dafu.reply.SectionCue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules by which cues speak, each with a list of its own. */
class SectionCoderTest {
  private static final CueList OTHER = list("ED", List.of("幼儿园"), List.of(), List.of());

  /** A code I01 with this one cue, 3 points, which is all that it needs. */
  private static Codes tool(String cue, String text) {
    CueList tool = list("I01", List.of(cue), List.of(), List.of());
    return code(new Taxonomy(List.of(OTHER), List.of(tool), List.of(), List.of("您建议")), text);
  }

  private static CueList list(
      String code, List<String> strong, List<String> weak, List<String> heading) {
    return new CueList(code, code, null, strong, weak, heading, 3, 1);
  }

  private static Codes code(Taxonomy taxonomy, String text) {
    return code(taxonomy, "", "", text);
  }

  private static Codes code(Taxonomy taxonomy, String title, String heading, String text) {
    SectionCoder coder = new SectionCoder(taxonomy, new Folding(unit -> unit));
    Part part = new Part(tight(heading), tight(text), List.of());
    return coder.code(List.of(tight(title)), null, List.of(part)).getFirst();
  }

  private static Tight tight(String text) {
    return Tight.of(new Folding(unit -> unit).fold(text), 0, text.length());
  }

  @ParameterizedTest
  @CsvSource({
    "新建/改建+敬老院, 去年改建了两所敬老院。, true",
    "新建/改建+敬老院, 敬老院已改建。, true",
    "新建/改建+敬老院, 道路已改建，敬老院照旧。, false",
    "列入…规划, 已列入市级专项规划。, true",
    "列入…规划, 规划中没有列入。, false",
    "列入…规划, 列入我市今年以来一直在反复讨论修改的那一份规划。, false",
    "标准!补贴标准, 出台服务标准。, true",
    "标准!补贴标准, 提高补贴标准。, false",
    "标准!补贴标准, 提高补贴标准，出台服务标准。, true",
    "补助资金, 《补助资金管理通知》已转发。, false",
    "通知》, 《补助资金管理通知》已转发。, true",
    "发放补助, 您建议给老人发放补助。, false",
  })
  void code_oneCue_speaksWhereItsFormSays(String cue, String text, boolean speaks) {
    assertEquals(speaks ? List.of("I01") : List.of(), tool(cue, text).instruments());
  }

  @Test
  void code_longerWord_hidesShorterOnesInIt() {
    CueList education = list("ED", List.of("教育"), List.of(), List.of());
    CueList health = list("HE", List.of("健康教育"), List.of(), List.of());
    Taxonomy taxonomy = new Taxonomy(List.of(education, health), List.of(), List.of(), List.of());
    assertEquals(List.of("HE"), code(taxonomy, "开展健康教育。").measures());
    assertEquals(List.of("ED"), code(taxonomy, "发展教育。").measures());
  }

  @Test
  void code_letterAboutOneThing_givesItToEverySection() {
    CueList health = list("HE", List.of("医院"), List.of(), List.of());
    Taxonomy taxonomy = new Taxonomy(List.of(OTHER, health), List.of(), List.of(), List.of());
    Codes codes = code(taxonomy, "关于增建幼儿园的建议", "", "去年下半年已经完成。");
    assertEquals(List.of("ED"), codes.measures());
    assertTrue(codes.cues().isEmpty(), "no cue of its own");
    assertEquals(List.of("ED", "HE"), code(taxonomy, "关于增建幼儿园的建议", "医院", "医院门前的幼儿园。").measures());
  }

  @Test
  void code_titleThatSaysNothing_leavesTheSubjectToTheText() {
    CueList health = list("HE", List.of("医院"), List.of(), List.of());
    Taxonomy taxonomy = new Taxonomy(List.of(OTHER, health), List.of(), List.of(), List.of());
    Part hospital = new Part(tight(""), tight("医院扩建。医院招人。医院添床。医院停车。"), List.of());
    Part other = new Part(tight(""), tight("幼儿园门前。幼儿园招生。幼儿园收费。"), List.of());
    List<Codes> codes =
        new SectionCoder(taxonomy, new Folding(unit -> unit))
            .code(List.of(tight("关于几件事的建议")), null, List.of(hospital, hospital, other));
    assertEquals(List.of("ED", "HE"), codes.get(2).measures());
  }

  @Test
  void code_partInPassing_doesNotCount() {
    CueList health = list("HE", List.of("医院"), List.of(), List.of());
    Taxonomy taxonomy = new Taxonomy(List.of(OTHER, health), List.of(), List.of(), List.of());
    String text = "幼儿园在建。幼儿园已招生。幼儿园的老师。幼儿园离医院不远。幼儿园收费。";
    assertEquals(List.of("ED"), code(taxonomy, "幼儿园", "", text).measures());
  }

  private static Taxonomy progress() {
    return new Taxonomy(
        List.of(OTHER),
        List.of(),
        List.of(
            new CueList("S1", "", null, List.of("已建成"), List.of("建成"), List.of(), 20, 1),
            new CueList("S2", "", null, List.of("正在"), List.of(), List.of(), 20, 2),
            new CueList("S3", "", null, List.of("计划"), List.of(), List.of("下一步"), 20, 3)),
        List.of());
  }

  @Test
  void code_tense_carriesOnInItsSentence() {
    assertEquals(List.of("S1"), code(progress(), "去年已建成两所，建成一座。").status());
    assertEquals(List.of("S3"), code(progress(), "计划投资五百万元，建成两所，建成一座。").status());
    assertEquals(List.of("S1", "S3"), code(progress(), "计划投资五百万元。已建成两所，已建成一座。").status());
  }

  @Test
  void code_headingOfPlans_holdsForTheSection() {
    assertEquals(List.of("S3"), code(progress(), "", "下一步", "建成两所。建成一座。").status());
    assertEquals(List.of("S1"), code(progress(), "", "成绩", "建成两所。建成一座。").status());
  }

  @Test
  void code_cue_isNamedWithItsPlace() {
    Codes codes = tool("新建/改建+敬老院", "去年，改建了两所敬老院。");
    assertEquals(List.of(new SectionCue("I01", "新建/改建+敬老院", 3, 11)), codes.cues());
  }

  @Test
  void code_partsBelow_bearCodesOfTheirSectionOnly() {
    CueList tool = list("I01", List.of("补助"), List.of(), List.of());
    CueList rare = list("I02", List.of("试点"), List.of(), List.of());
    Taxonomy taxonomy = new Taxonomy(List.of(OTHER), List.of(tool, rare), List.of(), List.of());
    String child = "补助五十万元。";
    String all = "补助一。补助二。补助三。补助四。补助五。补助六。试点。" + child;
    Part below = new Part(tight(""), tight(child), List.of());
    Part other = new Part(tight(""), tight("试点。"), List.of());
    Part part = new Part(tight(""), tight(all), List.of(below, other));
    Codes codes =
        new SectionCoder(taxonomy, new Folding(unit -> unit))
            .code(List.of(), null, List.of(part))
            .getFirst();
    assertEquals(List.of("I01"), codes.instruments());
    assertEquals(List.of("I01"), codes.children().get(0).instruments());
    assertEquals(List.of(), codes.children().get(1).instruments());
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 7, 19, 1_000_003})
  void code_randomText_givesCuesThatStandInIt(long seed) {
    Random random = new Random(seed);
    String alphabet = "补助敬老院新建改列入规划试点《》，。；：“”一二您建议1";
    SectionCoder coder = Extract.coder();
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(200); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Part part = new Part(tight(""), tight(text.toString()), List.of());
      for (SectionCue cue : coder.code(List.of(), null, List.of(part)).getFirst().cues()) {
        assertTrue(
            cue.start() >= 0 && cue.start() < cue.end() && cue.end() <= text.length(),
            () -> "seed " + seed + ": " + cue + " in " + text);
      }
    }
  }
}
