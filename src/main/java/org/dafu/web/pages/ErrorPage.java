package org.dafu.web.pages;

import java.util.List;

/**
 * A page that says what went wrong.
 *
 * @param shell around it
 * @param heading in a few words
 * @param details one sentence each
 * @param requestId to be told to the operator
 */
public record ErrorPage(Shell shell, String heading, List<String> details, String requestId) {
  public ErrorPage {
    details = List.copyOf(details);
  }
}
