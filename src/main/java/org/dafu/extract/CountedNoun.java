package org.dafu.extract;

import java.util.ArrayList;
import java.util.List;
import org.dafu.reply.FigureType;
import org.jspecify.annotations.Nullable;

/** Tells by the noun beside an open counting word what is counted: 个养老院, 个项目, 个床位. */
final class CountedNoun {
  private static final String FACILITIES =
      "机构 医院 卫生院 敬老院 福利院 养老院 学院 法院 影院 剧院 学校 小学 中学 高中 初中 大学 幼儿园 托儿所 服务中心 照料中心 中心 服务站 驿站"
          + " 车站 泵站 电站 换热站 变电站 加油站 气象站 雨量站 监测站 工作站 卫生站 充电站 中转站 回收站 站点 站 服务点 助餐点 网点 安置点 点位"
          + " 教学点 复秤点 充电点 代办点 食堂 厨房 院 点 餐厅 公园 游园 绿地 公厕 厕所 卫生间 停车场 运动场 体育场 球场 广场 市场 农场 养殖场 场馆 场所"
          + " 图书馆 博物馆 文化馆 体育馆 展馆 书屋 书房 阅览室 卫生室 调解室 工作室 活动室 实验室 诊所 门诊 药店 超市 商店 门店 店 基地 园区"
          + " 产业园 开发区 工厂 车间 厂 家庭农场 银行 派出所 事务所 水库 桥梁 隧道 闸 池 窗口 课堂 家园 之家 长者屋 养老大院"
          + " 幸福院 议事厅 大棚 仓库 码头 机场 哨所 设施 消防站 公交站 戏台 配套园 法庭 库 堤防 充电桩 桩 营地 观景平台 保种场 繁育场 屠宰场 馆 亭 阁 公墓 骨灰堂 纪念馆 陵园 凉亭 候车亭 泵房 服务区 待转区 廊桥 栈道 看台 篮球场 健身点 充电棚 碉楼 吊脚楼 投放点 收集点 救助站 观测点 检测点";
  private static final String COUNTS =
      "企业 公司 合作社 单位 社会组织 保险机构 隐患 问题 违法 违建 案件 项目 工程 电梯 车棚 端口 平台 岗位 村 社区 街道 乡镇 镇 乡 小区 单元 楼栋 名额 品种 品牌 团队 队伍 班 课程 标段 断面"
          + " 路段 道路 路口 井 飞线 坑槽 堵点 违章 标志 标识 标线 路灯 县 区 市 部门 行业 商标 专利 专业 学位 车位 泊位 停车位 端口 名录 政策 制度 案例 试点"
          + " 示范片 协会 集团 联盟 图斑 组 网格 事项 环节 系统 模型 小组 品目 航线 线路 水体 矿山 机关 点赞 隐患点 风险点 堵点 亮点 重点 卡 证 证书 券 问卷 罚单 照片 图纸 工单 坟墓 加工户 商户 经营户 险段 专题库 摊位 农村集市 集市 村落 支部 指标 任务 活动 乡村";
  private static final String PEOPLE =
      "老人 老年人 人员 儿童 学生 志愿者 医生 教师 居民 群众 职工 干部 残疾人 护理员 人 村医 专家 孩子 党员 村民 农民 患者";
  private static final String HOUSEHOLDS = "家庭 农户 住户 贫困户 用户 散养户";
  private static final String BEDS = "床位 床 护理床";

  /** The nouns of a compound lie no further apart: 社区居家养老服务中心. */
  private static final int WITHIN_COMPOUND = 4;

  private static final List<FigureType> TYPES = new ArrayList<>();
  private static final WordTable NOUNS;

  static {
    List<String> nouns = new ArrayList<>();
    add(nouns, FACILITIES, FigureType.FACILITIES);
    add(nouns, COUNTS, FigureType.COUNT);
    add(nouns, PEOPLE, FigureType.PEOPLE);
    add(nouns, HOUSEHOLDS, FigureType.HOUSEHOLDS);
    add(nouns, BEDS, FigureType.BEDS);
    NOUNS = WordTable.ending(nouns);
  }

  private CountedNoun() {}

  private static void add(List<String> nouns, String words, FigureType type) {
    for (String word : words.split(" ", -1)) {
      nouns.add(word);
      TYPES.add(type);
    }
  }

  /**
   * The type of the first compound of known nouns in this phrase {@code text[start, end)}: of
   * 社区食堂建设项目 that of 项目; null if it holds none.
   */
  static @Nullable FigureType firstIn(String text, int start, int end) {
    FigureType type = null;
    int last = end;
    for (int stop = start + 1; stop <= end; stop++) {
      int noun = NOUNS.before(text, start, stop);
      int gap = stop - NOUNS.length(noun) - last;
      int widest = NOUNS.length(noun) > 1 ? WITHIN_COMPOUND : 0;
      if (noun >= 0 && (type == null || gap <= widest)) {
        type = TYPES.get(noun);
        last = stop;
      }
    }
    return type;
  }

  /** The type of the noun that this phrase ends with, 数 apart (床位数); null if it is none known. */
  static @Nullable FigureType endOf(String text, int start, int end) {
    int stop = end > start && text.charAt(end - 1) == '数' ? end - 1 : end;
    int noun = NOUNS.before(text, start, stop);
    return noun < 0 ? null : TYPES.get(noun);
  }
}
