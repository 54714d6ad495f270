package org.dafu.read;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists what a draft would leak if it were published as it is. Looks at the whole file, at what
 * stands around the letter too.
 */
public final class PrivacyCheck {
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

  private List<Leak> leaks(SourceDocument file, RawDocument raw) {
    Assembly assembly = Assembly.of(raw.blocks());
    String text = assembly.text();
    String source = source(file, text);
    int[] origins = assembly.origins();
    return numbers.find(text).stream()
        .map(
            number -> {
              int start = number.span().start();
              int place = source.equals(text) ? start : origins[start];
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
