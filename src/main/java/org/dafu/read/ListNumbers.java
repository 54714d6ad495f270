package org.dafu.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The numbers that browsers print before the items of a page's ordered lists. */
final class ListNumbers {
  private static final Pattern NO_NUMBERS =
      Pattern.compile("(?i)list-style(?:-type)?\\s*:[^;]*\\b(?:none|disc|circle|square)\\b");

  private static final Pattern CHINESE =
      Pattern.compile("(?i)list-style(?:-type)?\\s*:[^;]*\\b(?:cjk|simp|trad)-");

  /** An item that prints its number itself, in a list whose style sheet hides them. */
  private static final Pattern NUMBERED =
      Pattern.compile("^\\s*[（(第]?[一二三四五六七八九十\\d]{1,3}[)）、.．章条是]|^\\s*[①-⑳]");

  private static final int MOST_DIGITS = 6;

  private final Map<Element, Integer> counts = new HashMap<>();

  /** What is printed before the text of this element; empty if it is no item of such a list. */
  String label(Element element) {
    Element list = element.parent();
    if (list == null || !element.normalName().equals("li") || !list.normalName().equals("ol")) {
      return "";
    }
    int before = counts.getOrDefault(list, number(list.attr("start"), 1) - 1);
    int count = number(element.attr("value"), before + 1);
    counts.put(list, count);
    String style = element.attr("style") + ";" + list.attr("style");
    if (NO_NUMBERS.matcher(style).find() || isNumbered(list)) {
      return "";
    }
    ListNumerals numerals =
        CHINESE.matcher(style).find() ? ListNumerals.CHINESE : numerals(list.attr("type"));
    String pattern = numerals == ListNumerals.CHINESE ? "%1、" : "%1.";
    return new ListCounter().next(List.of(new ListCounter.Level(count, numerals, pattern)), 0);
  }

  private static boolean isNumbered(Element list) {
    Element first = list.firstElementChild();
    return first != null && NUMBERED.matcher(first.text()).find();
  }

  private static int number(String text, int otherwise) {
    boolean number = text.matches("-?\\d{1," + MOST_DIGITS + "}");
    return number ? Integer.parseInt(text) : otherwise;
  }

  private static ListNumerals numerals(String type) {
    return switch (type) {
      case "a" -> ListNumerals.LOWER_LETTERS;
      case "A" -> ListNumerals.UPPER_LETTERS;
      case "i" -> ListNumerals.LOWER_ROMAN;
      case "I" -> ListNumerals.UPPER_ROMAN;
      default -> ListNumerals.ARABIC;
    };
  }
}
