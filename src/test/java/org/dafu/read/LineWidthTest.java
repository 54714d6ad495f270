package org.dafu.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters copied from pages of one width, each line of the page a line of the file. */
class LineWidthTest {
  private static final int WIDTH = 28;

  private static final List<String> PARAGRAPHS =
      List.of(
          "关于市政协五届三次会议第21号提案的答复",
          "赵小明委员：",
          "您提出的《关于进一步办好城乡社区食堂的提案》收悉。经与市财政局、市商务局共同研究，现答复如下：",
          "一、关于提高城乡社区食堂建设补助标准并且适当延长补助期限的建议",
          "我局在全市新建社区食堂十二处，每处补助二十万元，由县级财政和市级财政各承担一半，今年年底以前拨付到位，不留缺口。",
          "二、关于食品安全",
          "我局会同市场监管部门每月检查一次，检查结果在食堂门口公布，接受老年人和家属的监督，对不合格的限期整改，逾期不改的取消资格。",
          "感谢您对民政工作的关心。",
          "运城市民政局",
          "2021年6月18日");

  private static String wrapped(int width) {
    StringBuilder page = new StringBuilder();
    for (String paragraph : PARAGRAPHS) {
      for (int at = 0; at < paragraph.length(); at += width) {
        page.append(paragraph, at, Math.min(paragraph.length(), at + width)).append('\n');
      }
    }
    return page.toString();
  }

  @Test
  void linesOfOneWidth_areJoined() {
    String text = Read.text("letter.txt", wrapped(WIDTH)).text();
    assertEquals(String.join("\n", PARAGRAPHS), text.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        运城市社区食堂管理办法
        运城市社区食堂补助资金管理细则
        运城市老年人助餐服务规范和评价标准
        """,
        """
        运城市社区食堂建设补助资金使用管理办法（试行）
        运城市老年人助餐服务质量规范和评价标准细则
        运城市城乡社区食堂食品安全监督管理工作规程
        运城市社区食堂志愿服务队伍组织建设指导意见
        运城市特困老年人免费就餐补助对象认定办法
        """
      })
  void linesOfTheirOwn_stay(String list) {
    String letter =
        """
        关于市政协五届三次会议第21号提案的答复
        赵小明委员：
        您提出的提案收悉，现答复如下：
        我局制定了下列文件
        %s运城市民政局
        2021年6月18日
        """
            .replace("%s", list);
    assertEquals(letter, Read.text("letter.txt", letter).text() + "\n");
  }
}
