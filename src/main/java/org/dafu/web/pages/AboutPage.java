package org.dafu.web.pages;

import java.util.List;
import org.dafu.search.FilterField;

/**
 * What the service is and how to ask it.
 *
 * @param shell around it
 * @param letters held
 * @param filters every filter of a search
 */
public record AboutPage(Shell shell, long letters, List<FilterField> filters) {
  public AboutPage {
    filters = List.copyOf(filters);
  }
}
