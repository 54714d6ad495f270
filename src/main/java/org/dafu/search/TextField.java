package org.dafu.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A field that can be named in a query, as in {@code title:养老}. */
public enum TextField {
  TITLE("title", "标题", "標題"),
  NUMBER("number", "编号", "編號"),
  DOC_NUMBER("docno", "文号", "文號"),
  AGENCY("agency", "单位", "承办单位", "單位", "承辦單位"),
  POLICY("policy", "政策"),
  CITY("city", "城市");

  private final List<String> names;

  TextField(String... names) {
    this.names = List.of(names);
  }

  /** Its names in the query language: English, Chinese, then others for the same. */
  public List<String> names() {
    return names;
  }

  /** The field of this name, letters in either case. */
  public static Optional<TextField> ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(field -> field.names.contains(lower)).findFirst();
  }
}
