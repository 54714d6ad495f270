package org.dafu.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files made to take a reader's time, memory or stack: each is refused with a reason, and soon. */
class HostileFilesTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
  private static final String ONE_PAGE = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
  private static final String PAGE =
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>";

  /** The code of the reason why these bytes are refused. */
  private static String refusal(String name, byte[] bytes) {
    return assertTimeout(
        SOON, () -> assertInstanceOf(Unreadable.class, Read.bytes(name, bytes)).code());
  }

  private static byte[] pdf(List<byte[]> objects, String trailer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    add(out, "%PDF-1.5\n");
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < objects.size(); i++) {
      table.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
      add(out, i + 1 + " 0 obj\n");
      out.writeBytes(objects.get(i));
      add(out, "\nendobj\n");
    }
    int start = out.size();
    add(out, "xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n" + table);
    add(out, "trailer << /Size " + (objects.size() + 1) + " /Root 1 0 R " + trailer + " >>\n");
    add(out, "startxref\n" + start + "\n%%EOF\n");
    return out.toByteArray();
  }

  private static byte[] pdf(String... objects) {
    return pdf(Stream.of(objects).map(HostileFilesTest::bytes).toList(), "");
  }

  private static void add(ByteArrayOutputStream out, String text) {
    out.writeBytes(bytes(text));
  }

  private static byte[] stream(String content) {
    Deflater deflater = new Deflater();
    byte[] packed = new byte[content.length() + 100];
    deflater.setInput(content.getBytes(StandardCharsets.ISO_8859_1));
    deflater.finish();
    int length = deflater.deflate(packed);
    deflater.end();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    add(out, "<< /Filter /FlateDecode /Length " + length + " >>\nstream\n");
    out.write(packed, 0, length);
    add(out, "\nendstream");
    return out.toByteArray();
  }

  @Test
  void pagesInARing_areNoDocument() {
    assertEquals(
        "needs-ocr",
        refusal("a.pdf", pdf(CATALOG, ONE_PAGE, "<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R >>")));
  }

  @Test
  void pagesDeepWithinPages_areDamage() {
    List<String> objects = new ArrayList<>(List.of(CATALOG));
    for (int i = 2; i < 20_000; i++) {
      objects.add("<< /Type /Pages /Kids [" + (i + 1) + " 0 R] /Count 1 >>");
    }
    objects.add("<< /Type /Page /MediaBox [0 0 9 9] >>");
    assertEquals("damaged", refusal("a.pdf", pdf(objects.toArray(String[]::new))));
  }

  @Test
  void lockedByCertificate_isSaid() {
    String lock =
        "<< /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s5 /V 4 /StmF /D /StrF /D"
            + " /CF << /D << /CFM /AESV2 /Recipients [<3000>] >> >> >>";
    List<byte[]> objects =
        List.of(bytes(CATALOG), bytes("<< /Type /Pages /Kids [] /Count 0 >>"), bytes(lock));
    assertEquals("encrypted", refusal("a.pdf", pdf(objects, "/Encrypt 3 0 R /ID [<00> <00>]")));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void statesOfDrawingWithoutEnd_areDamage() {
    List<byte[]> objects =
        List.of(bytes(CATALOG), bytes(ONE_PAGE), bytes(PAGE), stream("q ".repeat(100_000)));
    assertEquals("damaged", refusal("a.pdf", pdf(objects, "")));
  }

  @Test
  void fieldsWithoutNumber_areCounted() {
    String page =
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots ["
            + "4 0 R ".repeat(100_000)
            + "] >>";
    String field =
        "<< /Type /Annot /Subtype /Widget /FT /Tx /Ff 4096 /Rect [0 0 1 1] /Parent 4 0 R /V ("
            + "a\\n".repeat(50_000)
            + ") >>";
    assertEquals("needs-ocr", refusal("a.pdf", pdf(CATALOG, ONE_PAGE, page, field)));
  }

  @ParameterizedTest
  @CsvSource({
    "a.rtf, {\\rtf1 , \\'b4\\'f0\\par , 300000, too-large",
    "a.rtf, {\\rtf1 , {, 3000000, empty",
    "a.rtf, {\\rtf1 , \\cell , 300000, empty",
    "a.md, '', |, 3000000, no-text",
    "a.txt, '', '的 ', 6000000, too-large",
    "a.html, <html>, <, 3000000, no-text"
  })
  void oneThingAgainAndAgain_isRefused(
      String name, String head, String each, int times, String code) {
    assertEquals(code, refusal(name, (head + each.repeat(times)).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void textOverTheBound_isRefusedUnread() {
    assertEquals("too-large", refusal("a.txt", new byte[21 << 20]));
  }

  private static byte[] docx(String body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(body.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void entitiesWithinEntities_areNotFollowed() throws IOException {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"答复\">");
    for (int i = 1; i < 10; i++) {
      laughs
          .append("<!ENTITY l" + i + " \"")
          .append(("&l" + (i - 1) + ";").repeat(10))
          .append("\">");
    }
    String body =
        "]><w:document><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>";
    assertEquals("no-text", refusal("a.docx", docx(laughs + body)));
  }

  @Test
  void emptyParagraphsByTheMillion_areABomb() throws IOException {
    String body = "<w:document><w:body>" + "<w:p/>".repeat(1_000_000) + "</w:body></w:document>";
    assertEquals("too-large", refusal("a.docx", docx(body)));
  }

  @Test
  void controlsDeepWithinControls_areNotFollowed() throws IOException {
    assertEquals(
        "empty", refusal("a.docx", docx("<w:document><w:body>" + "<w:sdt><w:tbl>".repeat(30_000))));
  }

  @Test
  void longAttribute_doesNotHideTheLetter() {
    String page =
        "<html><body><div class='"
            + "nav-".repeat(1_000_000)
            + "'><p>您提出的《关于发展社区养老服务的提案》收悉，现答复如下：我市推进社区养老服务设施建设。</p></div>";
    ReadDocument read = assertTimeout(SOON, () -> Read.text("a.html", page));
    assertTrue(read.text().contains("社区养老服务设施"));
  }
}
