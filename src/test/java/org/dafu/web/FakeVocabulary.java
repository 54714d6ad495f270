package org.dafu.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dafu.search.FilterField;
import org.dafu.search.Vocabulary;

/** A vocabulary of a few words. */
final class FakeVocabulary implements Vocabulary {
  private static final Map<FilterField, Map<String, String>> CLOSED =
      Map.of(
          FilterField.PROVINCE, Map.of("山西省", "山西省", "浙江省", "浙江省", "湖北省", "湖北省"),
          FilterField.CITY,
              Map.of("晋中市", "晋中市", "衢州市", "衢州市", "丽水市", "丽水市", "咸宁市", "咸宁市", "荆门市", "荆门市"),
          FilterField.MEASURE, Map.of("EC", "养老服务", "EC01", "居家社区养老设施", "EC05", "适老化改造"),
          FilterField.INSTRUMENT, Map.of("I16", "资金补助"),
          FilterField.STATUS, Map.of("S1", "已完成"),
          FilterField.KIND, Map.of("proposal", "政协提案", "suggestion", "人大建议", "bill", "人大议案"),
          FilterField.OUTCOME,
              Map.of(
                  "solved",
                  "已解决或基本解决",
                  "in-progress",
                  "正在解决",
                  "planned",
                  "列入计划解决",
                  "deferred",
                  "暂不能解决",
                  "reference",
                  "留作参考"),
          FilterField.REPLY_TYPE, Map.of("reply", "答复", "co-opinion", "会办意见", "follow-up", "续办答复"),
          FilterField.DISCLOSURE,
              Map.of(
                  "public",
                  "主动公开",
                  "partial",
                  "部分公开",
                  "on-request",
                  "依申请公开",
                  "not-public",
                  "不予公开"));

  @Override
  public Optional<String> canonical(FilterField field, String given) {
    Map<String, String> closed = CLOSED.get(field);
    if (closed == null) {
      return Optional.of(given);
    }
    return closed.entrySet().stream()
        .filter(
            entry ->
                entry.getKey().equals(given)
                    || entry.getValue().equals(given)
                    || entry.getKey().equals(given + "市"))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  @Override
  public String label(FilterField field, String value) {
    return CLOSED.getOrDefault(field, Map.of()).getOrDefault(value, value);
  }

  @Override
  public Optional<String> parent(FilterField field, String value) {
    return field == FilterField.MEASURE && value.length() == 4
        ? Optional.of("EC")
        : Optional.empty();
  }

  @Override
  public List<String> values(FilterField field) {
    return CLOSED.getOrDefault(field, Map.of()).keySet().stream().sorted().toList();
  }
}
