package org.dafu.app.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A configuration that is not taken.
 *
 * @param faults at least one, by file and line
 */
public record InvalidConfig(List<ConfigFault> faults) implements ConfigReading {
  public InvalidConfig {
    faults = List.copyOf(faults);
  }

  /** All faults, a line each. */
  public String message() {
    return faults.stream().map(ConfigFault::toString).collect(Collectors.joining("\n"));
  }
}
