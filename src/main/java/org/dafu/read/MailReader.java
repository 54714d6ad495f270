package org.dafu.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the page out of a web archive (MHT): a mail whose first part is the page and whose others
 * are its pictures. Layout: RFC 2557, RFC 2045.
 */
final class MailReader {
  /** Parts within parts are looked into, in all so many. */
  private static final int MOST_PARTS = 1_000;

  private static final Pattern TYPE = header("Content-Type:\\s*([a-z]+/[a-z+-]+)");
  private static final Pattern BOUNDARY =
      header(
          "Content-Type:[^\\r"
              + "\\n"
              + "]*(?:\\r"
              + "?\\n"
              + "[ \\t][^\\r"
              + "\\n"
              + "]*){0,5}?boundary=\"?([^\"\\r"
              + "\\n"
              + ";]{1,100})");
  private static final Pattern CHARSET =
      header(
          "Content-Type:[^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*){0,5}?charset=\"?([a-z0-9_-]{1,40})");
  private static final Pattern TRANSFER = header("Content-Transfer-Encoding:\\s*([a-z0-9-]+)");

  /** A head is no longer. */
  private static final int LONGEST_HEAD = 8192;

  private MailReader() {}

  private static Pattern header(String pattern) {
    return Pattern.compile("(?im)^" + pattern);
  }

  /**
   * The page in the archive, of several that with most Chinese text, for frames are pages too; or
   * the mail's text, if it has no page. Empty if it holds neither.
   *
   * @param mostBytes of a page; a longer one is passed over
   */
  static Optional<TextDecoder.Decoded> page(byte[] bytes, int mostBytes) {
    Deque<String> parts = new ArrayDeque<>();
    parts.add(new String(bytes, StandardCharsets.ISO_8859_1));
    TextDecoder.Decoded page = null;
    TextDecoder.Decoded text = null;
    for (int seen = 0; !parts.isEmpty() && seen < MOST_PARTS; seen++) {
      String part = parts.poll();
      String head = head(part);
      String type = first(TYPE, head).toLowerCase(Locale.ROOT);
      String boundary = first(BOUNDARY, head).strip();
      if (type.startsWith("multipart/") && !boundary.isEmpty()) {
        split(part.substring(head.length()), "--" + boundary, parts);
      } else if (type.equals("text/html")) {
        page = fuller(page, decoded(part, head, mostBytes));
      } else if (type.equals("text/plain") && text == null) {
        text = decoded(part, head, mostBytes);
      }
    }
    return Optional.ofNullable(page == null ? text : page);
  }

  private static TextDecoder.@Nullable Decoded decoded(String part, String head, int mostBytes) {
    byte[] content = content(part, head);
    return content.length > mostBytes
        ? null
        : TextDecoder.decode(content, first(CHARSET, head)).orElse(null);
  }

  private static TextDecoder.@Nullable Decoded fuller(
      TextDecoder.@Nullable Decoded one, TextDecoder.@Nullable Decoded other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return han(other) > han(one) ? other : one;
  }

  private static long han(TextDecoder.Decoded page) {
    return page.text().codePoints().filter(Character::isIdeographic).count();
  }

  private static String head(String part) {
    String start = part.substring(0, Math.min(LONGEST_HEAD, part.length()));
    Matcher blank = Pattern.compile("\\r?\\n\\r?\\n").matcher(start);
    return blank.find() ? start.substring(0, blank.end()) : "";
  }

  private static String first(Pattern pattern, String head) {
    Matcher matcher = pattern.matcher(head);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static void split(String body, String delimiter, Deque<String> parts) {
    int from = body.indexOf(delimiter);
    while (from >= 0 && parts.size() < MOST_PARTS) {
      int start = body.indexOf('\n', from) + 1;
      int next = start == 0 ? -1 : body.indexOf(delimiter, start);
      if (start > 0) {
        parts.add(body.substring(start, next < 0 ? body.length() : next));
      }
      from = next;
    }
  }

  private static byte[] content(String part, String head) {
    String body = part.substring(head.length());
    return switch (first(TRANSFER, head).toLowerCase(Locale.ROOT)) {
      case "base64" -> base64(body);
      case "quoted-printable" -> quotedPrintable(body);
      default -> body.getBytes(StandardCharsets.ISO_8859_1);
    };
  }

  /** What can be read of it: an archive that was cut short still has its beginning. */
  private static byte[] base64(String body) {
    StringBuilder signs = new StringBuilder();
    for (int i = 0; i < body.length(); i++) {
      char sign = body.charAt(i);
      boolean digit = Character.isLetterOrDigit(sign) && sign < 0x80;
      if (digit || sign == '+' || sign == '/') {
        signs.append(sign);
      }
    }
    if (signs.length() % 4 == 1) {
      signs.setLength(signs.length() - 1); // six bits are no byte
    }
    return Base64.getDecoder().decode(signs.toString());
  }

  private static byte[] quotedPrintable(String body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length());
    int at = 0;
    while (at < body.length()) {
      char sign = body.charAt(at++);
      if (sign != '=') {
        bytes.write(sign);
        continue;
      }
      int end = lineEnd(body, at);
      int high = end < 0 && at + 1 < body.length() ? Character.digit(body.charAt(at), 16) : -1;
      int low = high < 0 ? -1 : Character.digit(body.charAt(at + 1), 16);
      if (end >= 0) {
        at = end;
      } else if (low >= 0) {
        bytes.write((high << 4) | low);
        at += 2;
      } else {
        bytes.write(sign);
      }
    }
    return bytes.toByteArray();
  }

  /** The place behind the line end that stands here; -1 if none does. */
  private static int lineEnd(String body, int at) {
    if (at < body.length() && body.charAt(at) == '\n') {
      return at + 1;
    }
    return body.startsWith("\r\n", at) ? at + 2 : -1;
  }
}
