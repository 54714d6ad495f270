package org.dafu.search;

/**
 * What a person may be typing, as the letters held have it.
 *
 * @param type what it is
 * @param text what to put in place of what was typed
 * @param label as shown to people: a policy in 《》
 * @param count letters that {@code search} gives, at least 1
 * @param search what choosing it asks for
 */
public record Suggestion(Type type, String text, String label, long count, SearchRequest search) {
  /** What a suggestion is, in the order of the answer. */
  public enum Type {
    /** A province, city or county. */
    PLACE("place"),
    /** A measure type (措施类型). */
    MEASURE("measure"),
    /** A policy that letters name. */
    POLICY("policy"),
    /** A body that answered. */
    AGENCY("agency"),
    /** The title of a proposal. */
    TITLE("title");

    private final String code;

    Type(String code) {
      this.code = code;
    }

    /** The name that programs see. */
    public String code() {
      return code;
    }
  }
}
