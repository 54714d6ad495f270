package org.dafu.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dafu.reply.Warning;
import org.jspecify.annotations.Nullable;

/** Takes the blocks out of a file, whatever its format. */
final class DocumentOpener {
  private static final Pattern LOOKS_LIKE_HTML =
      Pattern.compile(
          "(?is)^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*){0,50}<(?:!doctype\\s+html|html|head|body|meta|div|table|p|center)\\b");

  /** Word's documents as one file of XML: of 2003, and of later programs. */
  private static final Pattern WORD_XML =
      Pattern.compile("(?s)^\\s*<\\?xml.*<(?:\\w+:wordDocument|pkg:package)\\b");

  /** How far into a file its format shows. */
  private static final int SNIFF_UNITS = 2048;

  /** Text and pages are held whole several times over while they are read; no letter is so long. */
  private static final int MOST_TEXT_BYTES = 20 << 20;

  /** A web archive holds its pictures too. */
  private static final int LARGEST_WEB_ARCHIVE_BYTES = 40 << 20;

  private final @Nullable OcrCommand ocr;

  /**
   * @param ocr reads scans; null if there is no such program
   */
  DocumentOpener(@Nullable OcrCommand ocr) {
    this.ocr = ocr;
  }

  RawReading open(SourceDocument file) {
    if (file.bytes().length == 0) {
      return new Unreadable("empty", "文件是空的 (the file is empty)");
    }
    try {
      return opened(file);
    } catch (OutOfMemoryError bomb) { // what it took is this file's alone, and free again by now
      return new Unreadable("too-large", "展开后过大，不读取 (too large)：请打开后另存，或另存为文本");
    } catch (StackOverflowError ring) { // the libraries follow what is nested without end
      return new Unreadable("damaged", "内部嵌套过深，已损坏 (damaged)：请重新下载，或打开后另存");
    }
  }

  private RawReading opened(SourceDocument file) {
    FileKind kind = FileKind.of(file.bytes());
    return switch (kind) {
      case PDF -> scanned(PdfReader.read(file.bytes()), file.bytes(), ".pdf", PdfReader.MEDIA_TYPE);
      case IMAGE -> image(file.bytes());
      case OLE -> OleReader.read(file.path(), file.bytes());
      case ZIP -> archive(file.bytes());
      case RTF -> RtfReader.read(file.bytes());
      case MHT -> webArchive(file.bytes());
      case ARCHIVE -> notRead(kind.shown);
      case TEXT -> text(file);
    };
  }

  private static Unreadable notRead(String kind) {
    return new Unreadable(
        "unknown-format", "暂不支持的格式 " + kind + " (format not read): 请另存为 DOCX、PDF、网页或文本");
  }

  private static RawReading archive(byte[] bytes) {
    try {
      return switch (ZipArchive.open(Bytes.of(bytes))) {
        case Unreadable unreadable when unreadable.code().equals("damaged") -> damaged();
        case Unreadable unreadable -> unreadable;
        case ZipArchive archive -> document(archive);
      };
    } catch (IOException broken) { // it ends where the directory says that there is more
      return damaged();
    }
  }

  private static Unreadable damaged() {
    return new Unreadable("damaged", "DOCX 或 ZIP 已损坏 (damaged): 请重新下载，或打开后另存");
  }

  private static RawReading document(ZipArchive archive) throws IOException {
    Optional<String> other = DocxReader.otherKind(archive);
    if (other.isPresent()) {
      return notRead(other.get());
    }
    return DocxReader.isWord(archive)
        ? DocxReader.read(archive)
        : new Unreadable(
            "unknown-format", "是压缩包，文件名却不是 .zip，未解开 (an archive not named .zip): 请改名为 .zip");
  }

  private RawReading image(byte[] bytes) {
    Unreadable needs =
        new Unreadable(
            "needs-ocr", "是图片，没有文字 (an image, needs OCR)：请用 --ocr-command 指定识别程序，或先识别成文字");
    boolean jpeg = (bytes[0] & 0xFF) == 0xFF;
    boolean png = (bytes[0] & 0xFF) == 0x89;
    return scanned(needs, bytes, jpeg ? ".jpg" : png ? ".png" : ".img", "image/*");
  }

  /** What was read, or, of a scan, what the operator's program reads. */
  private RawReading scanned(RawReading reading, byte[] bytes, String suffix, String mediaType) {
    if (ocr == null || !(reading instanceof Unreadable why) || !why.code().equals("needs-ocr")) {
      return reading;
    }
    try {
      return switch (ocr.read(bytes, suffix)) {
        case OcrCommand.Scanned.Failed failed ->
            new Unreadable("ocr-failed", "是扫描件，" + failed.reason());
        case OcrCommand.Scanned.Text text -> recognised(text.bytes(), mediaType);
      };
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary file for a scan", e);
    }
  }

  private static RawReading recognised(byte[] text, String mediaType) {
    Optional<TextDecoder.Decoded> decoded = TextDecoder.decode(text);
    List<RawBlock> blocks =
        decoded.map(each -> MarkedTextReader.read(each.text())).orElse(List.of());
    List<Warning> warnings = new ArrayList<>();
    warnings.add(new Warning("ocr", "文字由 OCR 程序从扫描件识别，可能有错字"));
    return new RawDocument(blocks, Map.of(), mediaType, null, warnings);
  }

  private static RawReading webArchive(byte[] bytes) {
    if (bytes.length > LARGEST_WEB_ARCHIVE_BYTES) {
      return tooLarge("MHT", LARGEST_WEB_ARCHIVE_BYTES);
    }
    Optional<TextDecoder.Decoded> page = MailReader.page(bytes, MOST_TEXT_BYTES);
    return page.isEmpty()
        ? new Unreadable("damaged", "MHT 里没有网页 (no page in the web archive)：请重新保存为网页或 DOCX")
        : page(page.get(), "multipart/related");
  }

  private static RawReading page(TextDecoder.Decoded decoded, String mediaType) {
    HtmlReader.Page page;
    try {
      page = HtmlReader.read(decoded.text());
    } catch (Deadline.TooMuchException e) {
      return e.unreadable();
    }
    List<Warning> warnings =
        page.attached() == null
            ? List.of()
            : List.of(new Warning("letter-attached", "网页上没有正文，答复多半在附件里：" + page.attached()));
    return new RawDocument(page.blocks(), page.fields(), mediaType, decoded.encoding(), warnings);
  }

  private static Unreadable tooLarge(String what, int mostBytes) {
    return new Unreadable(
        "too-large", what + "超过 " + (mostBytes >> 20) + " MB，不读取 (too large)：请拆分");
  }

  private static RawReading text(SourceDocument file) {
    if (file.bytes().length > MOST_TEXT_BYTES) {
      return tooLarge("文本或网页", MOST_TEXT_BYTES);
    }
    Optional<TextDecoder.Decoded> decoded = TextDecoder.decode(file.bytes());
    if (decoded.isEmpty()) {
      return new Unreadable("binary", "不是文本文件，或已损坏 (not a text file, or damaged): 请核对原件后重新保存");
    }
    String text = decoded.get().text();
    if (begins(text, WORD_XML)) {
      return DocxReader.readWhole(text);
    }
    return isHtml(file.path(), text)
        ? page(decoded.get(), "text/html")
        : new RawDocument(
            MarkedTextReader.read(text),
            Map.of(),
            textType(file.path()),
            decoded.get().encoding(),
            List.of());
  }

  private static boolean isHtml(String path, String text) {
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".html")
        || name.endsWith(".htm")
        || name.endsWith(".shtml")
        || (!name.endsWith(".md") && begins(text, LOOKS_LIKE_HTML));
  }

  /** Whether the text begins so, as far as its format shows. */
  private static boolean begins(String text, Pattern format) {
    return format.matcher(text).region(0, Math.min(SNIFF_UNITS, text.length())).lookingAt();
  }

  private static String textType(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".md") ? "text/markdown" : "text/plain";
  }
}
