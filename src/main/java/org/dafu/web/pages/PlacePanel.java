package org.dafu.web.pages;

import java.util.List;

/**
 * The places of a search's hits as a tree in the side column: provinces, in these cities, in these
 * counties.
 *
 * @param top provinces, and cities of none, that show first: those with the most hits
 * @param rest the others, behind 更多
 * @param cut whether places within others are listed only where these are chosen
 * @param missing hits without any place
 */
public record PlacePanel(List<Node> top, List<Node> rest, boolean cut, long missing) {
  public PlacePanel {
    top = List.copyOf(top);
    rest = List.copyOf(rest);
  }

  /**
   * A place.
   *
   * @param level name of its parameter in URLs
   * @param levelLabel the level, for people
   * @param count of hits; what {@code url} gives where no place is chosen
   * @param open whether what is below shows at once
   * @param url chooses it, beside others of its level, or takes it away
   * @param excludeUrl refuses it
   * @param below places in it
   */
  public record Node(
      String level,
      String levelLabel,
      String label,
      long count,
      boolean selected,
      boolean open,
      String url,
      String excludeUrl,
      List<Node> below) {
    public Node {
      below = List.copyOf(below);
    }
  }
}
