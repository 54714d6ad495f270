package org.dafu.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans, read by a program of the operator's: here a script. */
class OcrCommandTest {
  private static final Path SCAN = Path.of("src/test/resources/fixtures/scan/picture-only.pdf");
  private static final String LETTER =
      "尊敬的王小明委员：\\n您提出的《关于建设社区食堂的提案》收悉，现答复如下：我局在全市新建社区食堂十二处，电话 13812345678。\\n";

  @TempDir private Path folder;

  @Test
  void read_scanWithProgram_isItsTextWithAWarning() throws IOException {
    ReadDocument document =
        read("cp \"$1\" copied && printf '" + LETTER + "' > \"$2\"", "{in} {out}");
    assertTrue(document.text().startsWith("尊敬的王小明委员："), document.text());
    assertTrue(document.text().contains("***********"), document.text());
    assertEquals("ocr", document.warnings().getFirst().code());
    assertEquals("application/pdf", document.source().mediaType());
  }

  @Test
  void read_programThatPrints_isReadToo() throws IOException {
    assertTrue(read("printf '" + LETTER + "'", "{in}").text().contains("社区食堂"));
  }

  @Test
  void read_programThatAddsASuffix_isReadToo() throws IOException {
    assertTrue(read("printf '" + LETTER + "' > \"$2.txt\"", "{in} {out}").text().contains("食堂"));
  }

  @Test
  void read_programThatFails_isSaid() throws IOException {
    assertTrue(refused("exit 3", Duration.ofSeconds(20)).reason().contains("3"));
    assertTrue(refused("true", Duration.ofSeconds(20)).reason().contains("没有写出文字"));
  }

  @Test
  void read_programThatHangs_isEnded() throws IOException {
    long begun = System.nanoTime();
    Unreadable refused = refused("sleep 60", Duration.ofMillis(300));
    assertTrue(refused.reason().contains("没有结束"), refused.reason());
    assertTrue(System.nanoTime() - begun < Duration.ofSeconds(20).toNanos());
  }

  @Test
  void read_programThatIsNotThere_isSaid() throws IOException {
    OcrCommand command =
        OcrCommand.of(folder.resolve("nothing") + " {in}", Duration.ofSeconds(5)).orElseThrow();
    Unreadable refused = assertInstanceOf(Unreadable.class, read(command));
    assertEquals("ocr-failed", refused.code());
  }

  @Test
  void of_lineWithoutPlaceForTheScan_isNone() {
    assertEquals(Optional.empty(), OcrCommand.of("tesseract", Duration.ofSeconds(1)));
    assertEquals(Optional.empty(), OcrCommand.of("tesseract {out}", Duration.ofSeconds(1)));
  }

  private ReadDocument read(String script, String arguments) throws IOException {
    return assertInstanceOf(
        ReadDocument.class, read(command(script, arguments, Duration.ofSeconds(20))));
  }

  private Unreadable refused(String script, Duration longest) throws IOException {
    Unreadable refused =
        assertInstanceOf(Unreadable.class, read(command(script, "{in} {out}", longest)));
    assertEquals("ocr-failed", refused.code());
    return refused;
  }

  private OcrCommand command(String script, String arguments, Duration longest) throws IOException {
    Path program = folder.resolve("识别 ocr.sh");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return OcrCommand.of("'" + program + "' " + arguments, longest).orElseThrow();
  }

  private static ReadResult read(OcrCommand command) throws IOException {
    byte[] scan = Files.readAllBytes(SCAN);
    return new LetterReader(Read.FOLDING, command)
        .read(new SourceDocument("scan.pdf", "0".repeat(64), scan));
  }
}
