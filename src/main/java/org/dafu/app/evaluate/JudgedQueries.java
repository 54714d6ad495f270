package org.dafu.app.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The questions of a set that have a right answer.
 *
 * @param queries in the order of their file
 * @param unjudged how many were left out because no document is right for them
 */
public record JudgedQueries(List<Query> queries, int unjudged) {
  private static final Pattern GRADE = Pattern.compile("-?[0-9]{1,6}");

  public JudgedQueries {
    queries = List.copyOf(queries);
  }

  /**
   * A question.
   *
   * @param name its _id
   * @param grades by the document's name; 0 for a wrong one
   */
  public record Query(String name, String text, Map<String, Integer> grades) {
    public Query {
      grades = Map.copyOf(grades);
    }
  }

  /**
   * Reads both files.
   *
   * @param queries one JSON object a line, with _id and text
   * @param judgements query, document and grade a line, parted by tabs; a first line that ends in
   *     no number is a head
   * @throws IOException naming file and line, if a line cannot be read
   */
  public static JudgedQueries read(Path queries, Path judgements, Part part) throws IOException {
    Map<String, Map<String, Integer>> grades = grades(judgements);
    List<Query> judged = new ArrayList<>();
    Set<String> names = new HashSet<>();
    JsonLines.read(
        queries,
        line -> {
          String name = line.required("_id");
          if (!names.add(name)) {
            throw new FaultyLine(queries, line.number(), "this _id was there before: " + name);
          }
          Map<String, Integer> own = grades.getOrDefault(name, Map.of());
          if (part.has(name) && own.values().stream().anyMatch(grade -> grade > 0)) {
            judged.add(new Query(name, line.required("text"), own));
          }
        });
    if (judged.isEmpty()) {
      throw new FaultyLine(
          queries, 1, "no query has a document that " + judgements + " finds right");
    }
    long asked = names.stream().filter(part::has).count();
    return new JudgedQueries(judged, (int) asked - judged.size());
  }

  /** Right documents that the corpus does not hold, and that no search can therefore find. */
  public long missing(Corpus corpus) {
    return queries.stream()
        .flatMap(query -> query.grades().entrySet().stream())
        .filter(judged -> judged.getValue() > 0 && !corpus.holds(judged.getKey()))
        .count();
  }

  private static Map<String, Map<String, Integer>> grades(Path file) throws IOException {
    Map<String, Map<String, Integer>> grades = new HashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String[] cells = line.strip().split("\t", -1);
        boolean graded = cells.length == 3 && GRADE.matcher(cells[2].strip()).matches();
        if (graded) {
          Integer grade = Integer.valueOf(cells[2].strip());
          grades
              .computeIfAbsent(cells[0].strip(), key -> new HashMap<>())
              .merge(cells[1].strip(), grade, Math::max);
        } else if (!line.isBlank() && (number > 1 || cells.length != 3)) {
          throw new FaultyLine(
              file, number, "not query, document and whole-number grade parted by tabs");
        }
      }
    }
    return grades;
  }
}
