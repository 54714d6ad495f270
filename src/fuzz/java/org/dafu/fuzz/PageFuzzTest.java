package org.dafu.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.nio.charset.StandardCharsets;

/** Pages: a letter with whatever leads into code not seen before in the middle of it. */
class PageFuzzTest {
  private static final String BEFORE =
      "<html><body><h1>关于对市政协第36号提案的答复</h1><p>王小明委员：</p><p>您提出的《关于发展养老服务的提案》收悉，现答复如下：</p>";

  private static final String AFTER =
      "<p>一、加强社区养老服务设施建设，投入6955万元。</p><p>某某市民政局</p><p>2023年6月8日</p></body></html>";

  @FuzzTest
  void page_keepsTheLaws(@NotNull String middle) {
    ReplyLaws.hold("letter.html", (BEFORE + middle + AFTER).getBytes(StandardCharsets.UTF_8));
  }
}
