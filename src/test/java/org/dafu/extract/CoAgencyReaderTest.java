package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dafu.reply.Reply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoAgencyReaderTest {
  private static Reply letter(String handled, String tail) {
    return Extract.text(
        "晋城市民政局\n关于市政协八届一次会议第12号提案的答复\n赵小明委员：\n您提出的《关于办好社区食堂的提案》收悉。"
            + handled
            + "\n我局在全市新建社区食堂十二处，为老年人提供用餐服务。\n感谢您对民政工作的关心。\n"
            + tail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          经商市财政局、市住建局，现答复如下：                      | 市财政局、市住建局
          该提案由我局主办，市财政局、市卫健委会办。现答复如下：            | 市财政局、市卫健委
          该提案由市民政局和市财政局共同办理，现答复如下：                | 市财政局
          根据市财政局、市卫健委的会办意见，结合我局职能，现答复如下：        | 市财政局、市卫健委
          我局牵头，市财政局、市教育局配合，现答复如下：                 | 市财政局、市教育局
          我局立即与市财政局、市教育局进行了沟通对接，现答复如下：          | 市财政局、市教育局
          经我局与市公安局交警支队、市城市管理局共同研究，现答复如下：        | 市公安局交警支队、市城市管理局
          我局作为主办单位，积极与会办单位市财政局、市城管局沟通，现答复如下：   | 市财政局、市城管局
          我局及时与泽州县政府、高平市政府及市住房城乡建设局联系，现答复如下：   | 泽州县政府、高平市政府、市住房城乡建设局
          主办单位为我局，会办单位为市财政局、市卫健委。现答复如下：         | 市财政局、市卫健委
          现会同市财政局答复如下：                              | 市财政局
          我局高度重视，会同市财政局作了专题研究。现答复如下：            | 市财政局
          经与相关部门研究，并与城区街道的干部群众座谈，现答复如下：         | ''
          现会同市民政局养老科研究，答复如下：                       | ''
          市政府组织市财政局、市住建局认真研究，现答复如下：             | 市财政局、市住建局
          市政府责成泽州县政府办理，现答复如下：                    | 泽州县政府
          经会市财政局、市住建局研究，现答复如下：                   | 市财政局、市住建局
          市商务局会同市邮政管理局、北石店镇人民政府办理，答复如下：       | 市邮政管理局、北石店镇人民政府
          我局高度重视，组织召开局长办公会研究，现答复如下：           | ''
          安排分管副局长牵头办理，现答复如下：                  | ''
          我局安排局办公室牵头办理，现答复如下：                 | ''
          组织局党委研究，现答复如下：                      | ''
          根据市委市政府研究部署，现答复如下：                  | ''
          经会办单位市财政局研究，现答复如下：                  | 市财政局
          经市民政局与市大数据中心共同研究，现答复如下：             | 市大数据中心
          经与市文物保护研究所、晋城海关共同研究，现答复如下：         | 市文物保护研究所、晋城海关
          我局会商请市教育局、北街街道办事处配合，现答复如下：         | 市教育局、北街街道办事处
          我局会同乡政府做了清理，现答复如下：                   | ''
          现结合会办单位晋城海关、市税务局意见，答复如下：           | 晋城海关、市税务局
          现答复如下：\\n市财政局、市委编办提出了会办意见。我局会同市教育局修编规划。 | 市财政局、市委编办
          """)
  void coAgencies_inTheOpening(String handled, String expected) {
    List<String> names = expected.isEmpty() ? List.of() : List.of(expected.split("、"));
    String told = handled.replace("\\n", "\n");
    assertEquals(names, letter(told, "晋城市民政局\n2021年5月6日").coAgencies());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          承办单位：晋城市民政局（主办）  市财政局、市住建局（会办）    | 主办 | 市财政局、市住建局
          承办单位：市财政局（主办）；晋城市民政局（会办）          | 会办 | ''
          承办单位：市民政局（主）；市财政局（分）；市住建局（分）     | 主办 | 市财政局、市住建局
          """,
      nullValues = "null")
  void roles_inBracketsBehindTheNames(String line, @Nullable String role, String expected) {
    List<String> names = expected.isEmpty() ? List.of() : List.of(expected.split("、"));
    Reply reply =
        Extract.text(
            line
                + "\n关于市政协八届一次会议第12号提案的答复\n赵小明委员：\n您提出的《关于办好社区食堂的提案》收悉。现答复如下：\n"
                + "我局在全市新建社区食堂十二处，为老年人提供用餐服务。\n晋城市民政局\n2021年5月6日");
    assertEquals(names, reply.coAgencies());
    assertEquals(role, reply.handlingRole());
  }

  @Test
  void handlingBodies_behindTheirLabelInACellOfTheForm() {
    Reply reply =
        Extract.page(
            "<table><tr><td>承办单位：市财政局（主办）；晋城市民政局、市住建局（会办）</td><td>办理方式：会办</td></tr></table>"
                + "<p>关于市政协八届一次会议第12号提案的答复</p><p>赵小明委员：</p><p>您提出的《关于办好社区食堂的提案》收悉。现答复如下：</p>"
                + "<p>我局在全市新建社区食堂十二处，为老年人提供用餐服务。</p><p>晋城市民政局</p><p>2021年5月6日</p>");
    assertEquals("会办", reply.handlingRole());
    assertEquals(List.of("市住建局"), reply.coAgencies());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          晋城市民政局　　晋城市财政局                 | 晋城市财政局
          晋城市民政局;晋城市财政局;晋城市卫生健康委员会     | 晋城市财政局、晋城市卫生健康委员会
          协办单位：市财政局；市卫健委;晋城市民政局       | 市财政局、市卫健委
          晋城市民政局;2021年5月6日;抄送：市政协提案委;市消防救援支队 | ''
          """)
  void coAgencies_inTheSignOff(String tail, String expected) {
    List<String> names = expected.isEmpty() ? List.of() : List.of(expected.split("、"));
    assertEquals(names, letter("现答复如下：", tail.replace(';', '\n')).coAgencies());
  }

  @Test
  void isSameBody_shortName_isTheBodyItself() {
    assertEquals(true, AgencyNames.isSameBody("市卫健委", "吉安市卫生健康委员会"));
    assertEquals(true, AgencyNames.isSameBody("市城管局", "市城市管理局"));
    assertEquals(false, AgencyNames.isSameBody("市公安局", "市公安局交警支队"));
    assertEquals(false, AgencyNames.isSameBody("泽州县政府", "高平市政府"));
  }
}
