package org.dafu.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The lists of other pages in a page: nothing but links. Counted once from the innermost element
 * outwards, as elements may stand hundreds deep within one another.
 */
final class LinkLists {
  private static final Set<String> LISTS = Set.of("ul", "ol", "dl");

  private static final int FEW_LINKS = 2;

  private final Map<Element, Count> counts = new HashMap<>();

  /**
   * What stands in an element that has links in it.
   *
   * @param signs that are no space
   * @param linkSigns those of them in links
   */
  private record Count(int signs, int linkSigns, int links) {
    private static final Count NONE = new Count(0, 0, 0);

    Count plus(Count other) {
      return new Count(signs + other.signs, linkSigns + other.linkSigns, links + other.links);
    }
  }

  /** Counts the links of a page and the text around them. */
  LinkLists(Element page) {
    count(page);
  }

  private Count count(Element element) {
    Count sum = Count.NONE;
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text) {
        sum = sum.plus(new Count(signs(text.getWholeText()), 0, 0));
      } else if (child instanceof Element inner) {
        sum = sum.plus(count(inner));
      }
    }
    if (element.normalName().equals("a")) {
      sum = new Count(sum.signs(), sum.signs(), sum.links() + 1);
    }
    if (sum.links() > 0) {
      counts.put(element, sum);
    }
    return sum;
  }

  private static int signs(String text) {
    int signs = 0;
    for (int i = 0; i < text.length(); i++) {
      signs += MappedText.isSpace(text.charAt(i)) ? 0 : 1;
    }
    return signs;
  }

  /** Whether the element is such a list, or a row of at least some links. */
  boolean contains(Element element) {
    Count count = counts.getOrDefault(element, Count.NONE);
    return count.links() > 0
        && count.signs() > 0
        && count.linkSigns() * 10L >= count.signs() * 8L
        && (LISTS.contains(element.normalName()) || count.links() > FEW_LINKS);
  }
}
