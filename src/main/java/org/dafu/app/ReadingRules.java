package org.dafu.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Names the rules that letters are read and cut into terms by, so that an index made by other rules
 * is read again: the checksums of the classes that hold them. Nobody has to remember to count a
 * number up.
 */
final class ReadingRules {
  private static final Pattern RULES =
      Pattern.compile(
          "org/dafu/(?:(?:reply|read|extract|analysis)/.*|search/TypedNumbers"
              + "|lucene/(?:LetterDocuments|FilterTerms|Fields|Part))\\.class");

  private static final String FINGERPRINT = made();

  private ReadingRules() {}

  /** Eight hexadecimal digits, equal for equal rules; fixed where the program is not in a jar. */
  static String fingerprint() {
    return FINGERPRINT;
  }

  private static String made() {
    try {
      Path program = program();
      return Files.isRegularFile(program) ? made(program) : "classes";
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own jar cannot be read", e);
    }
  }

  private static String made(Path program) throws IOException {
    Map<String, Long> checksums = new TreeMap<>();
    try (JarFile jar = new JarFile(program.toFile())) {
      jar.stream()
          .filter(entry -> RULES.matcher(entry.getName()).matches())
          .forEach(entry -> checksums.put(entry.getName(), entry.getCrc()));
    }
    return String.format(Locale.ROOT, "%08x", checksums.hashCode());
  }

  private static Path program() throws IOException {
    try {
      return Path.of(
          ReadingRules.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("the program's own place cannot be told", e);
    }
  }
}
