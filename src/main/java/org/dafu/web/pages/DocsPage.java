package org.dafu.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The interface for programs, as its OpenAPI document says.
 *
 * @param shell around it
 * @param paragraphs what holds for all of it
 * @param groups of what can be asked
 */
public record DocsPage(Shell shell, List<String> paragraphs, List<Group> groups) {
  public DocsPage {
    paragraphs = List.copyOf(paragraphs);
    groups = List.copyOf(groups);
  }

  /** What can be asked about one thing. */
  public record Group(String name, List<Operation> operations) {
    public Group {
      operations = List.copyOf(operations);
    }
  }

  /**
   * A method of a path.
   *
   * @param method in capitals
   * @param path with names in braces
   * @param id its name in the document, by which the page can be linked into
   * @param summary in one line
   * @param description more of it; empty if there is none
   * @param guarded whether it takes a token
   * @param parameters of path and query
   * @param body what it takes besides; null if it takes nothing
   * @param answers by status
   */
  public record Operation(
      String method,
      String path,
      String id,
      String summary,
      String description,
      boolean guarded,
      List<Parameter> parameters,
      @Nullable RequestBody body,
      List<Answer> answers) {
    public Operation {
      parameters = List.copyOf(parameters);
      answers = List.copyOf(answers);
    }
  }

  /** A parameter; {@code values} says which values it may have, or is empty. */
  public record Parameter(String name, boolean required, String description, String values) {}

  /**
   * What a request sends.
   *
   * @param fields of an object; empty if it is none
   * @param example empty if there is none
   */
  public record RequestBody(String mediaType, List<Parameter> fields, String example) {
    public RequestBody {
      fields = List.copyOf(fields);
    }
  }

  /** What an answer of this status means. */
  public record Answer(String status, String description) {}
}
