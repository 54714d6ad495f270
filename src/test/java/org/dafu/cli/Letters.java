package org.dafu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Short letters written for these tests; people and figures are invented. */
final class Letters {
  private Letters() {}

  /** A corpus of two letters and a notice. */
  static Path corpus(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("助餐.txt"), letter("晋城市", "012", "推广老年助餐", "开办老年食堂12个"));
    Files.writeString(folder.resolve("bus.txt"), letter("襄阳市", "045", "优化公交线路", "新开公交线路3条"));
    Files.writeString(
        folder.resolve("notice.txt"),
        """
        关于停水检修的通知
        各住户、各商铺：
        因小区供水管网年久失修，需要更换阀门和部分管道，定于本周六上午八时至下午六时停水一天。
        请大家提前储水，停水期间关好水龙头，避免来水时跑水。给大家带来不便，敬请谅解。
        某某物业服务公司
        """);
    return folder;
  }

  static String letter(String city, String number, String ask, String done) {
    return """
        %1$s民政局
        关于市政协八届三次会议第%2$s号提案的答复
        王某某委员：
        您提出的《关于%3$s的提案》收悉，现答复如下：
        一、已经做的工作
        今年以来，我局会同有关部门%4$s，投入资金56万元。
        二、下一步打算
        我们将继续%3$s，不断提高服务水平。
        感谢您对我们工作的关心和支持！
        %1$s民政局
        2021年6月18日
        """
        .replace("%1$s", city)
        .replace("%2$s", number)
        .replace("%3$s", ask)
        .replace("%4$s", done);
  }
}
