package org.dafu.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What paragraphs of a Word document take from their styles (word/styles.xml). */
final class WordStyles {
  private static final Pattern HEADING = Pattern.compile("(?:heading|标题)\\s*([1-6])");

  /** Level of running text. */
  private static final int BODY = 9;

  /** Styles stand on one another; a ring of them must not hold us. */
  private static final int DEEPEST = 12;

  private final Map<String, Element> styles = new HashMap<>();

  /**
   * @param part the part's root; null if the document has none
   */
  WordStyles(@Nullable Element part) {
    if (part != null) {
      WordXml.all(part, "style")
          .forEach(style -> styles.put(WordXml.attribute(style, "styleId"), style));
    }
  }

  /** 1 to 6 for a heading, 0 for running text, by the paragraph's own properties or its style. */
  int headingLevel(@Nullable Element properties) {
    Element own = WordXml.child(properties, "outlineLvl");
    if (own != null) {
      return level(WordXml.attribute(own, "val"));
    }
    Element style = styleOf(properties);
    for (int depth = 0; style != null && depth < DEEPEST; depth++) {
      Element outline = WordXml.first(style, "outlineLvl");
      if (outline != null) {
        return level(WordXml.attribute(outline, "val"));
      }
      Element name = WordXml.child(style, "name");
      Matcher heading =
          HEADING.matcher(
              name == null ? "" : WordXml.attribute(name, "val").toLowerCase(Locale.ROOT));
      if (heading.matches()) {
        return Integer.parseInt(heading.group(1));
      }
      style = basedOn(style);
    }
    return 0;
  }

  private static int level(String outline) {
    int level = WordXml.number(outline, BODY);
    return level >= 0 && level < 6 ? level + 1 : 0;
  }

  /** The list properties (numPr) of the paragraph or of its style; null if it is in no list. */
  @Nullable Element list(@Nullable Element properties) {
    Element own = WordXml.child(properties, "numPr");
    if (own != null) {
      return own;
    }
    Element style = styleOf(properties);
    for (int depth = 0; style != null && depth < DEEPEST; depth++) {
      Element ofStyle = WordXml.first(style, "numPr");
      if (ofStyle != null) {
        return ofStyle;
      }
      style = basedOn(style);
    }
    return null;
  }

  private @Nullable Element styleOf(@Nullable Element properties) {
    Element style = WordXml.child(properties, "pStyle");
    return style == null ? null : styles.get(WordXml.attribute(style, "val"));
  }

  private @Nullable Element basedOn(Element style) {
    Element base = WordXml.child(style, "basedOn");
    return base == null ? null : styles.get(WordXml.attribute(base, "val"));
  }
}
