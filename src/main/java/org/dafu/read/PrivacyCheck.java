package org.dafu.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Lists what a draft would leak if it were published as it is. Looks at the whole file, at what
 * stands around the letter too.
 */
public final class PrivacyCheck {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  /** Where a line ends in a page or a Word file, and the ends of comments, which may hold tags. */
  private static final Pattern LINE_END =
      Pattern.compile("(?i)</(?:\\w{1,9}:)?(?:p|div|tr|t[cdh]|li|h[1-6])>|<br[^>]*>|<!--|-->");

  private static final Pattern ATTRIBUTE = Pattern.compile("(?<==)\\s?(?:\"[^\"<]*+\"|'[^'<]*+')");

  private final DocumentOpener opener;
  private final PersonalNumbers numbers;

  /**
   * A check; safe for use by many threads.
   *
   * @param ocr reads scans; null for none
   */
  public PrivacyCheck(Folding folding, @Nullable OcrCommand ocr) {
    this.opener = new DocumentOpener(ocr);
    this.numbers = new PersonalNumbers(folding);
  }

  /** The leaks of a file in its order; empty if it cannot be read, which reading it explains. */
  public Optional<List<Leak>> check(SourceDocument file) {
    return switch (opener.open(file)) {
      case Unreadable unreadable -> Optional.empty();
      case RawDocument raw -> Optional.of(leaks(file, raw));
    };
  }

  /**
   * Whether the file may be shown as it is: nothing leaks, neither in the letter nor in what
   * readers pass over, such as a page's comments and scripts or a Word file's notes and deletions.
   * Of a PDF only what is printed can be looked at.
   */
  public boolean isClean(SourceDocument file) {
    return check(file).filter(List::isEmpty).isPresent()
        && switch (FileKind.of(file.bytes())) {
          case TEXT ->
              TextDecoder.decode(file.bytes())
                  .map(TextDecoder.Decoded::text)
                  .map(text -> numbers.find(text).isEmpty() && isCleanMarkup(text))
                  .orElse(false);
          case ZIP -> isCleanWithin(file);
          case OLE ->
              numbers.find(new String(file.bytes(), StandardCharsets.UTF_16LE)).isEmpty()
                  && numbers.find(new String(file.bytes(), StandardCharsets.ISO_8859_1)).isEmpty();
          case PDF -> true;
          case IMAGE, RTF, MHT, ARCHIVE -> false;
        };
  }

  /** Every part of a Word file, also where its links lead. */
  private boolean isCleanWithin(SourceDocument file) {
    try {
      if (!(ZipArchive.open(Bytes.of(file.bytes())) instanceof ZipArchive archive)) {
        return false;
      }
      for (ZipArchive.Entry entry : archive.entries()) {
        boolean text = entry.name().endsWith(".xml") || entry.name().endsWith(".rels");
        if (text
            && !(archive.unpack(entry) instanceof Unpacked.Content part
                && isCleanMarkup(new String(part.bytes(), StandardCharsets.UTF_8)))) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Whether nothing leaks of markup: neither in its attributes, such as the address of a link, nor
   * in the text between its tags, which may cut a number in two.
   */
  private boolean isCleanMarkup(String markup) {
    String lines = LINE_END.matcher(markup).replaceAll("\n");
    String text = Parser.unescapeEntities(TAG.matcher(lines).replaceAll(""), false);
    Matcher attribute = ATTRIBUTE.matcher(markup);
    boolean clean = numbers.find(text).isEmpty();
    while (clean && attribute.find()) {
      clean = numbers.find(Parser.unescapeEntities(attribute.group(), true)).isEmpty();
    }
    return clean;
  }

  private List<Leak> leaks(SourceDocument file, RawDocument raw) {
    Assembly assembly = Assembly.of(raw.blocks());
    String text = assembly.text();
    String source = source(file, text);
    SourceMap origins = assembly.sourceMap();
    return numbers.find(text).stream()
        .map(
            number -> {
              int start = number.span().start();
              int place = source.equals(text) ? start : origins.sourceOffset(start);
              return leak(number.kind(), source, place, shown(number, text));
            })
        .toList();
  }

  /** The text that places are counted in: the file's own, if it is one of text. */
  private static String source(SourceDocument file, String readText) {
    if (FileKind.of(file.bytes()) != FileKind.TEXT) {
      return readText;
    }
    return TextDecoder.decode(file.bytes()).map(TextDecoder.Decoded::text).orElse(readText);
  }

  /** A mailbox with its domain, though only the name before it is a person's. */
  private static String shown(PersonalNumber number, String text) {
    int end = number.span().end();
    boolean mailbox = number.kind() == PersonalNumber.Kind.MAILBOX;
    while (mailbox && end < text.length() && isOfAddress(text.charAt(end))) {
      end++;
    }
    return text.substring(number.span().start(), end);
  }

  private static boolean isOfAddress(char unit) {
    return unit < 0x80 && (Character.isLetterOrDigit(unit) || "@.-_".indexOf(unit) >= 0);
  }

  private static Leak leak(PersonalNumber.Kind kind, String source, int place, String text) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < place; i++) {
      char unit = source.charAt(i);
      boolean returned = unit == '\r' && source.charAt(i + 1) != '\n';
      if (unit == '\n' || returned) {
        line++;
        lineStart = i + 1;
      }
    }
    return new Leak(kind, line, source.codePointCount(lineStart, place) + 1, text);
  }
}
