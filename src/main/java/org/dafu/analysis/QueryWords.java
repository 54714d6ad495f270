package org.dafu.analysis;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The word lists that a question is read with. They are not in the index: a changed list is taken
 * up by the next search.
 *
 * @param synonyms words that stand for others; renamed agencies and short names are among them
 * @param domainWords new and technical terms that are one word though smartcn cuts them: 适老化
 * @param confusions a wrong reading of printed characters to the right one: 平合 → 平台; asking for
 *     either finds both
 * @param stopWords words that are not asked for unless nothing else is: 的, 如何
 * @param agencies names of agencies without a place, full and short, former and of today: 卫健委
 */
public record QueryWords(
    List<SynonymRule> synonyms,
    Set<String> domainWords,
    Map<String, String> confusions,
    Set<String> stopWords,
    Set<String> agencies) {
  /** Function words and the words in which people ask. */
  public static final Set<String> DEFAULT_STOP_WORDS =
      Set.of(
          "的", "了", "和", "与", "及", "或", "在", "是", "对", "对于", "等", "吗", "呢", "吧", "啊", "之", "其", "也",
          "都", "就", "而", "并", "把", "被", "让", "给", "向", "从", "由", "于", "以", "为", "这", "那", "这个",
          "那个", "一个", "我", "我们", "你", "您", "他", "它", "他们", "有", "有关", "关于", "如何", "怎么", "怎样", "什么",
          "哪些", "哪里", "为什么", "是否", "请问", "以及", "还", "着", "上", "下", "中", "里", "a", "an", "and", "of",
          "the", "to", "in");

  /** No lists but the stop words. */
  public static final QueryWords NONE =
      new QueryWords(List.of(), Set.of(), Map.of(), DEFAULT_STOP_WORDS);

  public QueryWords {
    synonyms = List.copyOf(synonyms);
    domainWords = Set.copyOf(domainWords);
    confusions = Map.copyOf(confusions);
    stopWords = Set.copyOf(stopWords);
    agencies = Set.copyOf(agencies);
  }

  /** Lists among which no name of an agency is known as such. */
  public QueryWords(
      List<SynonymRule> synonyms,
      Set<String> domainWords,
      Map<String, String> confusions,
      Set<String> stopWords) {
    this(synonyms, domainWords, confusions, stopWords, Set.of());
  }
}
