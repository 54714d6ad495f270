package org.dafu.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The automatic numbers of a Word document's lists (word/numbering.xml). */
final class WordNumbering {
  private static final int LEVELS = 9;

  private final Map<String, List<ListCounter.Level>> levelsOfList = new HashMap<>();
  private final Map<String, String> abstractOfList = new HashMap<>();
  private final Map<String, ListCounter> counters = new HashMap<>();

  /**
   * @param part the part's root; null if the document has none
   */
  WordNumbering(@Nullable Element part) {
    if (part == null) {
      return;
    }
    Map<String, Element> definitions = new HashMap<>();
    for (Element definition : WordXml.all(part, "abstractNum")) {
      definitions.put(WordXml.attribute(definition, "abstractNumId"), definition);
    }
    for (Element list : WordXml.all(part, "num")) {
      String id = WordXml.attribute(list, "numId");
      String definition = WordXml.value(list, "abstractNumId");
      levelsOfList.put(id, levels(definitions.get(definition), list));
      boolean restarts = !WordXml.all(list, "startOverride").isEmpty();
      abstractOfList.put(id, restarts ? "list " + id : "definition " + definition);
    }
  }

  private static List<ListCounter.Level> levels(@Nullable Element definition, Element list) {
    List<ListCounter.Level> levels = new ArrayList<>();
    for (int i = 0; i < LEVELS; i++) {
      Element level = child(definition, "lvl", i);
      Element override = child(list, "lvlOverride", i);
      Element own = override == null ? null : WordXml.first(override, "lvl");
      level = own == null ? level : own;
      String start = override == null ? "" : WordXml.value(override, "startOverride");
      levels.add(level(level, start));
    }
    return levels;
  }

  private static ListCounter.Level level(@Nullable Element level, String startOverride) {
    if (level == null) {
      return new ListCounter.Level(1, ListNumerals.NONE, "");
    }
    String start = startOverride.isEmpty() ? WordXml.value(level, "start") : startOverride;
    return new ListCounter.Level(
        WordXml.number(start, 1),
        ListNumerals.ofWordMl(WordXml.value(level, "numFmt")),
        WordXml.value(level, "lvlText"));
  }

  private static @Nullable Element child(@Nullable Element parent, String tag, int level) {
    if (parent == null) {
      return null;
    }
    return parent.children().stream()
        .filter(child -> WordXml.name(child).equals(tag))
        .filter(child -> WordXml.number(WordXml.attribute(child, "ilvl"), -1) == level)
        .findFirst()
        .orElse(null);
  }

  /** The label of the next paragraph of this list and level; empty if it bears none. */
  String next(String list, int level) {
    List<ListCounter.Level> levels = levelsOfList.get(list);
    if (levels == null) {
      return "";
    }
    String counted = abstractOfList.getOrDefault(list, list);
    return counters.computeIfAbsent(counted, each -> new ListCounter()).next(levels, level);
  }
}
