package org.dafu.search;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a question out for people, in Chinese. */
final class Understood {
  // A pasted text is known by its beginning.
  private static final int MAX_SHOWN_CODE_POINTS = 60;

  private Understood() {}

  static String text(QueryNode node) {
    return switch (node) {
      case QueryNode.All all -> "全部答复";
      case QueryNode.Words(String text) -> shortened(text);
      case QueryNode.Phrase(String text) -> "“" + text + "”";
      case QueryNode.Numbered(String text, long value) -> "编号 " + TypedNumbers.proposal(text);
      case QueryNode.DocNumbered(String text) -> "文号 " + text;
      case QueryNode.Years years -> "年份 " + years.value();
      case QueryNode.InField(TextField field, QueryNode part) ->
          field.names().get(1) + (field.filter().isPresent() ? " " : "含 ") + grouped(part);
      case QueryNode.AllOf(List<QueryNode> parts) -> joined(parts, " 且 ");
      case QueryNode.AnyOf(List<QueryNode> parts) -> joined(parts, " 或 ");
      case QueryNode.Not(QueryNode part) -> "不含 " + grouped(part);
    };
  }

  private static String shortened(String text) {
    int codePoints = text.codePointCount(0, text.length());
    return codePoints <= MAX_SHOWN_CODE_POINTS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN_CODE_POINTS))
            + "…（共 "
            + codePoints
            + " 字）";
  }

  private static String joined(List<QueryNode> parts, String between) {
    return parts.stream().map(Understood::grouped).collect(Collectors.joining(between));
  }

  private static String grouped(QueryNode part) {
    return switch (part) {
      case QueryNode.AllOf all -> "（" + text(all) + "）";
      case QueryNode.AnyOf any -> "（" + text(any) + "）";
      case QueryNode.All all -> text(all);
      case QueryNode.Words words -> text(words);
      case QueryNode.Phrase phrase -> text(phrase);
      case QueryNode.Numbered numbered -> text(numbered);
      case QueryNode.DocNumbered numbered -> text(numbered);
      case QueryNode.Years years -> text(years);
      case QueryNode.InField inField -> text(inField);
      case QueryNode.Not not -> text(not);
    };
  }
}
