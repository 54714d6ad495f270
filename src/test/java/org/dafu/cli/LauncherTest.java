package org.dafu.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher and the real jar, called as a user calls them. */
class LauncherTest {
  @TempDir private Path temp;

  @Test
  void help_namesTheCommands() throws IOException {
    Launched help = Launched.in(temp).run("--help");
    assertEquals(0, help.status(), help.toString());
    for (String command : new String[] {"serve", "index", "inspect", "check"}) {
      assertTrue(help.out().contains("\n  " + command), help.out());
    }
    assertEquals("", help.err());
  }

  @Test
  void unknownOption_isStatus1AndSaysUsage() throws IOException {
    Launched launched = Launched.in(temp).run("index", "--colour", "red", "x");
    assertEquals(1, launched.status());
    assertTrue(launched.err().contains("--colour"), launched.err());
    assertEquals("", launched.out());
  }

  @Test
  void launcher_calledByALinkFromAFolderWithSpaces_works() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("a folder"));
    Path link = Files.createSymbolicLink(folder.resolve("my dafu"), Launched.launcher());
    Launched launched = Launched.in(folder).run(link, "--version");
    assertEquals(0, launched.status(), launched.toString());
    assertTrue(launched.out().startsWith("dafu "), launched.out());
  }

  @Test
  void inspect_fileThatIsNotThere_isRejectedByNameAndTheRestGoesOn() throws IOException {
    Launched launched = Launched.in(temp).run("inspect", "--config", config(), "没有.txt", "也没有.txt");
    assertEquals(2, launched.status(), launched.toString());
    assertTrue(launched.err().contains("failed 没有.txt：没有这个文件"), launched.err());
    assertTrue(launched.err().contains("failed 也没有.txt：没有这个文件"), launched.err());
  }

  @Test
  void brokenConfig_isRefusedWithFileLineAndReason() throws IOException {
    Path broken = Files.createDirectory(temp.resolve("broken"));
    try (Stream<Path> files = Files.list(Path.of(config()))) {
      for (Path file : files.toList()) {
        Files.copy(file, broken.resolve(file.getFileName()));
      }
    }
    Files.writeString(broken.resolve("synonyms.txt"), "长护险, 长期护理保险\n单独\n");
    Launched launched = Launched.in(temp).run("inspect", "--config", "broken", "x.txt");
    assertEquals(1, launched.status());
    assertTrue(launched.err().contains("broken/synonyms.txt:2: 只有一个词"), launched.err());
  }

  @Test
  void launcher_javaHomeTooOld_findsANewerJdk() throws IOException {
    Path fake = Files.createDirectories(temp.resolve("jdk/bin"));
    for (String tool : new String[] {"java", "javac"}) {
      Path file = Files.writeString(fake.resolve(tool), "#!/bin/sh\nexit 9\n");
      assertTrue(file.toFile().setExecutable(true));
    }
    Files.writeString(temp.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
    Launched launched =
        Launched.in(temp).with("JAVA_HOME", temp.resolve("jdk").toString()).run("--version");
    assertEquals(0, launched.status(), launched.toString());
  }

  private static String config() {
    return Launched.project().resolve("src/test/resources/fixtures/config").toString();
  }
}
