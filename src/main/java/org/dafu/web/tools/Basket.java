package org.dafu.web.tools;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a browser sends of its collection: the service keeps none of it.
 *
 * @param entries in order, each passage once
 */
public record Basket(List<Entry> entries) {
  /** Most passages. */
  public static final int MAX_ENTRIES = 200;

  /** Most UTF-16 units of a note. */
  public static final int MAX_NOTE = 2000;

  public Basket {
    entries = List.copyOf(entries);
  }

  /** A passage as the browser calls it, and the note on it. */
  public record Entry(String ref, String note) {}

  /**
   * From the fields of a form.
   *
   * @param notes one for each, in the same order; missing ones are empty
   */
  public static Basket of(List<String> refs, List<String> notes) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (int at = 0; at < refs.size(); at++) {
      String note = at < notes.size() ? notes.get(at).replace("\r\n", "\n").strip() : "";
      entries.putIfAbsent(refs.get(at), new Entry(refs.get(at), note));
    }
    return new Basket(List.copyOf(entries.values()));
  }

  /** The same with the passage one place earlier ({@code by} -1) or later (1); where it can. */
  public Basket moved(String ref, int by) {
    List<Entry> all = new ArrayList<>(entries);
    for (int at = 0; at < all.size(); at++) {
      if (all.get(at).ref().equals(ref) && at + by >= 0 && at + by < all.size()) {
        Collections.swap(all, at, at + by);
        break;
      }
    }
    return new Basket(all);
  }

  /** The same without the passage. */
  public Basket without(String ref) {
    return new Basket(entries.stream().filter(each -> !each.ref().equals(ref)).toList());
  }

  /** What is wrong with it, in sentences. */
  public List<String> errors() {
    List<String> errors = new ArrayList<>();
    if (entries.size() > MAX_ENTRIES) {
      errors.add("摘录最多 " + MAX_ENTRIES + " 段，现在有 " + entries.size() + " 段。请分几次导出。");
    }
    for (int at = 0; at < entries.size(); at++) {
      if (entries.get(at).note().length() > MAX_NOTE) {
        errors.add("第 " + (at + 1) + " 段的批注超过 " + MAX_NOTE + " 字。");
      }
    }
    return errors;
  }
}
