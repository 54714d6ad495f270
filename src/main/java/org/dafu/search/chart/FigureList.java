package org.dafu.search.chart;

import java.util.List;
import org.dafu.reply.Figure;
import org.dafu.reply.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Figures that letters state.
 *
 * @param letters that were asked for
 * @param read letters that were looked through, the newest; fewer than {@code letters} where there
 *     are very many, so that the list is not complete
 * @param found of the newest letter first, in the letter's order
 */
public record FigureList(long letters, long read, List<Found> found) {
  public FigureList {
    found = List.copyOf(found);
  }

  /**
   * A figure with its source.
   *
   * @param section its narrowest section's place among all sections of the letter; -1 for none
   * @param year that it is for, as the letter says, else the letter's own; null if unknown
   */
  public record Found(Reply reply, Figure figure, int section, @Nullable Integer year) {}
}
