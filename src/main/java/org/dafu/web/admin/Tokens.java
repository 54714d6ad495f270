package org.dafu.web.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dafu.ingest.Durably;
import org.dafu.web.admin.Token.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of a service: those of a file, which is read again whenever it changes, and perhaps
 * one of the environment. A file that cannot be read opens nothing. Safe for use by many threads.
 */
public final class Tokens {
  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

  /** Of a token that came with the environment. */
  static final String ENVIRONMENT = "DAFU_ADMIN_TOKEN";

  private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final String HEAD =
      "# Tokens of this service; only their hashes. Changed with: dafu token add|revoke NAME\n";

  private final Path file;
  private final @Nullable Token environment;
  private volatile Read read = new Read("", List.of());

  /** What was read, and of which state of the file. */
  private record Read(String state, List<Token> tokens) {}

  /**
   * The tokens of this file, which need not exist.
   *
   * @param secret of one more with the role of admin; null for none
   */
  public Tokens(Path file, @Nullable String secret) {
    this.file = file;
    this.environment = secret == null ? null : Token.of(ENVIRONMENT, Role.ADMIN, "", secret);
  }

  /** All of them now, in the order of the file. */
  public List<Token> all() {
    List<Token> all = new ArrayList<>(ofFile());
    if (environment != null) {
      all.add(environment);
    }
    return all;
  }

  /** The token of this secret; looks at every one, so that time tells nothing. */
  Optional<Token> of(String secret) {
    Token found = null;
    for (Token token : all()) {
      if (token.opensWith(secret)) {
        found = token;
      }
    }
    return Optional.ofNullable(found);
  }

  /** Whether there is one of this role. */
  public boolean has(Role role) {
    return all().stream().anyMatch(token -> token.role() == role);
  }

  private List<Token> ofFile() {
    Read now = read;
    String state = "";
    try {
      state = state(file);
      if (!state.equals(now.state())) {
        now = new Read(state, read(file));
        read = now;
      }
    } catch (IOException e) { // none opens, rather than one that may have been revoked
      now = new Read(state, List.of());
      if (!now.equals(read)) {
        LOG.error("The tokens cannot be read, and none opens anything: {}", e.getMessage());
      }
      read = now;
    }
    return now.tokens();
  }

  private static String state(Path file) throws IOException {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  /**
   * Those of a file; none if it does not exist.
   *
   * @throws IOException naming the line that is no token
   */
  public static List<Token> read(Path file) throws IOException {
    List<Token> tokens = new ArrayList<>();
    if (!Files.exists(file)) {
      return tokens;
    }
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        Token token = token(line);
        if (token == null) {
          throw new IOException(file + ", line " + number + ": this is no token");
        }
        tokens.add(token);
      }
    }
    return tokens;
  }

  private static @Nullable Token token(String line) {
    String[] parts = line.split("\t", -1);
    boolean whole =
        parts.length == 5
            && Token.isName(parts[0])
            && SALT.matcher(parts[3]).matches()
            && HASH.matcher(parts[4]).matches();
    if (whole) {
      for (Role role : Role.values()) {
        if (role.code().equals(parts[1])) {
          return new Token(parts[0], role, parts[2], parts[3], parts[4]);
        }
      }
    }
    return null;
  }

  /** Makes these the tokens of the file, which only its owner may read. */
  public static void write(Path file, List<Token> tokens) throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    for (Token token : tokens) {
      text.append(
          String.join(
              "\t",
              token.name(),
              token.role().code(),
              token.created(),
              token.salt(),
              token.hash()));
      text.append('\n');
    }
    Durably.makeFolder(Durably.folderOf(file));
    Path aside = file.resolveSibling("tokens.part");
    Files.deleteIfExists(aside);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          aside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Durably.write(file, text.toString().getBytes(StandardCharsets.UTF_8), aside);
  }
}
