package org.dafu.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Word's DOCX, as Word or WPS makes it.
 *
 * <p>Why not POI's XWPF: what matters in a form stands in text boxes, content controls and fonts of
 * symbols, and a list's numbers have to be counted; XWPF gives none of these, loads a second's
 * worth of schema classes, and refuses a package that lacks a part we do not need. Layout:
 * ECMA-376.
 */
final class DocxReader {
  static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  /** The text of a letter is a hundredth of this. */
  private static final long LARGEST_PART_BYTES = 20L << 20;

  private static final String USUAL_MAIN_PART = "word/document.xml";
  private static final Pattern DECLARED = Pattern.compile("encoding\\s*=\\s*[\"']([A-Za-z0-9_-]+)");

  private final ZipArchive archive;

  private DocxReader(ZipArchive archive) {
    this.archive = archive;
  }

  /** What documents within archives are called that are not Word's; empty for one that is. */
  static Optional<String> otherKind(ZipArchive archive) {
    if (archive.find("xl/workbook.xml").isPresent()) {
      return Optional.of("Excel 表格");
    }
    if (archive.find("ppt/presentation.xml").isPresent()) {
      return Optional.of("PPT 演示文稿");
    }
    if (archive.find("OFD.xml").isPresent()) {
      return Optional.of("OFD 版式文件");
    }
    boolean openDocument =
        archive.find("content.xml").isPresent() && archive.find("mimetype").isPresent();
    return openDocument ? Optional.of("OpenDocument (ODT)") : Optional.empty();
  }

  /** Whether the archive is a Word document rather than a folder of files. */
  static boolean isWord(ZipArchive archive) {
    return archive.find(USUAL_MAIN_PART).isPresent()
        || (archive.find("[Content_Types].xml").isPresent()
            && archive.find("_rels/.rels").isPresent());
  }

  /** The document's blocks, or why there are none. */
  static RawReading read(ZipArchive archive) throws IOException {
    try {
      return new DocxReader(archive).read();
    } catch (Deadline.TooMuchException e) {
      return e.unreadable();
    }
  }

  /**
   * The same of a document that is one file of XML instead of an archive, as Word of 2003 and some
   * servers write it.
   */
  static RawReading readWhole(String xml) {
    Element root = Parser.xmlParser().parseInput(xml, "");
    Element body = WordXml.first(root, "body");
    if (body == null) {
      return noBody();
    }
    WordBody reading =
        new WordBody(
            new WordStyles(WordXml.first(root, "styles")),
            new WordNumbering(WordXml.first(root, "numbering")),
            WordXml.first(root, "footnotes"),
            WordXml.first(root, "endnotes"));
    return new RawDocument(reading.read(body), Map.of(), "application/xml", null, List.of());
  }

  private static Unreadable noBody() {
    return new Unreadable("damaged", "DOCX 已损坏：没有正文 (damaged DOCX)，请用 Word 或 WPS 打开后另存");
  }

  private RawReading read() throws IOException {
    String main = mainPart();
    Element document = part(main);
    Element body = document == null ? null : WordXml.first(document, "body");
    if (body == null) {
      return noBody();
    }
    String folder = main.substring(0, main.lastIndexOf('/') + 1);
    WordBody reading =
        new WordBody(
            new WordStyles(part(folder + "styles.xml")),
            new WordNumbering(part(folder + "numbering.xml")),
            part(folder + "footnotes.xml"),
            part(folder + "endnotes.xml"));
    List<RawBlock> blocks = reading.read(body);
    return new RawDocument(blocks, Map.of(), MEDIA_TYPE, null, List.of());
  }

  /** Where the relations of the package say that the document is, else where it usually is. */
  private String mainPart() throws IOException {
    Element relations = part("_rels/.rels");
    if (relations != null) {
      for (Element relation : WordXml.all(relations, "Relationship")) {
        String target = WordXml.attribute(relation, "Target").replaceFirst("^/", "");
        if (WordXml.attribute(relation, "Type").endsWith("/officeDocument")
            && archive.find(target).isPresent()) {
          return target;
        }
      }
    }
    return USUAL_MAIN_PART;
  }

  /** The part's root; null if the package has no such part or it is broken. */
  private @Nullable Element part(String name) throws IOException {
    Optional<ZipArchive.Entry> entry = archive.find(name);
    if (entry.isEmpty()) {
      return null;
    }
    if (entry.get().unpackedBytes() > LARGEST_PART_BYTES) {
      throw new Deadline.TooMuchException(
          new Unreadable(
              "too-large",
              "DOCX 的 " + name + " 超过 " + (LARGEST_PART_BYTES >> 20) + " MB，不读取 (too large)"));
    }
    return switch (archive.unpack(entry.get())) {
      case Unpacked.Content content -> root(content.bytes());
      case Unreadable unreadable when unreadable.code().equals("refused-entry") ->
          throw new Deadline.TooMuchException(
              new Unreadable("too-large", "DOCX 的 " + name + "：" + unreadable.reason()));
      case Unreadable broken -> null;
    };
  }

  private static Element root(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(200, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(head);
    boolean utf8 = !declared.find() || declared.group(1).equalsIgnoreCase("UTF-8");
    String text =
        utf8
            ? new String(bytes, StandardCharsets.UTF_8)
            : TextDecoder.decode(bytes).map(TextDecoder.Decoded::text).orElse("");
    Document parsed = Parser.xmlParser().parseInput(text, "");
    return parsed;
  }
}
