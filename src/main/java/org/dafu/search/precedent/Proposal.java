package org.dafu.search.precedent;

import java.util.List;

/**
 * A pasted proposal, taken apart.
 *
 * @param topic its title, empty if none is seen
 * @param asks what it asks for, in order
 * @param more asks beyond those that are looked at
 */
public record Proposal(String topic, List<Ask> asks, int more) {
  public Proposal {
    asks = List.copyOf(asks);
  }
}
