package org.dafu.app.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dafu.extract.ExtractSettings;

/**
 * The configuration, checked.
 *
 * @param extraction what letters are read by
 * @param synonyms words that stand for others in a search: synonyms, renamed agencies (机构改名) and
 *     short names of agencies (机构简称)
 * @param domainWords terms that are one word
 * @param confusions a wrong writing (错字) to the right one
 * @param weights of the fields that are searched, by the names of {@link FieldWeights}
 * @param readingFingerprint changes when letters must be read again: SHA-256 over the content of
 *     the files that they are read by, in hexadecimal digits
 */
public record IndexConfig(
    ExtractSettings extraction,
    List<SynonymLine> synonyms,
    Set<String> domainWords,
    Map<String, String> confusions,
    Map<String, Double> weights,
    String readingFingerprint)
    implements ConfigReading {
  public IndexConfig {
    synonyms = List.copyOf(synonyms);
    domainWords = Set.copyOf(domainWords);
    confusions = Map.copyOf(confusions);
    weights = Map.copyOf(weights);
  }
}
