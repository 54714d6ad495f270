package org.dafu.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text and Markdown: bytes that lead into code not seen before, alone and in a letter. */
class TextFuzzTest {
  private static final byte[] BEFORE =
      utf8("关于对市政协第36号提案的答复\n王小明委员：\n您提出的《关于发展养老服务的提案》收悉，现答复如下：\n");

  private static final byte[] AFTER = utf8("\n一、加强社区养老服务设施建设，投入6955万元。\n某某市民政局\n2023年6月8日\n");

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @FuzzTest
  void text_keepsTheLaws(byte @NotNull [] bytes) {
    ReplyLaws.hold("letter.md", bytes);
    ByteArrayOutputStream letter = new ByteArrayOutputStream();
    letter.writeBytes(BEFORE);
    letter.writeBytes(bytes);
    letter.writeBytes(AFTER);
    ReplyLaws.hold("letter.md", letter.toByteArray());
  }
}
