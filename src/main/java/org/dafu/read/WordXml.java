package org.dafu.read;

import java.util.List;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Looks into WordprocessingML by local names: programs other than Word choose prefixes of their
 * own.
 */
final class WordXml {
  private WordXml() {}

  /** The element's name without its prefix. */
  static String name(Element element) {
    return local(element.tagName());
  }

  /** The attribute of this local name; empty if there is none. */
  static String attribute(Element element, String name) {
    for (Attribute attribute : element.attributes()) {
      if (local(attribute.getKey()).equals(name)) {
        return attribute.getValue();
      }
    }
    return "";
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  /** Every element of this name within, in order. */
  static List<Element> all(Element root, String name) {
    return root.stream().filter(element -> name(element).equals(name)).toList();
  }

  /** The first element of this name within; null if there is none. */
  static @Nullable Element first(Element root, String name) {
    return root.stream().filter(element -> name(element).equals(name)).findFirst().orElse(null);
  }

  /** The child of this name; null if there is none. */
  static @Nullable Element child(@Nullable Element parent, String name) {
    if (parent == null) {
      return null;
    }
    for (Element child : parent.children()) {
      if (name(child).equals(name)) {
        return child;
      }
    }
    return null;
  }

  /** The {@code val} of the first element of this name within; empty if there is none. */
  static String value(Element root, String name) {
    Element element = first(root, name);
    return element == null ? "" : attribute(element, "val");
  }

  /** Whether a property that is on by being there is on. */
  static boolean isOn(@Nullable Element properties, String name) {
    Element property = child(properties, name);
    if (property == null) {
      return false;
    }
    String value = attribute(property, "val");
    return !value.equals("0") && !value.equals("false") && !value.equals("off");
  }

  /** Whether this is a remark, or a deletion, as Word of 2003 writes them. */
  static boolean isAside(Element element) {
    String type = name(element).equals("annotation") ? attribute(element, "type") : "";
    return type.equals("Word.Comment") || type.equals("Word.Deletion");
  }

  /** The number, or the other one where there is none. */
  static int number(String text, int otherwise) {
    return text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : otherwise;
  }
}
