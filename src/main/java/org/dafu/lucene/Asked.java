package org.dafu.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dafu.search.QueryNode;

/**
 * The leaves of a question that are wanted, without those that must not be there: what is ranked
 * by, and what is marked.
 *
 * @param words runs of words
 * @param phrases exact texts
 * @param numbers typed proposal numbers
 * @param docNumbers typed 文号
 * @param titles words and phrases asked for in titles only
 */
record Asked(
    List<String> words,
    List<String> phrases,
    List<QueryNode.Numbered> numbers,
    List<String> docNumbers,
    List<String> titles) {
  static Asked of(QueryNode node) {
    Asked asked =
        new Asked(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    asked.collect(node);
    return asked;
  }

  boolean isEmpty() {
    return words.isEmpty()
        && phrases.isEmpty()
        && numbers.isEmpty()
        && docNumbers.isEmpty()
        && titles.isEmpty();
  }

  /** Code points of all running words. */
  int codePoints() {
    return words.stream()
        .collect(Collectors.summingInt(text -> text.codePointCount(0, text.length())));
  }

  private void collect(QueryNode node) {
    switch (node) {
      case QueryNode.All all -> {}
      case QueryNode.Words(String text) -> words.add(text);
      case QueryNode.Phrase(String text) -> phrases.add(text);
      case QueryNode.Numbered numbered -> numbers.add(numbered);
      case QueryNode.DocNumbered(String text) -> docNumbers.add(text);
      case QueryNode.Years(String text, int from, int to) -> {
        if (!text.isEmpty()) {
          phrases.add(text);
        }
      }
      case QueryNode.InField inField -> collectInField(inField);
      case QueryNode.AllOf(List<QueryNode> parts) -> parts.forEach(this::collect);
      case QueryNode.AnyOf(List<QueryNode> parts) -> parts.forEach(this::collect);
      case QueryNode.Not not -> {}
    }
  }

  private void collectInField(QueryNode.InField inField) {
    Asked inner = of(inField.node());
    switch (inField.field()) {
      case TITLE -> {
        titles.addAll(inner.words);
        titles.addAll(inner.phrases);
      }
      case NUMBER -> numbers.addAll(inner.numbers);
      case DOC_NUMBER -> docNumbers.addAll(inner.docNumbers);
      case POLICY, AGENCY, CITY -> {
        words.addAll(inner.words);
        phrases.addAll(inner.phrases);
      }
      case PROVINCE,
          COUNTY,
          YEAR,
          CLASS,
          SESSION,
          MEMBER,
          MEASURE,
          INSTRUMENT,
          STATUS,
          OUTCOME,
          KIND,
          REPLY_TYPE,
          DISCLOSURE -> {}
    }
  }
}
