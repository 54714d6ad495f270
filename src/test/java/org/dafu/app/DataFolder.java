package org.dafu.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dafu.search.FilterField;
import org.dafu.search.FilterValue;
import org.dafu.search.Filters;
import org.dafu.search.SearchRequest;
import picocli.CommandLine;

/**
 * A data folder, a configuration and a corpus of its own for a test, and short ways to use them.
 */
final class DataFolder {
  private final Path config;
  private final Path corpus;
  final Home home = new Home();
  final LiveConfig live;

  DataFolder(Path folder) throws IOException {
    Path data = folder.resolve("data");
    config = Files.createDirectories(folder.resolve("config"));
    corpus = Files.createDirectories(folder.resolve("letters"));
    copy(Path.of("src/test/resources/fixtures/config"), config);
    CommandLine.populateCommand(home, "--data", data.toString(), "--config", config.toString());
    live = new LiveConfig(home);
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  Path data() {
    return home.data();
  }

  Path config() {
    return config;
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  Path index() {
    return home.index();
  }

  List<Path> folders() {
    return List.of(corpus);
  }

  /** Writes a letter with this number, and a word that no other has. */
  void write(int number) throws IOException {
    Files.writeString(corpus.resolve("letter-" + number + ".txt"), letter(number));
  }

  static String letter(int number) {
    return """
        晋城市民政局
        关于市政协八届三次会议第%N号提案的答复
        王某某委员：
        您提出的《关于推广老年助餐的提案》收悉，现答复如下：
        一、已经做的工作
        今年以来，我局会同有关部门开办老年食堂，编号“%W”，投入资金56万元。
        二、下一步打算
        我们将继续推广老年助餐，不断提高服务水平。
        晋城市民政局
        2021年6月18日
        """
        .replace("%N", String.valueOf(number))
        .replace("%W", word(number));
  }

  static String word(int number) {
    return "W" + number + "X";
  }

  /** Changes the configuration so that letters must be read again. */
  void changeAnalysis(String label) throws IOException {
    Path measures = config.resolve("measures.tsv");
    String more = "ZZ01\t" + label + "\t老年食堂\n";
    Files.writeString(
        measures, Files.readString(measures, StandardCharsets.UTF_8).stripTrailing() + "\n" + more);
    live.look();
  }

  Holdings open() throws IOException {
    return Holdings.open(Wiring.shelf(index(), live), live, null);
  }

  /** Letters found by the word of this one. */
  static long found(Holdings holdings, int number) {
    String q = "“" + word(number) + "”";
    return holdings.reading().replies().search(SearchRequest.of(q)).total();
  }

  static long total(Holdings holdings) {
    return holdings.reading().replies().search(SearchRequest.of("")).total();
  }

  /** Letters of the measure that {@link #changeAnalysis} adds. */
  static long ofNewMeasure(Holdings holdings) {
    Filters filters =
        Filters.NONE.withIncluded(FilterField.MEASURE, List.of(new FilterValue.Exact("ZZ01")));
    return holdings.reading().replies().search(SearchRequest.of("").withFilters(filters)).total();
  }
}
