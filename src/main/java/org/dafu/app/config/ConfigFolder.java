package org.dafu.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dafu.analysis.QueryWords;
import org.dafu.analysis.SynonymRule;
import org.dafu.extract.ClassScheme;
import org.dafu.extract.Division;
import org.dafu.extract.ExtractSettings;
import org.dafu.extract.Taxonomy;
import org.dafu.reply.Sha256;

/**
 * Reads the folder {@code index-config}, all files at once, so that one answer names all faults.
 */
public final class ConfigFolder {
  private final Path folder;
  private final String shown;
  private final List<ConfigFault> faults = new ArrayList<>();
  private final Map<ConfigFile, byte[]> bytes = new EnumMap<>(ConfigFile.class);
  private final Map<ConfigFile, ConfigRows> rows = new EnumMap<>(ConfigFile.class);

  private ConfigFolder(Path folder, String shown) {
    this.folder = folder;
    this.shown = shown;
  }

  /**
   * Reads and checks every file.
   *
   * @param folder the folder
   * @param shown how messages name it
   * @throws IOException if the folder cannot be read
   */
  public static ConfigReading read(Path folder, String shown) throws IOException {
    return new ConfigFolder(folder, shown).read();
  }

  private ConfigReading read() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(shown + "：没有这个配置文件夹，请用 --config 指定");
    }
    readBytes();
    IndexConfig config = faults.isEmpty() ? parsed() : null;
    if (config != null && faults.isEmpty()) {
      return config;
    }
    faults.sort(Comparator.comparing(ConfigFault::file).thenComparingInt(ConfigFault::line));
    return new InvalidConfig(faults);
  }

  private void readBytes() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      for (Path path : found.sorted().toList()) {
        String name = String.valueOf(path.getFileName());
        if (ConfigFile.ofName(name).isEmpty() && !isLeftByEditors(name)) {
          String known =
              Stream.of(ConfigFile.values())
                  .map(ConfigFile::fileName)
                  .collect(Collectors.joining(", "));
          fault(name, "不认识的文件：请移走，或改成正确的文件名（" + known + "）");
        }
      }
    }
    for (ConfigFile file : ConfigFile.values()) {
      Path path = folder.resolve(file.fileName());
      if (Files.isRegularFile(path)) {
        bytes.put(file, Files.readAllBytes(path));
      } else {
        fault(file.fileName(), "缺少这个文件：请放回（程序自带一份）");
      }
    }
  }

  /** Files that are not ours but come with editing in this folder. */
  private static boolean isLeftByEditors(String name) {
    return name.startsWith(".")
        || name.startsWith("~")
        || name.endsWith("~")
        || Set.of("README.md", "desktop.ini", "Thumbs.db").contains(name);
  }

  private IndexConfig parsed() {
    List<Division> divisions = DivisionRows.parse(table(ConfigFile.DIVISIONS, 3, 5));
    Taxonomy taxonomy = taxonomy();
    Set<String> codes = new HashSet<>();
    divisions.forEach(division -> codes.add(division.code()));
    List<ClassScheme> schemes = SchemeRows.parse(table(ConfigFile.CLASS_SCHEMES, 6, 6), codes);
    ExtractSettings extraction =
        new ExtractSettings(
            divisions, taxonomy, schemes, VariantRows.parse(table(ConfigFile.VARIANTS, 2, 2)));
    List<SynonymRule> synonyms = new ArrayList<>(WordRows.synonyms(lines(ConfigFile.SYNONYMS)));
    List<SynonymRule> agencies =
        WordRows.agencies(
            table(ConfigFile.AGENCY_RENAMES, 2, 5), table(ConfigFile.AGENCY_SHORT_NAMES, 2, 2));
    synonyms.addAll(agencies);
    return new IndexConfig(
        extraction,
        new QueryWords(
            synonyms,
            domainWords(divisions),
            WordRows.corrections(table(ConfigFile.OCR_CONFUSIONS, 2, 2)),
            QueryWords.DEFAULT_STOP_WORDS,
            agencies.stream().flatMap(rule -> rule.left().stream()).collect(Collectors.toSet())),
        FieldWeights.parse(table(ConfigFile.FIELDS, 2, 3)),
        fingerprint());
  }

  /** The listed ones, and the places whose names would be cut at a stop word: 丰都县, 上党区. */
  private Set<String> domainWords(List<Division> divisions) {
    Set<String> words = new TreeSet<>(WordRows.words(lines(ConfigFile.DOMAIN_WORDS)));
    for (Division division : divisions) {
      String name = division.name();
      if (name.chars()
          .anyMatch(unit -> QueryWords.DEFAULT_STOP_WORDS.contains(Character.toString(unit)))) {
        words.add(name);
      }
    }
    return words;
  }

  private Taxonomy taxonomy() {
    ConfigRows instruments = table(ConfigFile.INSTRUMENTS, 2, 7);
    return new Taxonomy(
        CueRows.MEASURES.parse(table(ConfigFile.MEASURES, 2, 5)),
        CueRows.INSTRUMENTS.parse(instruments),
        CueRows.STATUS.parse(table(ConfigFile.STATUS, 2, 7)),
        CueRows.reporting(instruments));
  }

  private ConfigRows table(ConfigFile file, int required, int columns) {
    ConfigRows table =
        ConfigRows.table(shown(file.fileName()), content(file), faults, required, columns);
    rows.put(file, table);
    return table;
  }

  private ConfigRows lines(ConfigFile file) {
    ConfigRows lines = ConfigRows.lines(shown(file.fileName()), content(file), faults);
    rows.put(file, lines);
    return lines;
  }

  private byte[] content(ConfigFile file) {
    return bytes.getOrDefault(file, new byte[0]);
  }

  private String fingerprint() {
    StringBuilder read = new StringBuilder();
    rows.forEach(
        (file, content) -> {
          if (file.isForReading()) {
            read.append(file.fileName()).append(content.content());
          }
        });
    return Sha256.of(read.toString());
  }

  private void fault(String fileName, String message) {
    faults.add(new ConfigFault(shown(fileName), 0, message));
  }

  private String shown(String fileName) {
    return shown + "/" + fileName;
  }
}
