package org.dafu.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field that can be named in a query: one of text, as in {@code title:养老}, or one of values, as
 * in {@code 年份:2019-2021}, which has the names of its filter.
 */
public enum TextField {
  TITLE("title", "标题", "標題"),
  NUMBER("number", "编号", "編號"),
  DOC_NUMBER("docno", "文号", "文號", "docnumber"),
  AGENCY("agency", "单位", "承办单位", "單位", "承辦單位"),
  POLICY("policy", "政策", "引用政策"),
  CITY("city", "城市"),
  PROVINCE(FilterField.PROVINCE),
  COUNTY(FilterField.COUNTY, "区县"),
  YEAR(FilterField.YEAR, "年度"),
  CLASS(FilterField.CLASS, "类别"),
  SESSION(FilterField.SESSION),
  MEASURE(FilterField.MEASURE),
  INSTRUMENT(FilterField.INSTRUMENT),
  STATUS(FilterField.STATUS),
  OUTCOME(FilterField.OUTCOME),
  KIND(FilterField.KIND),
  REPLY_TYPE(FilterField.REPLY_TYPE),
  DISCLOSURE(FilterField.DISCLOSURE),
  /** Whom letters are addressed to, by name. */
  MEMBER("member", "委员", "代表");

  private final List<String> names;
  private final @Nullable FilterField filter;

  TextField(String... names) {
    this.names = List.of(names);
    this.filter = null;
  }

  TextField(FilterField filter, String... more) {
    List<String> all = new ArrayList<>();
    all.add(filter.parameter().toLowerCase(Locale.ROOT));
    all.add(filter.label());
    all.addAll(List.of(more));
    this.names = List.copyOf(all);
    this.filter = filter;
  }

  /** Its names in the query language, in small letters: English, Chinese, then others for it. */
  public List<String> names() {
    return names;
  }

  /** The filter whose values stand in it; empty for a field of text. */
  public Optional<FilterField> filter() {
    return Optional.ofNullable(filter);
  }

  /** The field of this name, letters in either case. */
  public static Optional<TextField> ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(field -> field.names.contains(lower)).findFirst();
  }
}
