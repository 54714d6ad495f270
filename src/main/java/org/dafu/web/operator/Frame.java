package org.dafu.web.operator;

import java.util.List;
import org.dafu.web.pages.Choice;
import org.dafu.web.pages.Shell;
import org.jspecify.annotations.Nullable;

/**
 * What stands around each of the operator's pages.
 *
 * @param shell around it
 * @param current path of the place that it belongs to
 * @param who name of the token that opened it
 * @param form to be sent with each form that changes something
 * @param said what was done just now; null for nothing
 * @param refused why something was not done; null if nothing was refused
 * @param canWrite whether letters can be changed and files read
 */
public record Frame(
    Shell shell,
    String current,
    String who,
    String form,
    @Nullable String said,
    @Nullable String refused,
    boolean canWrite) {
  private static final List<Choice> PLACES =
      List.of(
          new Choice("概况与同步", OperatorRoutes.HOME, false),
          new Choice("文件", OperatorRoutes.FILES, false),
          new Choice("更正", OperatorRoutes.CORRECTIONS, false),
          new Choice("改动记录", OperatorRoutes.LOG, false));

  /** The operator's places, the current one selected. */
  public List<Choice> places() {
    return PLACES.stream()
        .map(place -> new Choice(place.label(), place.url(), place.url().equals(current)))
        .toList();
  }
}
