package org.dafu.search;

import java.util.Arrays;
import java.util.Optional;

/** A field of a letter that a search can be narrowed by, and counted by as a facet. */
public enum FilterField {
  PROVINCE("province", "省份"),
  CITY("city", "城市"),
  COUNTY("county", "县区"),
  YEAR("year", "年份"),
  MEASURE("measure", "措施类型"),
  INSTRUMENT("instrument", "政策工具"),
  STATUS("status", "落实情况"),
  CLASS("class", "办理类别"),
  OUTCOME("outcome", "办理结果"),
  KIND("kind", "种类"),
  REPLY_TYPE("replyType", "答复类型"),
  AGENCY("agency", "承办单位"),
  POLICY("policy", "引用政策"),
  DISCLOSURE("disclosure", "公开属性"),
  SESSION("session", "届次"),
  NUMBER("number", "编号"),
  DOC_NUMBER("docNumber", "文号");

  private final String parameter;
  private final String label;

  FilterField(String parameter, String label) {
    this.parameter = parameter;
    this.label = label;
  }

  /** The name in URLs and in the {@code facets} of an answer; {@code -} before it excludes. */
  public String parameter() {
    return parameter;
  }

  /** The Chinese name that people see. */
  public String label() {
    return label;
  }

  /** The field of this parameter name. */
  public static Optional<FilterField> ofParameter(String parameter) {
    return Arrays.stream(values()).filter(field -> field.parameter.equals(parameter)).findFirst();
  }
}
