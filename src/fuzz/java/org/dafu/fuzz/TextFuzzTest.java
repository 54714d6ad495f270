package org.dafu.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;

/** Text and Markdown, by whatever bytes lead into code not seen before. */
class TextFuzzTest {
  @FuzzTest
  void text_keepsTheLaws(byte @NotNull [] bytes) {
    ReplyLaws.hold("letter.md", bytes);
  }
}
