package org.dafu.read;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The format of a file, by its first bytes: names lie. */
enum FileKind {
  PDF("PDF"),
  /** An archive, or a document that is one inside: DOCX, OFD, ODT. */
  ZIP("ZIP"),
  /** Office's binary container. */
  OLE("DOC"),
  IMAGE("image"),
  RTF("RTF"),
  /** A page with its pictures, as a mail. */
  MHT("MHT"),
  ARCHIVE("RAR/7z/gzip 压缩包"),
  /** Text, or nothing that we know. */
  TEXT("text");

  /** PDF programs put up to a kilobyte of other things before the signature. */
  private static final int PDF_JUNK = 1024;

  /** Mails that were sent on have long heads. */
  private static final int LONGEST_MAIL_HEAD = 8192;

  /** Browsers, Word and WPS begin these with different lines. */
  private static final Pattern WEB_ARCHIVE =
      Pattern.compile(
          "(?is)\\A\\s*(?=[a-z-]{2,40}:[^\\r\\n])(?=(?:.*?\\n)?mime-version:)"
              + "(?=.*?content-type:\\s*(?:multipart/|text/html))");

  /** What messages call it. */
  final String shown;

  FileKind(String shown) {
    this.shown = shown;
  }

  static FileKind of(byte[] bytes) {
    String head = head(bytes, PDF_JUNK);
    if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
      return ZIP;
    }
    if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
      return OLE;
    }
    if (isImage(head)) {
      return IMAGE;
    }
    if (head.stripLeading().startsWith("{\\rtf")) {
      return RTF;
    }
    if (head.startsWith("Rar!")
        || head.startsWith("7z\u00bc\u00af")
        || head.startsWith("\u001f\u008b")) {
      return ARCHIVE;
    }
    if (beginsAsMail(head) && WEB_ARCHIVE.matcher(head(bytes, LONGEST_MAIL_HEAD)).lookingAt()) {
      return MHT;
    }
    return head.contains("%PDF-") ? PDF : TEXT;
  }

  /**
   * Whether the name of a field may stand at the beginning: hardly any text of a letter has one.
   */
  private static boolean beginsAsMail(String head) {
    int at = 0;
    while (at < head.length() && Character.isWhitespace(head.charAt(at))) {
      at++;
    }
    return at == head.length() || head.charAt(at) < 0x80;
  }

  private static String head(byte[] bytes, int length) {
    return new String(bytes, 0, Math.min(length, bytes.length), StandardCharsets.ISO_8859_1);
  }

  private static boolean isImage(String head) {
    boolean webp = head.startsWith("RIFF") && head.startsWith("WEBP", 8);
    return webp
        || head.startsWith("\u0089PNG")
        || head.startsWith("\u00ff\u00d8\u00ff")
        || head.startsWith("GIF8")
        || head.startsWith("II*\0")
        || head.startsWith("MM\0*")
        || (head.startsWith("BM") && head.indexOf('\0') > 0);
  }
}
