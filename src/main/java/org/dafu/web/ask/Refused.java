package org.dafu.web.ask;

import java.util.List;

/**
 * Parameters that cannot be understood.
 *
 * @param faults every one found, in the order of the URL; never empty
 */
public record Refused(List<Fault> faults) implements Asked {
  public Refused {
    faults = List.copyOf(faults);
  }
}
