package org.dafu.extract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.dafu.reply.Reply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mailbox-nanning-2023.html",
        "mailbox-zigong-2022.txt",
        "proposal-text-nanping-2024.md",
        "yearly-summary-ganzhou-2022.txt",
        "news-tian-meeting-quzhou-2021.html",
        "notice-banli-yulin-2020.md",
        "member-report-jiujiang-2021.txt",
        "disclosure-answer-xuchang-2022.md"
      })
  void extract_lookAlike_isToldApartWithAReason(String name) throws IOException {
    Reply reply = Extract.file(Path.of("src/test/resources/fixtures/lookalikes", name));
    assertFalse(reply.isReply(), name);
    assertTrue(
        reply.warnings().stream().anyMatch(warning -> warning.code().startsWith("look-alike-")),
        reply.warnings().toString());
  }
}
