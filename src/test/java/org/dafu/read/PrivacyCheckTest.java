package org.dafu.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dafu.read.PersonalNumber.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivacyCheckTest {
  private final PrivacyCheck check = new PrivacyCheck(Read.FOLDING, null);

  @Test
  void check_markdown_countsLinesAndColumnsOfTheFile() {
    assertEquals(
        List.of(
            new Leak(Kind.MOBILE, 3, 14, "139 0000 1111"),
            new Leak(Kind.MAILBOX, 4, 4, "wang@example.com")),
        leaks("a.md", "# 答复\r\n\r\n**联系人：**王𠮷、手机139 0000 1111\r\n邮箱 wang@example.com"));
  }

  @Test
  void check_page_countsInItsSource() {
    assertEquals(
        List.of(new Leak(Kind.TELEPHONE, 2, 7, "266 0000")),
        leaks("a.html", "<html><body>\n<p>电话：266&nbsp;0000</p></body></html>"));
  }

  @Test
  void check_otherEncoding_countsCharacters() {
    byte[] bytes = "办公室\n电话：2660000".getBytes(Charset.forName("GB18030"));
    assertEquals(
        List.of(new Leak(Kind.TELEPHONE, 2, 4, "2660000")),
        check.check(new SourceDocument("a.txt", "0", bytes)).orElseThrow());
  }

  @Test
  void check_footOfThePage_isLookedAtToo() {
    assertEquals(
        List.of(new Leak(Kind.MOBILE, 2, 11, "13900001111")),
        leaks("a.txt", "现答复如下。\n责任编辑：王某 手机13900001111"));
  }

  @Test
  void check_hotlinesMoneyAndAddresses_areNoLeaks() {
    assertEquals(
        List.of(),
        leaks(
                "a.txt",
                "拨打12345或0359-2660000转热线？热线：0359-2660000，投入2660000元，见"
                    + " www.example.gov.cn/13900001111")
            .stream()
            .filter(leak -> leak.column() > 20)
            .toList());
  }

  @Test
  void check_unreadableFile_isNotCalledClean() {
    assertEquals(
        Optional.empty(),
        check.check(
            new SourceDocument("a.pdf", "0", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII))));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "<!-- 王某 139<b>0000</b>1111 -->, false",
        "<p hidden>139<b>0000</b>1111</p>, false",
        "<p hidden>&#49;3900001111</p>, false",
        "<a href='mailto:wang&#64;example.com'>联系</a>, false",
        "<img alt='王某&#49;3900001111'>, false",
        "<p>投入139</p><p>00001111</p>, true",
        "<p>热线：12345</p><!-- 2021-07-30 -->, true"
      })
  void isClean_page_looksAtWhatReadersPassOver(String markup, boolean clean) {
    assertEquals(clean, isClean("a.html", bytes("<html><body><p>您的提案收悉。</p>" + markup)));
  }

  @ParameterizedTest
  @CsvSource({
    "word/_rels/document.xml.rels, <a Target='mailto:wang@example.com'/>, false",
    "word/_rels/document.xml.rels, <a Target='http://www.example.gov.cn/13900001111'/>, true",
    "word/footer1.xml, <w:t>139</w:t><w:t>00001111</w:t>, false",
    "word/footer1.xml, <wp:docPr descr='手机13900001111'/>, false"
  })
  void isClean_wordFile_looksAtEveryPart(String part, String xml, boolean clean)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(bytes("<w:document><w:body><w:p><w:r><w:t>收悉</w:t></w:r></w:p></w:body>"));
      zip.putNextEntry(new ZipEntry(part));
      zip.write(bytes(xml));
    }
    assertEquals(clean, isClean("a.docx", bytes.toByteArray()));
  }

  private boolean isClean(String path, byte[] bytes) {
    return check.isClean(new SourceDocument(path, "0", bytes));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<Leak> leaks(String path, String text) {
    return check
        .check(new SourceDocument(path, "0", text.getBytes(StandardCharsets.UTF_8)))
        .orElseThrow();
  }
}
