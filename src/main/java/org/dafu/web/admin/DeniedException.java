package org.dafu.web.admin;

import java.util.Map;
import org.dafu.web.api.Problem;

/** A request is not let pass. */
public final class DeniedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient Map<String, String> headers;

  /**
   * A refusal.
   *
   * @param headers of the answer
   */
  public DeniedException(Problem problem, Map<String, String> headers) {
    super(problem.title(), null, false, false); // whoever knocks often must not cost a trace
    this.problem = problem;
    this.headers = Map.copyOf(headers);
  }

  /** What to answer. */
  public Problem problem() {
    return problem;
  }

  /** Headers of the answer. */
  public Map<String, String> headers() {
    return headers;
  }
}
