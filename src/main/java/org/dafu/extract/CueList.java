package org.dafu.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code of the taxonomy with the words that speak for it.
 *
 * @param code for example EC01; a code that begins with another's is below it
 * @param label Chinese name
 * @param school how schools of policy research class it; null for measures and status
 * @param strong words of which one is enough
 * @param weak words of which two different ones are needed
 * @param heading words that decide when they stand in a heading
 */
public record CueList(
    String code,
    String label,
    @Nullable String school,
    List<String> strong,
    List<String> weak,
    List<String> heading) {
  public CueList {
    strong = List.copyOf(strong);
    weak = List.copyOf(weak);
    heading = List.copyOf(heading);
  }
}
