package org.dafu.extract;

import java.util.List;

/**
 * The lists that sections are coded by.
 *
 * @param measures measure types (措施类型), parents before children
 * @param instruments policy instruments (政策工具)
 * @param status fulfilment status (落实情况)
 * @param reporting words of clauses that tell what a member asks or what others do: such a clause
 *     counts little for instruments and status
 */
public record Taxonomy(
    List<CueList> measures,
    List<CueList> instruments,
    List<CueList> status,
    List<String> reporting) {
  public Taxonomy {
    measures = List.copyOf(measures);
    instruments = List.copyOf(instruments);
    status = List.copyOf(status);
    reporting = List.copyOf(reporting);
  }
}
