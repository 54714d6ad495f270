package org.dafu.search;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a query that was recognised as what it names, and is searched as that.
 *
 * @param type what it names
 * @param text as typed, in folded characters
 * @param value the full name or normal form: 咸宁市, 68, 2020, 2019..2021, 8届4次
 * @param filterValues the values of the type's filter that letters of it have; empty where no
 *     filter says the same
 */
public record Recognised(Type type, String text, String value, List<String> filterValues) {
  public Recognised {
    filterValues = List.copyOf(filterValues);
  }

  /** The values as those of a filter. */
  public List<FilterValue> filters() {
    return filterValues.stream()
        .map(
            text ->
                type == Type.YEAR
                    ? FilterValue.years(text).orElseGet(() -> new FilterValue.Exact(text))
                    : new FilterValue.Exact(text))
        .toList();
  }

  /** What a piece of a query can name. */
  public enum Type {
    NUMBER("number", "编号", FilterField.NUMBER),
    DOC_NUMBER("docNumber", "文号", FilterField.DOC_NUMBER),
    SESSION("session", "届次", FilterField.SESSION),
    PROVINCE("province", "省份", FilterField.PROVINCE),
    CITY("city", "城市", FilterField.CITY),
    COUNTY("county", "县区", FilterField.COUNTY),
    YEAR("year", "年份", FilterField.YEAR),
    CLASS("class", "办理类别", FilterField.CLASS),
    AGENCY("agency", "单位", FilterField.AGENCY),
    /** A member (委员) or deputy (代表) whom letters are addressed to. */
    MEMBER("member", "委员、代表", null);

    private final String code;
    private final String label;
    private final Optional<FilterField> filter;

    Type(String code, String label, @Nullable FilterField filter) {
      this.code = code;
      this.label = label;
      this.filter = Optional.ofNullable(filter);
    }

    /** The name in answers. */
    public String code() {
      return code;
    }

    /** The Chinese name that people see. */
    public String label() {
      return label;
    }

    /** The filter that asks for the same; empty if there is none. */
    public Optional<FilterField> filter() {
      return filter;
    }
  }
}
