package org.dafu.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dafu.ingest.Originals.Original;
import org.dafu.read.Folding;
import org.dafu.read.PrivacyCheck;
import org.dafu.reply.Sha256;
import org.dafu.search.FileRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalsTest {
  private static final byte[] LETTER = bytes("对第12号提案的答复\n您提出的建议收悉。\n市民政局\n");

  @TempDir private Path corpus;
  private final PrivacyCheck check = new PrivacyCheck(new Folding(c -> c), null);
  private final Originals originals = new Originals(check::isClean);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private FileRecord record(String path, byte[] read) {
    return new FileRecord(
        corpus.toString(), path, 1, 1, Sha256.of(read), FileRecord.State.INDEXED, null);
  }

  @Test
  void fetch_fileAsItWas_isWhole() throws IOException {
    Files.createDirectories(corpus.resolve("市"));
    Files.write(corpus.resolve("市/答复.txt"), LETTER);
    Original.Whole whole =
        assertInstanceOf(Original.Whole.class, originals.fetch(record("市/答复.txt", LETTER)));
    assertEquals("答复.txt", whole.name());
    assertArrayEquals(LETTER, whole.bytes());
  }

  @Test
  void fetch_entryOfArchive_isTheEntry() throws IOException {
    zip(corpus.resolve("a.zip"), "x/答复.txt", LETTER);
    Original.Whole whole =
        assertInstanceOf(Original.Whole.class, originals.fetch(record("a.zip!/x/答复.txt", LETTER)));
    assertArrayEquals(LETTER, whole.bytes());
    assertInstanceOf(Original.Gone.class, originals.fetch(record("a.zip!/none.txt", LETTER)));
  }

  @Test
  void fetch_removedOrChanged_isGone() throws IOException {
    assertInstanceOf(Original.Gone.class, originals.fetch(record("none.txt", LETTER)));
    Files.write(corpus.resolve("b.txt"), bytes("别的内容"));
    assertInstanceOf(Original.Gone.class, originals.fetch(record("b.txt", LETTER)));
  }

  /** In the letter, in what a page does not show, between tags. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "联系人：张三，电话：13912345678",
        "<html><body><p>答复</p><!-- 张三 13912345678 --></body></html>",
        "<html><script>var tel='13912345678'</script><body><p>答复</p></body></html>"
      })
  void fetch_personalNumberAnywhere_isWithheld(String text) throws IOException {
    Files.write(corpus.resolve("c.html"), bytes(text));
    assertInstanceOf(Original.Withheld.class, originals.fetch(record("c.html", bytes(text))));
  }

  @Test
  void fetch_numberInTheNotesOfAWordFile_isWithheld() throws IOException {
    Path file = corpus.resolve("d.docx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(
          zip,
          "[Content_Types].xml",
          bytes("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
      put(zip, "word/document.xml", bytes("<w:document><w:body/></w:document>"));
      put(zip, "word/comments.xml", bytes("<w:p><w:t>1391</w:t><w:t>2345678</w:t></w:p>"));
    }
    byte[] read = Files.readAllBytes(file);
    assertInstanceOf(Original.Withheld.class, originals.fetch(record("d.docx", read)));
  }

  private static void zip(Path file, String entry, byte[] content) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, entry, content);
    }
  }

  private static void put(ZipOutputStream zip, String entry, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(entry));
    zip.write(content);
    zip.closeEntry();
  }
}
