package org.dafu.web.tools;

import java.util.ArrayList;
import java.util.List;
import org.dafu.search.FilterField;
import org.dafu.search.Filters;
import org.dafu.search.Vocabulary;
import org.dafu.search.precedent.Precedents;
import org.dafu.web.ask.Fault;
import org.dafu.web.ask.PrecedentQuestion;
import org.dafu.web.ask.QueryString.Parameter;
import org.dafu.web.ask.RequestParameters;
import org.dafu.web.pages.Faults;

/**
 * What somebody filled in to find precedents; shown again as it was, whether understood or not.
 *
 * @param text the proposal
 * @param own places not to look at, usually the reader's own
 * @param cities places to look at alone; blank for all
 * @param from first year; blank for any
 * @param to last year; blank for any
 * @param measure code; blank for any
 */
public record PrecedentForm(
    String text, String own, String cities, String from, String to, String measure) {
  /** Nothing filled in. */
  public static final PrecedentForm EMPTY = new PrecedentForm("", "", "", "", "", "");

  /** Sections for each ask on a page. */
  private static final int SIZE = 5;

  /** The same with the text of a file in place of what was typed. */
  public PrecedentForm withText(String other) {
    return new PrecedentForm(other, own, cities, from, to, measure);
  }

  /** The same question as the body of {@code POST /precedents} would ask. */
  public PrecedentQuestion question(Vocabulary vocabulary, List<String> errors) {
    int codePoints = text.codePointCount(0, text.length());
    if (text.isBlank()) {
      errors.add("请粘贴提案或建议的文字，或者上传文件。");
    } else if (codePoints > Precedents.MAX_CODE_POINTS) {
      errors.add("文字共 " + codePoints + " 字，最多 " + Precedents.MAX_CODE_POINTS + " 字。请删去附件，或者分两次找。");
    }
    List<Fault> faults = new ArrayList<>();
    Filters filters = RequestParameters.filters(parameters(), vocabulary, faults);
    faults.forEach(fault -> errors.add(inChinese(fault)));
    return new PrecedentQuestion(text, filters, List.of(), SIZE);
  }

  private List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    names(cities).forEach(name -> parameters.add(new Parameter("city", name)));
    names(own).forEach(name -> parameters.add(new Parameter("-city", name)));
    if (!from.isBlank() || !to.isBlank()) {
      parameters.add(new Parameter("year", from.strip() + ".." + to.strip()));
    }
    if (!measure.isBlank()) {
      parameters.add(new Parameter("measure", measure));
    }
    return parameters;
  }

  /** Names that people part by anything but letters. */
  private static List<String> names(String typed) {
    return List.of(typed.split("[\\s、，,；;]+")).stream().filter(each -> !each.isEmpty()).toList();
  }

  private static String inChinese(Fault fault) {
    if (fault instanceof Fault.NotYears) {
      return "年份请写四位数字，开始的年份不晚于结束的年份。";
    }
    if (fault instanceof Fault.UnknownValue(String name, String value, var all, String near)
        && name.endsWith(FilterField.CITY.parameter())) {
      return "没有叫“" + value + "”的城市。" + (near == null ? "请写地级市的名称。" : "是否指“" + near + "”？");
    }
    return Faults.inChinese(fault);
  }
}
