package org.dafu.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code of the taxonomy with the cues that speak for it, each as {@link Cue} describes.
 *
 * @param code for example EC01; a code that begins with another's is below it
 * @param label Chinese name
 * @param school how schools of policy research class it; null for measures and status
 * @param strong cues that weigh 3 points
 * @param weak cues that weigh 1 point
 * @param heading cues that weigh 6 points in a heading and nothing elsewhere
 * @param threshold what a section must reach to bear the code: points for instruments, percent of
 *     its clauses for status; unused for measures
 * @param rank of two codes that speak in one clause the one of higher rank is believed; for status
 */
public record CueList(
    String code,
    String label,
    @Nullable String school,
    List<String> strong,
    List<String> weak,
    List<String> heading,
    double threshold,
    int rank) {
  public CueList {
    strong = List.copyOf(strong);
    weak = List.copyOf(weak);
    heading = List.copyOf(heading);
  }
}
