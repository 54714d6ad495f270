package org.dafu.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest {
  private static Optional<String> page(String mail) {
    return MailReader.page(mail.getBytes(StandardCharsets.ISO_8859_1), 1 << 20)
        .map(TextDecoder.Decoded::text);
  }

  @ParameterizedTest
  @CsvSource({
    "base64, 562U5aSN, 答复",
    "base64, 562U5aSNQQ==, 答复A",
    "base64, 562U5aSNQ, 答复",
    "quoted-printable, =E7=AD=94=E5=A4=8D=3D, 答复=",
    "quoted-printable, A=, A=",
    "quoted-printable, A=Z1, A=Z1",
    "8bit, <p>A</p>, <p>A</p>"
  })
  void page_encodings_areUndone(String encoding, String body, String page) {
    assertEquals(
        Optional.of(page),
        page(
            "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: "
                + encoding
                + "\n\n"
                + body));
  }

  @Test
  void page_withinPartsOfParts_isFound() {
    assertEquals(
        Optional.of("B\r\n"),
        page(
            String.join(
                "\r\n",
                "Content-Type: multipart/related;",
                " boundary=\"x\"",
                "",
                "--x",
                "Content-Type: multipart/alternative; boundary=y",
                "",
                "--y",
                "Content-Type: text/plain",
                "",
                "A",
                "--y",
                "Content-Type: text/html",
                "",
                "B",
                "--y--",
                "--x--",
                "")));
  }

  @Test
  void page_ofSeveral_isThatWithMostChineseText() {
    assertEquals(
        Optional.of("答复\n"),
        page(
            String.join(
                "\n",
                "Content-Type: multipart/related; boundary=x ", // a space is none of it
                "",
                "--x",
                "Content-Type: text/html",
                "",
                "<frameset>",
                "--x",
                "Content-Type: text/html",
                "",
                "\u00e7\u00ad\u0094\u00e5\u00a4\u008d", // 答复 in UTF-8
                "--x--",
                "")));
  }

  @Test
  void page_charsetOfItsHead_isThatOfItsBytes() {
    String head =
        "Content-Type: text/html;\n\tcharset=\"big5\"\nContent-Transfer-Encoding: base64\n\n";
    byte[] text = "提案答復".repeat(9).getBytes(Charset.forName("Big5"));
    assertEquals(
        Optional.of("提案答復".repeat(9)), page(head + Base64.getEncoder().encodeToString(text)));
  }

  @Test
  void kind_ofAMailThatWasSentOn_isToldBehindItsLongHead() {
    String head = "Received: from mx.example.gov.cn by y with ESMTP id 1\n".repeat(40);
    assertEquals(
        FileKind.MHT,
        FileKind.of(
            ("Subject: x\n" + head + "MIME-Version: 1.0\nContent-Type: text/html\n\nA")
                .getBytes(StandardCharsets.US_ASCII)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Content-Type: multipart/related; boundary=x\n\n",
        "Content-Type: multipart/related; boundary=x\n\n--x",
        "Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nA\n--x--",
        "Content-Type: multipart/related; boundary=-\n\n-----------------------------------------"
      })
  void page_ofNone_isEmpty(String mail) {
    assertEquals(Optional.empty(), page(mail));
  }

  @Test
  void page_partsInARing_end() {
    String ring = "Content-Type: multipart/mixed; boundary=x\n\n--x\n";
    assertEquals(Optional.empty(), page(ring.repeat(5_000)));
  }

  @ParameterizedTest
  @CsvSource({
    "'From: <Saved by WPS>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related', MHT",
    "'MIME-Version: 1.0\r\nContent-Type: multipart/related', MHT",
    "'发布时间: 2020\nmime-version:\ncontent-type: text', TEXT",
    "'{\\rtf1 A', RTF"
  })
  void kind_isToldByContent(String head, String kind) {
    assertEquals(kind, FileKind.of(head.getBytes(StandardCharsets.UTF_8)).name());
  }
}
