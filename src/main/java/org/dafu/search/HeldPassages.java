package org.dafu.search;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The passages of the letters that an engine holds and may show, as of its last commit. */
public interface HeldPassages {
  /** Another number whenever other letters are held. */
  long version();

  /** The keys of all passages. */
  Set<PassageKey> keys();

  /**
   * Passages whose keys are not known, each once.
   *
   * @param known tells keys that are not wanted
   * @param most letters that are looked into
   * @return empty only if there is none
   */
  List<Passage> unknown(Predicate<PassageKey> known, int most);
}
