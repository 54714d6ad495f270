package org.dafu.app.config;

import java.util.Map;
import org.dafu.analysis.QueryWords;
import org.dafu.extract.ExtractSettings;

/**
 * The configuration, checked.
 *
 * @param extraction what letters are read by
 * @param words what questions are read by; synonyms hold renamed agencies (机构改名) and short names of
 *     agencies (机构简称) too
 * @param weights of the fields that are searched, by the names of {@link FieldWeights}
 * @param readingFingerprint changes when letters must be read again: SHA-256 over the content of
 *     the files that they are read by, in hexadecimal digits
 */
public record IndexConfig(
    ExtractSettings extraction,
    QueryWords words,
    Map<String, Double> weights,
    String readingFingerprint)
    implements ConfigReading {
  public IndexConfig {
    weights = Map.copyOf(weights);
  }
}
