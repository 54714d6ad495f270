package org.dafu.arch;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds rooms and libraries to the table of the house: imports run one way. */
class RoomsTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.dafu");

  private static final String[] EVERY_ROOM = {"java..", "org.jspecify.."};

  /** A room, the rooms that it may import, and its libraries. */
  enum Room {
    REPLY(List.of()),
    READ(
        List.of(REPLY),
        "org.jsoup..",
        "org.apache.pdfbox..",
        "org.apache.fontbox..",
        "org.apache.poi..",
        "org.commonmark..",
        "com.ibm.icu.."),
    EXTRACT(List.of(REPLY, READ)),
    ANALYSIS(List.of(), "org.apache.lucene.analysis..", "net.sourceforge.pinyin4j.."),
    SEARCH(List.of(REPLY), "com.fasterxml.jackson.."),
    MEANING(List.of(SEARCH), "ai.onnxruntime..", "com.fasterxml.jackson..", "org.slf4j.."),
    LUCENE(List.of(REPLY, SEARCH, ANALYSIS), "org.apache.lucene..", "org.slf4j.."),
    OPENSEARCH(
        List.of(REPLY, SEARCH, ANALYSIS),
        "org.opensearch..",
        "org.apache.hc..",
        "com.fasterxml.jackson..",
        "org.slf4j.."),
    INGEST(List.of(REPLY, READ, EXTRACT, SEARCH), "org.slf4j.."),
    EXPORT(
        List.of(REPLY, SEARCH),
        "org.apache.poi..",
        "org.openxmlformats..",
        "com.fasterxml.jackson.."),
    WEB(
        List.of(REPLY, SEARCH, INGEST, EXPORT),
        "io.javalin..",
        "jakarta.servlet..",
        "org.eclipse.jetty..",
        "gg.jte..",
        "com.fasterxml.jackson..",
        "io.micrometer..",
        "org.slf4j.."),
    APP(
        Arrays.asList(
            REPLY,
            READ,
            EXTRACT,
            ANALYSIS,
            SEARCH,
            MEANING,
            LUCENE,
            OPENSEARCH,
            INGEST,
            EXPORT,
            WEB));

    private final List<Room> rooms;
    private final List<String> libraries;

    Room(List<Room> rooms, String... libraries) {
      this.rooms = rooms;
      this.libraries = List.of(libraries);
    }

    String packages() {
      return "org.dafu." + folder() + "..";
    }

    String folder() {
      return name().toLowerCase(Locale.ROOT);
    }

    String[] allowed() {
      List<String> allowed = new ArrayList<>(List.of(EVERY_ROOM));
      allowed.add(packages());
      rooms.forEach(room -> allowed.add(room.packages()));
      allowed.addAll(libraries);
      return allowed.toArray(String[]::new);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Room.class, mode = EnumSource.Mode.EXCLUDE, names = "APP")
  void room_importsOnlyWhatItsLineAllows(Room room) {
    classes()
        .that()
        .resideInAPackage(room.packages())
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(room.allowed()))
        .because("the house's table says what " + room.folder() + " may import")
        .allowEmptyShould(true) // rooms that are not furnished yet
        .check(MAIN);
  }

  @Test
  void rooms_haveNoCycles() {
    slices().matching("org.dafu.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void documentLibraries_areKnownToReadOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.dafu.read..", "org.dafu.export..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.apache.pdfbox..", "org.apache.fontbox..", "org.apache.poi..", "org.jsoup.."))
        .because("a format is a matter of the room read")
        .check(MAIN);
  }

  @Test
  void model_isKnownToMeaningOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.dafu.meaning..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("ai.onnxruntime..", "dev.langchain4j.."))
        .because("vectors are made in the room meaning, and compared in no other")
        .check(MAIN);
  }

  @Test
  void engine_isNamedByWiringOnly() {
    classes()
        .that()
        .resideInAnyPackage("org.dafu.lucene..", "org.dafu.opensearch..")
        .should()
        .onlyHaveDependentClassesThat(
            resideInAnyPackage("org.dafu.lucene..", "org.dafu.opensearch..")
                .or(nameMatching("org[.]dafu[.]app[.](Wiring|Embedded)([$].*)?")))
        .because("only app's wiring names an engine")
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @Test
  void everyClass_standsInARoom() throws IOException {
    Set<String> known = new TreeSet<>();
    Arrays.stream(Room.values()).map(Room::folder).forEach(known::add);
    Set<String> unknown = new TreeSet<>();
    try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/dafu"))) {
      folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).forEach(unknown::add);
    }
    unknown.removeAll(known);
    assertEquals(Set.of(), unknown, "rooms that the table does not know");
    assertTrue(MAIN.contain(org.dafu.reply.Reply.class), "the classes were found");
    assertTrue(MAIN.that(alwaysTrue()).size() > 50, "most of the classes were found");
  }

  @Test
  void everyPackage_saysItsPurposeAndIsNullMarked() throws IOException {
    List<Path> without = new ArrayList<>();
    try (Stream<Path> folders = Files.walk(Path.of("src/main/java/org/dafu"))) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        Path info = folder.resolve("package-info.java");
        if (!Files.exists(info) || !Files.readString(info).contains("@NullMarked")) {
          without.add(folder);
        }
      }
    }
    assertEquals(List.of(), without);
  }
}
