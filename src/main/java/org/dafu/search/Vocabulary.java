package org.dafu.search;

import java.util.List;
import java.util.Optional;
import org.dafu.reply.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The values that filters can have, and the words for them: divisions, taxonomy, kinds, as the
 * configuration says.
 */
public interface Vocabulary {
  /**
   * The value as kept in the index for what a user gave: 晋城 → 晋城市, 养老服务 → EC.
   *
   * @return empty if the field has a closed list and this is not in it; what was given where any
   *     text may be asked
   */
  Optional<String> canonical(FilterField field, String given);

  /**
   * What people see for a value: EC01 → 居家社区养老设施; the value itself where there is no other word.
   */
  String label(FilterField field, String value);

  /**
   * All values of a field with a closed list, in the list's order; empty where any text may be
   * asked or the list is not held.
   */
  default List<String> values(FilterField field) {
    return List.of();
  }

  /**
   * What a printed class (办理类别) means at a place, in the words of the rule that lays it down.
   *
   * @param divisionCode of the place; null if it is not known
   * @return empty if no rule is known
   */
  default Optional<String> classMeaning(
      String classification, @Nullable String divisionCode, @Nullable Kind kind) {
    return Optional.empty();
  }

  /** The value one level above: EC01 → EC; empty for a top value and for flat fields. */
  Optional<String> parent(FilterField field, String value);
}
