package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionReaderTest {
  /** Running text with figures, as under a heading. */
  private static final String TEXT = "全市现有养老机构37家，床位5120张，入住老人2310人，全年投入资金1200万元，群众反映良好。";

  private static String headings(String body) {
    List<String> all = new ArrayList<>();
    String text = body.replace("T", TEXT).replace(';', '\n');
    for (Section section :
        Extract.text(
                "晋城市民政局\n关于市政协八届一次会议第12号提案的答复\n赵小明委员：\n"
                    + "您提出的《关于办好社区食堂的提案》收悉，现答复如下：\n"
                    + text
                    + "\n感谢您的关心。\n晋城市民政局\n2021年5月6日")
            .sections()) {
      all.add(section.heading());
      section.children().forEach(child -> all.add("-" + child.heading()));
    }
    return all.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          一、基本情况;T;二、下一步打算;T                    | [基本情况, 下一步打算]
          一、加强领导：T;二、加大投入：T                    | [加强领导, 加大投入]
          一、建起来：从有到够。T;二、转起来：钱从哪来。T          | [建起来：从有到够, 转起来：钱从哪来]
          一、加强领导截至5月底，T;二、加大投入2021年以来，T      | [加强领导, 加大投入]
          (一)加强领导.T;(二)加大投入.T                   | [加强领导, 加大投入]
          甲、已办结部分;T;乙、正在实施部分;T                 | [已办结部分, 正在实施部分]
          第一项，存量排查。T;第二项，限期整改。T              | [存量排查, 限期整改]
          首先，在治理上用力。T;其次，在建设上补短。T            | [null, null]
          ● 压减老园。T;● 建好冷链。T                     | [压减老园, 建好冷链]
          关于供给。T;关于成本。T                         | [关于供给, 关于成本]
          管网先行;TT;提标改造;TT                       | [管网先行, 提标改造]
          一、做法;1.加强领导。T;2.加大投入。T;二、打算;（一）监管。T;（二）服务。T | [做法, -加强领导, -加大投入, 打算, -监管, -服务]
          一、风险;一是水质风险。T二是资金风险。T;二、打算;T           | [风险, 打算]
          T;T                                    | []
          一、加强领导。T;二、加大投入。T;三、建立长效机制。        | [加强领导, 加大投入, 建立长效机制]
          一、加强领导：全年开会25次，惠及1200人。;二、加大投入：已投入资金800万元。 | [加强领导, 加大投入]
          一、新建食堂十二处。;二、改建食堂八处。;三、T         | [null, null, null]
          一、关于供给  T;二、关于成本  T                  | [关于供给, 关于成本]
          抓设施，补短板。T;抓标准，提品质。T;抓培训，强队伍。T     | [抓设施，补短板, 抓标准，提品质, 抓培训，强队伍]
          抓设施，补短板。T;T;T                          | []
          一、改造进展;T;二、关于2024年全部实现清洁取暖;T    | [改造进展, 关于2024年全部实现清洁取暖]
          一、关于资源普查的问题 T;二、关于传承人的问题 现有传承人9名。T | [关于资源普查的问题, 关于传承人的问题]
          【办理情况综述】;T;【下一步打算】;T                | [办理情况综述, 下一步打算]
          """)
  void headings_ofABody(String body, String expected) {
    assertEquals(expected, headings(body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          一、做法;1. 营业执照申领|公章刻制 | [做法, -null, -null]
          """)
  void headings_ofItems_areNone(String first, String second, String expected) {
    assertEquals(expected, headings(first + "，由专人办理；;2. " + second + "，由专人办理。"));
  }

  @Test
  void headings_ofALetterWithoutSignature_areThoseOfAnyOther() {
    Reply reply =
        Extract.text(
            "关于市政协八届一次会议第12号提案的答复\n赵小明委员：\n您提出的《关于办好社区食堂的提案》收悉，现答复如下：\n"
                + "一、新建食堂十二处。\n二、改建食堂八处。\n三、加强监管。每月检查一次，结果向社会公布。");
    assertEquals(3, reply.sections().size());
    reply.sections().forEach(section -> assertNull(section.heading(), section.heading()));
  }
}
