package org.dafu.extract;

import java.util.List;

/**
 * The lists that sections are coded by.
 *
 * @param measures measure types (措施类型), parents before children
 * @param instruments policy instruments (政策工具)
 * @param status fulfilment status (落实情况)
 */
public record Taxonomy(List<CueList> measures, List<CueList> instruments, List<CueList> status) {
  public Taxonomy {
    measures = List.copyOf(measures);
    instruments = List.copyOf(instruments);
    status = List.copyOf(status);
  }
}
