package org.dafu.analysis;

import java.util.List;

/**
 * A typed name that ends with the listed name of an agency: 咸宁市卫健委.
 *
 * @param before what stands before the listed name, mostly a place, folded; may be empty
 * @param forms the whole name as typed, then with each other name of the agency: 咸宁市卫生健康委员会
 */
public record AgencyName(String before, List<String> forms) {
  public AgencyName {
    forms = List.copyOf(forms);
  }
}
