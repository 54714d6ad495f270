package org.dafu.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dafu.analysis.SynonymRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFolderTest {
  private static final Path FIXTURE = Path.of("src/test/resources/fixtures/config");

  @TempDir private Path folder;

  @BeforeEach
  void copyFixture() throws IOException {
    try (Stream<Path> files = Files.list(FIXTURE)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void read_goodFolder_givesEveryList() throws IOException {
    IndexConfig config = good();
    assertEquals(20, config.extraction().divisions().size());
    assertEquals(List.of("襄樊市"), config.extraction().divisions().get(11).formerNames());
    assertEquals(3, config.extraction().taxonomy().measures().size());
    assertEquals("环境型", config.extraction().taxonomy().instruments().get(0).school());
    assertEquals(2, config.extraction().classSchemes().size());
    assertEquals('养', config.extraction().variants().applyAsInt('養'));
    assertEquals('字', config.extraction().variants().applyAsInt('字'));
    assertEquals(Set.of("适老化", "长护险"), config.words().domainWords());
    assertEquals("平台", config.words().confusions().get("平合"));
    assertEquals(2.0, config.weights().get("title"));
    assertEquals(
        List.of(
            SynonymRule.twoWay(List.of("长护险", "长期护理保险")),
            new SynonymRule(List.of("养老机构"), List.of("养老机构", "敬老院")),
            SynonymRule.twoWay(List.of("卫生健康委员会", "卫健委")),
            SynonymRule.twoWay(List.of("环境保护局", "生态环境局"))),
        config.words().synonyms());
  }

  @Test
  void read_folderOfTheProject_isGood() throws IOException {
    IndexConfig config =
        assertInstanceOf(
            IndexConfig.class, ConfigFolder.read(Path.of("index-config"), "index-config"));
    assertTrue(config.extraction().divisions().size() > 3_000);
    assertTrue(config.words().domainWords().contains("丰都县"));
    assertFalse(config.words().domainWords().contains("咸宁市")); // smartcn cuts it as one word
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          divisions.tsv     | 14050;county;某区;            | 不是代码
          divisions.tsv     | 140599;town;某镇;             | 不是级别
          divisions.tsv     | 140599;prefecture;某市;       | county 级的
          divisions.tsv     | 140500;prefecture;某市;       | 第 5 行已经有了
          divisions.tsv     | 140599;county                 | 至少要有 3 列
          divisions.tsv     | 140599;county;;               | 第 3 列是空的
          divisions.tsv     | 140599;county;某区;某县;x;y   | 最多只能有 5 列
          variants.tsv      | 養老;养老                     | 一个字对一个字
          measures.tsv      | 养老;养老;;;                  | 不是代码
          measures.tsv      | *;转述;您建议;;               | 不是代码
          measures.tsv      | TR;交通;公交¦建;;             | 只有一个字
          measures.tsv      | TR;交通;公交+;;               | 要有词
          measures.tsv      | TR;交通;公交¦停车;停车;       | 强线索和弱线索里都有
          instruments.tsv   | I02;制度;;出台…办法+《;;;     | 不能用在同一个线索里
          instruments.tsv   | I02;制度;;出台;;;很多         | 门槛“很多”
          status.tsv        | S3;计划;打算*;;;;             | “*”后面要写
          status.tsv        | S3;计划;打算;;;;高            | 优先级“高”
          class-schemes.tsv | x;999999;*;A;solved;y         | 不是 divisions.tsv 里的代码
          class-schemes.tsv | x;*;letter;A;solved;y         | 不是种类
          class-schemes.tsv | x;*;*;A;done;y                | 不是结果
          class-schemes.tsv | x;*;*;留作参考;solved;y       | 第 3 行已经写了
          synonyms.txt      | 单独                          | 只有一个词
          synonyms.txt      | 甲词, , 乙词                  | 有空的词
          synonyms.txt      | 甲词 => 乙词 => 丙词          | 不止一个 =>
          domain-words.txt  | 词                            | 一个字的词
          domain-words.txt  | 适老 化                       | 不能有空格
          ocr-confusions.tsv| 合;台                         | 一个字到处都有
          ocr-confusions.tsv| 平台;平台                     | 两列相同
          fields.tsv        | colour;1;                     | 不是名称
          fields.tsv        | bm25-b;2;                     | 行已经有了
          """)
  void read_faultyLine_isNamedWithItsReason(String file, String line, String reason)
      throws IOException {
    String before = Files.readString(folder.resolve(file));
    Files.writeString(
        folder.resolve(file), before + line.replace(';', '\t').replace('¦', '|') + "\n");
    ConfigFault fault = onlyFault();
    assertEquals("index-config/" + file, fault.file());
    assertEquals(before.lines().count() + 1, fault.line());
    assertTrue(fault.message().contains(reason), fault.message());
  }

  @Test
  void read_severalFaults_areAllNamed() throws IOException {
    append("synonyms.txt", "单独\n甲词,,\n");
    append("fields.tsv", "colour\t1\n");
    Files.delete(folder.resolve("status.tsv"));
    Files.writeString(folder.resolve("synonym.txt"), "");
    assertEquals(2, faults().size(), "with a file missing, no other is read");
    copyBack("status.tsv");
    Files.delete(folder.resolve("synonym.txt"));
    assertEquals(
        List.of(
            "index-config/fields.tsv:22",
            "index-config/synonyms.txt:4",
            "index-config/synonyms.txt:5"),
        faults().stream().map(fault -> fault.file() + ":" + fault.line()).toList());
  }

  @Test
  void read_missingWeight_isAFault() throws IOException {
    String weights = Files.readString(folder.resolve("fields.tsv"));
    Files.writeString(folder.resolve("fields.tsv"), weights.replaceFirst("(?m)^title.*\n", ""));
    assertTrue(onlyFault().message().contains("缺少“title”一行"));
  }

  @Test
  void read_savedByOtherPrograms_isTheSame() throws IOException {
    IndexConfig before = good();
    rewrite("divisions.tsv", StandardCharsets.UTF_8, text -> "\uFEFF" + text.replace("\n", "\r\n"));
    rewrite("measures.tsv", StandardCharsets.UTF_16LE, text -> "\uFEFF" + text + "\t\t\t\t\t\r\n");
    rewrite("status.tsv", StandardCharsets.UTF_8, text -> text.replace("正在推进", "\"正在推进\""));
    rewrite("class-schemes.tsv", StandardCharsets.UTF_8, text -> "\"# by hand, again\"\n\n" + text);
    IndexConfig after = good();
    assertEquals(before.extraction().divisions(), after.extraction().divisions());
    assertEquals(before.extraction().taxonomy(), after.extraction().taxonomy());
    assertEquals(before.readingFingerprint(), after.readingFingerprint());
  }

  @Test
  void read_rowOfReportingWords_isNoCode() throws IOException {
    String before = good().readingFingerprint();
    append("instruments.tsv", "*\t转述\t\t您建议|外地\n");
    assertEquals(List.of("您建议", "外地"), good().extraction().taxonomy().reporting());
    assertEquals(1, good().extraction().taxonomy().instruments().size());
    assertNotEquals(before, good().readingFingerprint());
  }

  @Test
  void read_thresholdAndRank_areTakenOrUsual() throws IOException {
    append("status.tsv", "S3\t列入计划\t计划\t\t\t17.5\t3\n");
    var status = good().extraction().taxonomy().status();
    assertEquals(10, status.get(0).threshold());
    assertEquals(1, status.get(0).rank());
    assertEquals(17.5, status.get(2).threshold());
    assertEquals(3, status.get(2).rank());
  }

  @Test
  void read_otherEncoding_namesTheLine() throws IOException {
    rewrite("synonyms.txt", Charset.forName("GB18030"), text -> "# a\n" + text);
    ConfigFault fault = onlyFault();
    assertEquals(3, fault.line());
    assertTrue(fault.message().contains("UTF-8"), fault.message());
  }

  @Test
  void read_wordInSeveralSynonymLines_holdsInAll() throws IOException {
    append("synonyms.txt", "护理险, 长护险\n长护险 => 护理保险\n");
    assertEquals(6, good().words().synonyms().size());
  }

  @Test
  void read_agencies_allNamesOfARowStandForEachOther() throws IOException {
    append("agency-short-names.tsv", "环保局\t环境保护局\n生态局\t生态环境局\n");
    append("agency-renames.tsv", "生态环境局\t生态部门\n");
    List<SynonymRule> rules = good().words().synonyms();
    assertTrue(rules.contains(SynonymRule.twoWay(List.of("环境保护局", "环保局", "生态环境局", "生态局"))));
    assertTrue(rules.contains(SynonymRule.twoWay(List.of("生态环境局", "生态局", "生态部门"))));
    assertTrue(good().words().agencies().containsAll(Set.of("环保局", "生态部门", "卫健委")));
  }

  @Test
  void read_agenciesOfTheProject_findTheirFormerFullNames() throws IOException {
    IndexConfig config =
        assertInstanceOf(
            IndexConfig.class, ConfigFolder.read(Path.of("index-config"), "index-config"));
    Map<String, String> wanted =
        Map.of(
            "环保局",
            "环境保护局",
            "卫计委",
            "卫生和计划生育委员会",
            "卫生局",
            "卫生和计划生育委员会",
            "农委",
            "农业农村委员会",
            "文广新局",
            "文化广电新闻出版局",
            "扶贫办",
            "乡村振兴局");
    wanted.forEach(
        (asked, found) ->
            assertTrue(
                config.words().synonyms().stream()
                    .anyMatch(rule -> rule.left().contains(asked) && rule.right().contains(found)),
                asked));
  }

  @Test
  void read_filesOfEditors_areLeftAlone() throws IOException {
    Files.writeString(folder.resolve(".DS_Store"), "");
    Files.writeString(folder.resolve("~$measures.xlsx"), "");
    Files.writeString(folder.resolve("synonyms.txt~"), "");
    good();
  }

  @Test
  void readingFingerprint_changesWithWhatLettersAreReadByOnly() throws IOException {
    String before = good().readingFingerprint();
    append("synonyms.txt", "甲词, 乙词\n");
    append("domain-words.txt", "新词\n");
    append("divisions.tsv", "# a remark\n");
    assertEquals(before, good().readingFingerprint());
    append("measures.tsv", "TR\t交通\t公交\t\t\n");
    assertNotEquals(before, good().readingFingerprint());
  }

  @Test
  void look_brokenEdit_keepsTheLastGoodOne() throws IOException {
    IndexConfig[] taken = new IndexConfig[1];
    ConfigWatch watch = new ConfigWatch(folder, "index-config", good(), now -> taken[0] = now);
    append("synonyms.txt", "单独\n");
    watch.look();
    assertEquals(null, taken[0]);
    copyBack("synonyms.txt");
    append("synonyms.txt", "甲词, 乙词, 丙词\n");
    watch.look();
    assertEquals(5, taken[0].words().synonyms().size());
  }

  private interface Edit {
    String apply(String text);
  }

  private void rewrite(String file, Charset charset, Edit edit) throws IOException {
    String text = Files.readString(folder.resolve(file));
    Files.write(folder.resolve(file), edit.apply(text).getBytes(charset));
  }

  private void append(String file, String lines) throws IOException {
    Files.writeString(folder.resolve(file), Files.readString(folder.resolve(file)) + lines);
  }

  private void copyBack(String file) throws IOException {
    Files.write(folder.resolve(file), Files.readAllBytes(FIXTURE.resolve(file)));
  }

  private IndexConfig good() throws IOException {
    return assertInstanceOf(IndexConfig.class, ConfigFolder.read(folder, "index-config"));
  }

  private List<ConfigFault> faults() throws IOException {
    return assertInstanceOf(InvalidConfig.class, ConfigFolder.read(folder, "index-config"))
        .faults();
  }

  private ConfigFault onlyFault() throws IOException {
    List<ConfigFault> faults = faults();
    assertEquals(1, faults.size(), faults.toString());
    return faults.get(0);
  }
}
