package org.dafu.web.tools;

import java.util.ArrayList;
import java.util.List;
import org.dafu.reply.Figure;
import org.dafu.reply.Reply;
import org.dafu.search.Coverage;
import org.dafu.search.FilterField;
import org.dafu.search.Vocabulary;
import org.dafu.search.chart.Crosstab;
import org.dafu.search.chart.FigureList;
import org.jspecify.annotations.Nullable;

/** The numbers behind the charts as tables of plain cells, the head first. */
final class ChartTables {
  private ChartTables() {}

  static List<List<Object>> years(Crosstab tab) {
    List<List<Object>> rows = new ArrayList<>();
    List<Object> head = new ArrayList<>(List.of("年份", "件数"));
    tab.columns().forEach(name -> head.add(ChartLinks.className(name)));
    head.add("未注明类别");
    rows.add(head);
    for (Crosstab.Row row : tab.rows()) {
      List<Object> cells = new ArrayList<>(List.of(row.value(), row.total()));
      cells.addAll(row.counts());
      cells.add(row.without());
      rows.add(cells);
    }
    return rows;
  }

  static List<List<Object>> measures(Crosstab tab, Vocabulary vocabulary) {
    List<List<Object>> rows = new ArrayList<>();
    List<Object> head = new ArrayList<>(List.of("措施类型", "名称"));
    tab.rows().forEach(city -> head.add(city.value()));
    rows.add(head);
    for (int at = 0; at < tab.columns().size(); at++) {
      String code = tab.columns().get(at);
      List<Object> cells =
          new ArrayList<>(List.of(code, vocabulary.label(FilterField.MEASURE, code)));
      for (Crosstab.Row city : tab.rows()) {
        cells.add(city.counts().get(at));
      }
      rows.add(cells);
    }
    return rows;
  }

  static List<List<Object>> coverage(Coverage coverage) {
    List<List<Object>> rows = new ArrayList<>();
    List<Object> head = new ArrayList<>(List.of("省份", "城市", "县区", "件数", "未注明年份"));
    head.addAll(coverage.years());
    rows.add(head);
    for (Coverage.PlaceCount each : coverage.places()) {
      List<Object> cells = new ArrayList<>();
      cells.add(words(each.place().province()));
      cells.add(words(each.place().city()));
      cells.add(words(each.place().county()));
      cells.add(each.years().total());
      cells.add(each.years().missing());
      coverage.years().forEach(year -> cells.add(each.years().byYear().getOrDefault(year, 0L)));
      rows.add(cells);
    }
    return rows;
  }

  static List<List<Object>> figures(FigureList list) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "类型", "数值", "上限", "原文", "单位", "对象", "年份", "目标", "省份", "城市", "县区", "答复年份", "标题", "段落",
            "原句", "网址"));
    for (FigureList.Found found : list.found()) {
      Figure figure = found.figure();
      Reply reply = found.reply();
      List<Object> cells = new ArrayList<>(List.of(figure.type().label(), figure.value()));
      cells.add(figure.valueMax() == null ? "" : figure.valueMax());
      cells.add(figure.text());
      cells.add(figure.unit());
      cells.add(words(figure.subject()));
      cells.add(found.year() == null ? "" : found.year());
      cells.add(figure.target() ? "是" : "");
      cells.add(words(reply.province()));
      cells.add(words(reply.city()));
      cells.add(words(reply.county()));
      cells.add(reply.year() == null ? "" : reply.year());
      cells.add(reply.displayTitle());
      cells.add(words(figure.section()));
      cells.add(figure.sentence());
      cells.add(LetterLine.at(reply, found.section()));
      rows.add(cells);
    }
    return rows;
  }

  private static String words(@Nullable String value) {
    return value == null ? "" : value;
  }
}
