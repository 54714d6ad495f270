package org.dafu.web.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dafu.search.Correction;

/** What was put right in a letter, as people read it. */
final class History {
  private History() {}

  /** The changes of a letter, the latest first. */
  static List<LetterPage.Entry> of(Correction correction) {
    Map<String, JsonNode> held = new HashMap<>();
    List<LetterPage.Entry> entries = new ArrayList<>();
    for (Correction.Change change : correction.changes()) {
      String field = change.field();
      JsonNode before = held.getOrDefault(field, change.read());
      JsonNode after = change.asRead() ? change.read() : change.value();
      held.put(field, after);
      entries.addFirst(
          new LetterPage.Entry(
              Words.time(change.time()),
              change.time(),
              change.author(),
              EditedField.labelOf(field),
              EditedField.shown(field, before),
              EditedField.shown(field, after),
              change.asRead(),
              change.note() == null ? "" : change.note()));
    }
    return entries;
  }

  /** Names of the fields in which a correction holds. */
  static Set<String> corrected(Correction correction) {
    Set<String> fields = new TreeSet<>();
    for (Correction.Change change : correction.changes()) {
      if (change.asRead()) {
        fields.remove(change.field());
      } else {
        fields.add(change.field());
      }
    }
    return fields;
  }
}
