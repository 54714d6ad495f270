package org.dafu.extract;

import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * What the extractor is told by the configuration.
 *
 * @param divisions all of China's
 * @param taxonomy measures, instruments, status
 * @param classSchemes meanings of classes by place
 * @param variants a traditional or variant code point to its simplified one; others to themselves;
 *     both of one UTF-16 unit
 */
public record ExtractSettings(
    List<Division> divisions,
    Taxonomy taxonomy,
    List<ClassScheme> classSchemes,
    IntUnaryOperator variants) {
  public ExtractSettings {
    divisions = List.copyOf(divisions);
    classSchemes = List.copyOf(classSchemes);
  }
}
