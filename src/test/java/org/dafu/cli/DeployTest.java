package org.dafu.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes out with the program: the unit, the container file, the list of parts. */
class DeployTest {
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency>\\s*(?:<!--[^>]*-->\\s*)?<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>"
              + "\\s*<version>[^<]+</version>\\s*(?:<scope>(\\w+)</scope>)?");

  private static Path deployed(String name) {
    return Launched.project().resolve("src/main/deploy").resolve(name);
  }

  private static List<String> lines(String file, String beginning) throws IOException {
    return Files.readAllLines(deployed(file)).stream()
        .filter(line -> line.startsWith(beginning))
        .toList();
  }

  @Test
  void unitAndContainer_useOptionsThatServeHas() throws IOException {
    Launched help = Launched.in(Launched.project()).run("serve", "--help");
    List<String> commands = new ArrayList<>(lines("dafu.service", "ExecStart="));
    commands.addAll(lines("Containerfile", "CMD ["));
    assertEquals(2, commands.size());
    for (String command : commands) {
      assertTrue(command.contains("serve"), command);
      Matcher option = OPTION.matcher(command);
      while (option.find()) {
        assertTrue(help.out().contains(option.group()), option.group());
      }
    }
  }

  @Test
  void container_copiesWhatTheBuildMakes() throws IOException {
    List<String> copies = lines("Containerfile", "COPY --from=build /opt/dafu/");
    assertFalse(copies.isEmpty());
    for (String copy : copies) {
      String source = copy.split(" ", -1)[2].substring("/opt/dafu/".length());
      assertTrue(Files.exists(Launched.project().resolve(source)), source);
    }
  }

  @Test
  void sbom_namesEveryJarOfTheProgram() throws IOException {
    JsonNode bom =
        new ObjectMapper().readTree(Launched.project().resolve("target/bom.json").toFile());
    Set<String> parts = new TreeSet<>();
    for (JsonNode part : bom.get("components")) {
      parts.add(part.get("name").asText() + "-" + part.get("version").asText() + ".jar");
    }
    Set<String> jars = new TreeSet<>();
    try (Stream<Path> lib = Files.list(Launched.project().resolve("target/lib"))) {
      lib.forEach(jar -> jars.add(jar.getFileName().toString()));
    }
    assertFalse(jars.isEmpty());
    jars.removeAll(parts);
    assertEquals(Set.of(), jars);
  }

  @Test
  void readme_hasAReasonForEveryLibrary() throws IOException {
    String readme = Files.readString(Launched.project().resolve("README.md"));
    String table =
        readme
            .substring(readme.indexOf("## Engineering"))
            .toLowerCase(Locale.ROOT)
            .replace(" ", "");
    String pom = Files.readString(Launched.project().resolve("pom.xml"));
    Matcher dependency = DEPENDENCY.matcher(pom.substring(0, pom.indexOf("<build>")));
    int found = 0;
    while (dependency.find()) {
      found++;
      String[] words = dependency.group(2).split("-", -1);
      boolean named = Stream.of(words).filter(word -> word.length() > 2).anyMatch(table::contains);
      assertTrue(named, dependency.group(2));
    }
    assertTrue(found > 15, "" + found);
  }
}
