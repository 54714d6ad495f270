package org.dafu.app.config;

import java.util.Arrays;
import java.util.Optional;

/** A file of the configuration; there are no others. */
enum ConfigFile {
  DIVISIONS("divisions.tsv", true),
  VARIANTS("variants.tsv", true),
  MEASURES("measures.tsv", true),
  INSTRUMENTS("instruments.tsv", true),
  STATUS("status.tsv", true),
  CLASS_SCHEMES("class-schemes.tsv", true),
  SYNONYMS("synonyms.txt", false),
  DOMAIN_WORDS("domain-words.txt", false),
  OCR_CONFUSIONS("ocr-confusions.tsv", false),
  AGENCY_RENAMES("agency-renames.tsv", false),
  AGENCY_SHORT_NAMES("agency-short-names.tsv", false),
  FIELDS("fields.tsv", false);

  private final String fileName;
  private final boolean forReading;

  ConfigFile(String fileName, boolean forReading) {
    this.fileName = fileName;
    this.forReading = forReading;
  }

  String fileName() {
    return fileName;
  }

  /** Whether letters are read or kept by it, so that a change means to read them all again. */
  boolean isForReading() {
    return forReading;
  }

  static Optional<ConfigFile> ofName(String fileName) {
    return Arrays.stream(values()).filter(file -> file.fileName.equals(fileName)).findFirst();
  }
}
