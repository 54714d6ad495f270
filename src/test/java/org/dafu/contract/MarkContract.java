package org.dafu.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dafu.search.Hit;
import org.dafu.search.Snippet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an engine marks in what it shows of a letter. */
abstract class MarkContract extends FindContract {
  @Test
  void search_numberCutOutOfALongerOne_isFoundAndMarked() throws IOException {
    put(
        LetterMaker.letter("a").text("面商时间 2018.6.12，见1.2.3款。"),
        LetterMaker.letter("b").text("除夕夜PM2.5峰值下降 4.5%。"),
        LetterMaker.letter("c").text("共100,200,3三项，投入1,234.50万元。"));
    for (String piece : List.of("2018.6", "6.12", "时间2018.6", "2018.6.12", "1.2", "2.3", "2.3款")) {
      assertMarks("a", piece);
    }
    for (String piece : List.of("2.5", "2.5峰值", "PM2.5", "5峰值下降4.5", "4.5")) {
      assertMarks("b", piece);
    }
    for (String piece : List.of("100,200", "200,3", "1,234.50", "1234.50万元")) {
      assertMarks("c", piece);
    }
    assertFinds("2018.6");
  }

  private void assertMarks(String path, String quoted) {
    assertFinds("“" + quoted + "”", path);
    Snippet snippet = search("“" + quoted + "”").hits().getFirst().snippets().getFirst();
    assertTrue(
        snippet.marks().stream()
            .map(mark -> mark.of(snippet.text()).replaceAll("[ ,]", ""))
            .anyMatch(marked -> marked.endsWith(quoted.replace(",", ""))),
        () -> quoted + " in " + snippet);
  }

  @ParameterizedTest
  @CsvSource({"答复,答覆", "征求意见,徵求意见", "干部了解,干部瞭解", "饼干着力,饼乾著力", "乾,干"})
  void search_characterThatTheOtherScriptHasTwoOf_isFoundInEither(String one, String other)
      throws IOException {
    put(
        LetterMaker.letter("one").text("关于" + one + "的情况，实现全覆盖。"),
        LetterMaker.letter("other").text("关于" + other + "的情况，是5G。"));
    for (String typed : List.of(one, other)) {
      for (String q : List.of(typed, "“" + typed + "”", "“于" + typed + "的”", "标题:无 OR " + typed)) {
        assertFinds(q, "one", "other");
      }
      assertEquals(Set.of(one, other), markedIn("“" + typed + "”"));
    }
    assertFinds("全覆盖", "one");
    assertFinds("“关于" + other + "的情况，是”", "other");
  }

  private Set<String> markedIn(String q) {
    Set<String> marked = new HashSet<>();
    for (Hit hit : search(q).hits()) {
      Snippet snippet = hit.snippets().getFirst();
      snippet.marks().forEach(mark -> marked.add(mark.of(snippet.text())));
    }
    return marked;
  }

  @Test
  void search_singleCharacterAskedForAlone_isMarkedWhereverItStands() throws IOException {
    put(LetterMaker.letter("a").text("新修的桥已经通车，今后加强道路建设。护理人员和护理员，员工。"));
    assertEquals(List.of("桥", "建设"), marked("桥 建设"));
    assertEquals(List.of("桥", "建设"), marked("“桥” 建设"));
  }

  private List<String> marked(String q) {
    Snippet snippet = search(q).hits().getFirst().snippets().getFirst();
    return snippet.marks().stream().map(mark -> mark.of(snippet.text())).toList();
  }
}
