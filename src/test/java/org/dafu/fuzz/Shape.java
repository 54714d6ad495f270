package org.dafu.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A kind of text that costs time out of proportion if some rule tries too much.
 *
 * @param name ends with the file's format
 * @param text of about so many UTF-16 units
 */
record Shape(String name, IntFunction<String> text) {
  /** What rules look for, and what could lead them on for long. */
  static final List<String> TOKENS =
      List.of(
          ("《 》 《》 《关于印发某某规划的通知》 《养老服务条例》、 〔 〔〕 〔2020〕 〔2020〕12号 （ （） ( () [ ] [] [a](http://b) "
                  + "![ ![a](b < <a <b> <!-- <!--a--> &amp; & * ** **a** # ## | |a| || - -- = _ \\ ` ~ @ a@ a@b. a@b.cn "
                  + "“ ” “” ‘ 「 、 ， 。 ； ： ？ … — · % 0 1 8 13 138 1380 13800138000 0571 0571- 86 +86 1- 1.1 2020 2020年 "
                  + "2020年1月 2020年1月2日 20200102 二〇二〇年 二 一 一、 （一） 一是 第 第一 第1 第1号 第一届 第十届 届 次会议 号 1号 12、 A A类 B、C "
                  + "甲 ☑ □ ☑A □B √ 的 市 省 县 区 局 委 会 室 厅 办 委员会 人民政府 市民政局 某某市民政局 民政局、 政协 人大 政协某市 代表 委员 王委员 张三、 "
                  + "李四委员、 尊敬的 尊敬的王委员： 您 您提出的 提出的 提案 建议 议案 关于 对 关于对 答复 的答复 收悉 现答复如下 回复 办理 办理结果 类别 类别： 主办 会办 "
                  + "感谢 此复 联系 联系人 联系人： 电话 联系电话： 抄送 抄送： 抄送：市政协、 签发人： 负责人： 邮编 公开 主动公开 是否公开 "
                  + "面商时间 委员意见 满意 万元 6955万元 每年3-6万元、 近4000 56.38万人 93.2% 增长 新建 新建养老机构 推进 补贴 已 拟 将 计划 到2025年 建成1 "
                  + "· 的· 某发〔2020〕12号 (某发〔2020〕12号 去年本件办理结果为A类， 电话：88886666、 电话：0571-88886666， http://a.cn/，13800138000， 《某某市养老规划》、 "
                  + "安排6955万元新建12张床位， http:// http://a.cn/ www. qq 微信 微信号 索引号 索引号： 发布日期： 浏览次数 上一篇 首页> 附件 附件： a ab A1 x Σ é 𠮷 龍 嶽 ０ １ Ａ ． （１）")
              .split(" ", -1));

  /** White space and controls cannot stand in the list above. */
  private static final List<String> UNSEEN =
      List.of(" ", "　", "\t", "\u00a0", "\u200b", "\ufeff", "\u0001", "\r", "\f", "的 ", "电 ");

  private static final String HEAD =
      """
      某某市民政局
      某民函〔2023〕12号 A类
      关于对市政协第八届二次会议第36号提案的答复
      尊敬的王小明委员：
      您提出的《关于发展社区养老服务的提案》收悉。经与市财政局共同研究，现答复如下：
      一、健全政策。我市印发《某某市养老服务发展规划》（某政办发〔2022〕3号），投入6955万元。
      """;

  private static final String TAIL =
      """
      二、下一步打算。我们将继续推进社区养老服务设施建设，提高服务质量，让老年人生活得更好，解决好养老问题。
      感谢您对民政工作的关心和支持！
      联系人：李华  联系电话：0571-88886666
      某某市民政局
      2023年6月8日
      """;

  /** Where in a letter a row of one token may stand. */
  private enum Place {
    BODY(0) {
      @Override
      String letter(String row, String token) {
        return HEAD + row + "\n" + TAIL;
      }
    },
    LINES(1) {
      @Override
      String letter(String row, String token) {
        return HEAD + row.replace(token, token + "\n") + "\n" + TAIL;
      }
    },
    SENTENCES(12) {
      @Override
      String letter(String row, String token) {
        return HEAD + row.replace(token, "我们" + token + "发展养老服务，") + "。\n" + TAIL;
      }
    },
    TITLE(0) {
      @Override
      String letter(String row, String token) {
        return HEAD.replace("关于对", "关于对" + row) + TAIL;
      }
    },
    SALUTATION(0) {
      @Override
      String letter(String row, String token) {
        return HEAD.replace("王小明", row) + TAIL;
      }
    },
    OPENING(0) {
      @Override
      String letter(String row, String token) {
        return HEAD.replace("您提出的", "您提出的" + row) + TAIL;
      }
    },
    CELLS(3) {
      @Override
      String letter(String row, String token) {
        return HEAD + "| 类别 | " + row.replace(token, token + " | ") + "|\n" + TAIL;
      }
    },
    TABLE(8) {
      @Override
      String letter(String row, String token) {
        return HEAD + "|---|---|\n" + row.replace(token, "| " + token + " | 是 |\n") + TAIL;
      }
    },
    SIGN_OFF(0) {
      @Override
      String letter(String row, String token) {
        return HEAD + TAIL.replace("李华", "李华" + row);
      }
    },
    COPIES(0) {
      @Override
      String letter(String row, String token) {
        return HEAD + TAIL + "抄送：" + row + "\n";
      }
    };

    /** What stands beside each token, in UTF-16 units. */
    private final int beside;

    Place(int beside) {
      this.beside = beside;
    }

    String letterOf(String token, int units) {
      int times = Math.max(1, units / (token.length() + beside));
      return letter(token.repeat(times), token);
    }

    abstract String letter(String row, String token);
  }

  byte[] bytes(int units) {
    return text.apply(units).getBytes(StandardCharsets.UTF_8);
  }

  /** Every token in every place of a text, and pages and tables that are deep or wide. */
  static List<Shape> all() {
    List<Shape> shapes = new ArrayList<>();
    List<String> tokens = new ArrayList<>(TOKENS);
    tokens.addAll(UNSEEN);
    for (Place place : Place.values()) {
      for (String token : tokens) {
        String name = place + " of " + token.replace("\t", "tab") + " .md";
        shapes.add(new Shape(name, units -> place.letterOf(token, units)));
      }
    }
    for (PageShape page : PageShape.values()) {
      shapes.add(new Shape(page + ".html", page::page));
    }
    return shapes;
  }

  @Override
  public String toString() {
    return name;
  }
}
