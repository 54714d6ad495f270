package org.dafu.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dafu.reply.Source;
import org.dafu.reply.Warning;

/**
 * Reads a file of any supported format: plain text, Markdown and HTML, in any encoding of Chinese.
 */
public final class LetterReader {
  private static final Pattern LOOKS_LIKE_HTML =
      Pattern.compile(
          "(?is)^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|body|meta|div|table|p|center)\\b");

  /** How far into a file its format shows. */
  private static final int SNIFF_UNITS = 2048;

  private final Folding folding;
  private final PersonalNumbers personalNumbers;

  /** A reader that looks at text through this folding; safe for use by many threads. */
  public LetterReader(Folding folding) {
    this.folding = folding;
    this.personalNumbers = new PersonalNumbers(folding);
  }

  /** The document in the file, or why there is none; never throws for what the bytes are. */
  public ReadResult read(SourceDocument file) {
    if (file.bytes().length == 0) {
      return new Unreadable("empty", "文件是空的 (the file is empty)");
    }
    Optional<String> container = containerFormat(file.bytes());
    if (container.isPresent()) {
      return new Unreadable(
          "unknown-format",
          "暂不支持的格式 " + container.get() + " (format not read): 请另存为文本、Markdown 或 HTML");
    }
    Optional<TextDecoder.Decoded> decoded = TextDecoder.decode(file.bytes());
    if (decoded.isEmpty()) {
      return new Unreadable("binary", "不是文本文件，或已损坏 (not a text file, or damaged): 请核对原件后重新保存");
    }
    return read(file, decoded.get());
  }

  /** Formats that are not text, by the signature in their first bytes. */
  private static Optional<String> containerFormat(byte[] bytes) {
    String head =
        new String(
            bytes, 0, Math.min(8, bytes.length), java.nio.charset.StandardCharsets.ISO_8859_1);
    if (head.startsWith("%PDF")) {
      return Optional.of("PDF");
    }
    if (head.startsWith("PK\u0003\u0004")) {
      return Optional.of("DOCX/ZIP");
    }
    if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      return Optional.of("DOC");
    }
    boolean image =
        head.startsWith("\u0089PNG")
            || head.startsWith("\u00ff\u00d8\u00ff")
            || head.startsWith("GIF8");
    return image ? Optional.of("image") : Optional.empty();
  }

  private ReadResult read(SourceDocument file, TextDecoder.Decoded decoded) {
    boolean html = isHtml(file.path(), decoded.text());
    HtmlReader.Page page =
        html
            ? HtmlReader.read(decoded.text())
            : new HtmlReader.Page(MarkedTextReader.read(decoded.text()), Map.of());
    PageFurniture furniture = new PageFurniture(folding);
    BrokenLines.Joined joined = new BrokenLines(folding).join(furniture.setAside(page.blocks()));
    List<RawBlock> once = DoubledLetter.cut(joined.blocks());
    Assembly assembly = Assembly.of(once);
    Optional<Unreadable> objection = Legibility.objection(assembly.text());
    if (objection.isPresent()) {
      return objection.get();
    }
    return new ReadDocument(
        new Source(file.path(), file.sha256(), mediaType(file.path(), html), decoded.encoding()),
        personalNumbers.mask(assembly.text()),
        assembly.blocks(),
        masked(page.fields(), furniture.fields()),
        warnings(furniture, joined, joined.blocks().size() - once.size()),
        SourceMap.of(assembly.origins()));
  }

  private static boolean isHtml(String path, String text) {
    String name = path.toLowerCase(Locale.ROOT);
    String head = text.substring(0, Math.min(SNIFF_UNITS, text.length()));
    return name.endsWith(".html")
        || name.endsWith(".htm")
        || name.endsWith(".shtml")
        || (!name.endsWith(".md") && LOOKS_LIKE_HTML.matcher(head).find());
  }

  private static String mediaType(String path, boolean html) {
    if (html) {
      return "text/html";
    }
    return path.toLowerCase(Locale.ROOT).endsWith(".md") ? "text/markdown" : "text/plain";
  }

  private Map<String, String> masked(Map<String, String> head, Map<String, String> fields) {
    Map<String, String> masked = new TreeMap<>();
    head.forEach((label, value) -> masked.put(label, personalNumbers.mask(value)));
    fields.forEach((label, value) -> masked.put(label, personalNumbers.mask(value)));
    return masked;
  }

  private static List<Warning> warnings(
      PageFurniture furniture, BrokenLines.Joined joined, int doubledBlocks) {
    List<Warning> warnings = new ArrayList<>();
    if (joined.joins() > 0) {
      warnings.add(new Warning("lines-joined", "接合了 " + joined.joins() + " 处被分页或换行切断的文字"));
    }
    if (furniture.stamps() > 0) {
      warnings.add(new Warning("stamps-set-aside", "略去了 " + furniture.stamps() + " 行反复出现的印章或水印文字"));
    }
    if (doubledBlocks > 0) {
      warnings.add(new Warning("printed-twice", "同一答复印了两遍，只取一遍"));
    }
    return warnings;
  }
}
