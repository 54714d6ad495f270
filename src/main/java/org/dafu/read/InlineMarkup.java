package org.dafu.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Takes the markup out of a line of Markdown with HTML in it, keeping every character of the
 * letter. Not CommonMark: that renumbers lists, takes indented paragraphs for code and would lose
 * the letter's own numbering.
 */
final class InlineMarkup {
  static final String TICKED = "☑";
  static final String EMPTY_BOX = "☐";

  private static final Pattern TAG =
      Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)(\\s[^<>]*)?/?>|<!--.*?-->");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,12});");
  private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]{0,300}\\]\\([^)]*\\)");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\]]{1,300})\\]\\(((?:https?:|/|\\.)[^)]*)\\)");
  private static final Pattern CHECKED = Pattern.compile("(?i)\\bchecked\\b");
  private static final String ESCAPABLE = "\\`*_{}[]()#+-.!|~>";

  /** Emphasis that ends further away is none. */
  private static final int LONGEST_EMPHASIS = 2_000;

  private final String source;
  private final int end;
  private final MappedText out;

  /** What stands for br. */
  private final char lineEnd;

  private final Closing comment = new Closing("-->");
  private final Closing bracket = new Closing(")");

  /** Where the emphasis ends that began before; -1 for none. */
  private int emphasisEnd = -1;

  /**
   * Where a sign stands next, looked for once and not again from every sign that it could close.
   */
  private final class Closing {
    private final String sign;
    private int next = -1;

    Closing(String sign) {
      this.sign = sign;
    }

    boolean isAfter(int at) {
      if (next < at) {
        int found = source.indexOf(sign, at, end);
        next = found < 0 ? end : found;
      }
      return next < end;
    }
  }

  private InlineMarkup(String source, int end, MappedText out, char lineEnd) {
    this.source = source;
    this.end = end;
    this.out = out;
    this.lineEnd = lineEnd;
  }

  /** The plain text of {@code source[start, end)}, in one line. */
  static MappedText strip(String source, int start, int end) {
    return strip(source, start, end, ' ');
  }

  /** The same with a line end wherever br stands, as in the cell of a table. */
  static MappedText stripLines(String source, int start, int end) {
    return strip(source, start, end, '\n');
  }

  private static MappedText strip(String source, int start, int end, char lineEnd) {
    MappedText out = new MappedText(end - start);
    int sign = nextSign(source, start, end);
    out.append(source, start, sign);
    if (sign < end) {
      InlineMarkup markup = new InlineMarkup(source, end, out, lineEnd);
      while (sign < end) {
        int at = markup.step(sign);
        sign = nextSign(source, at, end);
        out.append(source, at, sign);
      }
    }
    return out;
  }

  private static int nextSign(String source, int start, int end) {
    int at = start;
    while (at < end && !isSign(source.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Whether markup may begin with it. */
  private static boolean isSign(char unit) {
    return unit < 0x80
        && switch (unit) {
          case '<', '&', '*', '!', '[', '\\' -> true;
          default -> false;
        };
  }

  /** Handles the sign that stands at this place and returns the place after it. */
  private int step(int at) {
    char unit = source.charAt(at);
    return switch (unit) {
      case '<' -> tag(at);
      case '&' -> entity(at);
      case '*' -> emphasis(at);
      case '!' -> image(at);
      case '[' -> link(at);
      case '\\' -> escape(at);
      default -> keep(at);
    };
  }

  private int keep(int at) {
    out.append(source.charAt(at), at);
    return at + 1;
  }

  private int tag(int at) {
    Matcher matcher = TAG.matcher(source).region(at, end);
    boolean open = source.startsWith("<!--", at) && !comment.isAfter(at);
    if (open || !matcher.lookingAt()) {
      return keep(at);
    }
    if ("input".equalsIgnoreCase(matcher.group(2))) {
      String attributes = matcher.group(3) == null ? "" : matcher.group(3);
      out.append(CHECKED.matcher(attributes).find() ? TICKED : EMPTY_BOX, at);
    } else if ("br".equalsIgnoreCase(matcher.group(2))) {
      out.append(lineEnd, at);
    } else if (parts(matcher.group(2))) {
      out.append(' ', at);
    }
    return matcher.end();
  }

  /** Whether a tag stands between words rather than inside one. */
  private static boolean parts(String name) {
    return name != null
        && switch (name.toLowerCase(java.util.Locale.ROOT)) {
          case "p", "div", "li", "ol", "ul", "td", "th", "tr" -> true;
          default -> false;
        };
  }

  private int entity(int at) {
    Matcher matcher = ENTITY.matcher(source).region(at, end);
    if (!matcher.lookingAt()) {
      return keep(at);
    }
    out.append(Parser.unescapeEntities(matcher.group(), false), at);
    return matcher.end();
  }

  /**
   * Two asterisks, or three, are markup if as many follow them in the line; others are text, as a
   * rule a mask: 张*, 139****2222.
   */
  private int emphasis(int at) {
    int length = asterisks(at);
    boolean closes = at == emphasisEnd;
    int closing = closes ? -1 : closing(at, length);
    if (closes || closing >= 0) {
      emphasisEnd = closing;
      return at + length;
    }
    for (int i = at; i < at + length; i++) {
      keep(i);
    }
    return at + length;
  }

  private int asterisks(int at) {
    int next = at;
    while (next < end && source.charAt(next) == '*') {
      next++;
    }
    return next - at;
  }

  /** Where the emphasis that begins here ends; -1 if none does. */
  private int closing(int at, int length) {
    boolean masks = isDigit(at - 1) || isSpace(at + length);
    if (length < 2 || length > 3 || masks) {
      return -1;
    }
    int until = Math.min(end, at + LONGEST_EMPHASIS);
    int next = source.indexOf('*', at + length, until);
    while (next >= 0) {
      int run = asterisks(next);
      if (run == length && !isSpace(next - 1) && !isDigit(next + run)) {
        return next;
      }
      next = source.indexOf('*', next + run, Math.max(until, next + run));
    }
    return -1;
  }

  private boolean isDigit(int at) {
    return at >= 0 && at < end && source.charAt(at) >= '0' && source.charAt(at) <= '9';
  }

  private boolean isSpace(int at) {
    return at < 0 || at >= end || MappedText.isSpace(source.charAt(at));
  }

  private int image(int at) {
    Matcher matcher = IMAGE.matcher(source).region(at, end);
    return bracket.isAfter(at) && matcher.lookingAt() ? matcher.end() : keep(at);
  }

  private int link(int at) {
    Matcher matcher = LINK.matcher(source).region(at, end);
    if (!bracket.isAfter(at) || !matcher.lookingAt()) {
      return keep(at);
    }
    for (int i = matcher.start(1); i < matcher.end(1); i++) {
      keep(i);
    }
    return matcher.end();
  }

  private int escape(int at) {
    boolean escapes = at + 1 < end && ESCAPABLE.indexOf(source.charAt(at + 1)) >= 0;
    return escapes ? keep(at + 1) : keep(at);
  }
}
