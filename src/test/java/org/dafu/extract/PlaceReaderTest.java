package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dafu.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceReaderTest {
  private static Reply letter(String head, String tail) {
    return Extract.text(
        head
            + "\n关于政协第12号提案的答复\n赵小明委员：\n您提出的《关于办好社区食堂的提案》收悉，现答复如下：\n"
            + "我局在全市新建社区食堂十二处，为老年人提供用餐服务。\n感谢您对民政工作的关心。\n"
            + tail);
  }

  private static String place(Reply reply) {
    return reply.province() + " " + reply.city() + " " + reply.county();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          吉林省民政厅                          | 吉林省 null null
          黔东南州民政局                         | 贵州省 黔东南苗族侗族自治州 null
          海南州民政局                          | 青海省 海南藏族自治州 null
          长白朝鲜族自治县农业农村局                   | 吉林省 白山市 长白朝鲜族自治县
          合肥高新技术产业开发区管理委员会                | 安徽省 合肥市 null
          西安高新技术产业开发区管理委员会                | 陕西省 西安市 null
          国家税务总局咸宁市税务局                    | 湖北省 咸宁市 null
          国网河北省电力有限公司邯郸供电分公司              | 河北省 邯郸市 null
          济源市民政局                          | 河南省 null 济源市
          鼓楼区民政局                          | null null null
          重庆市渝北区民政局                       | 重庆市 重庆市 渝北区
          """)
  void place_byTheAgency(String agency, String expected) {
    assertEquals(expected, place(letter(agency, "2021年5月6日")));
  }

  @ParameterizedTest
  @CsvSource({
    "长沙市民政局, 关于对长沙县代表团第12号建议的答复, 湖南省 长沙市 null",
    "长沙市长沙县民政局, 关于第12号建议的答复, 湖南省 长沙市 长沙县",
    "济南市中级人民法院, 关于对市中区代表团第12号建议的答复, 山东省 济南市 null"
  })
  void place_ofACitysBody_isNotTheCountyOfItsTitle(String agency, String title, String expected) {
    assertEquals(expected, place(letter(title, agency + "\n2021年5月6日")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          晋市民函〔2020〕16号   | 山西省 晋城市 null
          咸政办发〔2020〕16号   | 湖北省 咸宁市 null
          咸民函〔2020〕16号    | null null null
          恭城民函〔2020〕16号   | 广西壮族自治区 桂林市 恭城瑶族自治县
          民函〔2020〕16号     | null null null
          """)
  void place_byTheDocNumber(String number, String expected) {
    assertEquals(expected, place(letter(number, "市民政局\n2021年5月6日")));
  }

  @Test
  void place_ambiguousCounty_isDecidedByWhoSignsOrGetsACopy() {
    assertEquals("江苏省 徐州市 鼓楼区", place(letter("鼓楼区民政局", "徐州市鼓楼区民政局\n2021年5月6日")));
    assertEquals("江苏省 南京市 鼓楼区", place(letter("鼓楼区民政局", "2021年5月6日\n抄送：南京市政协提案委")));
  }
}
