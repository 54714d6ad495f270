package org.dafu.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dafu.web.admin.Token.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens, limits and the log of changes, each by itself. */
class AccessTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  @TempDir private Path temp;

  @Test
  void tokens_keepHashesOnly_forTheOwnerOnly() throws IOException {
    Path file = temp.resolve("new/tokens");
    String secret = Token.newSecret();
    String other = Token.newSecret();
    Tokens.write(
        file,
        List.of(Token.of("林", Role.ADMIN, "t", secret), Token.of("b", Role.READ, "t", other)));
    assertFalse(Files.readString(file).contains(secret));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    Tokens tokens = new Tokens(file, "of the environment");
    assertEquals("林", tokens.of(secret).orElseThrow().name());
    assertEquals(Role.READ, tokens.of(other).orElseThrow().role());
    assertEquals(Tokens.ENVIRONMENT, tokens.of("of the environment").orElseThrow().name());
    assertTrue(tokens.of(secret + "x").isEmpty());
    assertTrue(tokens.of(secret.substring(1)).isEmpty());
    assertTrue(secret.length() > 40 && !secret.equals(other));
  }

  @Test
  void tokens_brokenFile_opensNothingAndIsNamed() throws IOException {
    Path file = temp.resolve("tokens");
    String secret = Token.newSecret();
    Tokens.write(file, List.of(Token.of("a", Role.ADMIN, "t", secret)));
    Tokens tokens = new Tokens(file, null);
    assertTrue(tokens.has(Role.ADMIN));
    Files.writeString(file, Files.readString(file) + "b\tadmin\n");
    assertTrue(tokens.of(secret).isEmpty());
    IOException fault = assertThrows(IOException.class, () -> Tokens.read(file));
    String said = String.valueOf(fault.getMessage());
    assertTrue(said.contains("line 3"), said);
    Files.delete(file);
    assertFalse(tokens.has(Role.ADMIN));
  }

  @Test
  void rateLimit_letsABurstPass_thenTheRate() {
    RateLimit limit = new RateLimit(2, 3);
    long now = 5;
    for (int i = 0; i < 3; i++) {
      assertEquals(Duration.ZERO, limit.take("a", now));
    }
    assertEquals(Duration.ofMillis(500), limit.take("a", now));
    assertEquals(Duration.ZERO, limit.take("b", now), "others are not held up");
    assertEquals(Duration.ZERO, limit.take("a", now + SECOND / 2));
    assertTrue(limit.take("a", now + SECOND / 2).toMillis() > 0);
    assertEquals(Duration.ZERO, limit.take("a", now + 100 * SECOND));
  }

  @Test
  void rateLimit_ofManyAddresses_isBounded() {
    RateLimit limit = new RateLimit(1, 1);
    for (int i = 0; i < 100_000; i++) {
      limit.take("at " + i, i);
    }
    assertEquals(20_000, limit.callers());
    assertTrue(limit.take("at 99999", 100_000).toNanos() > 0, "the latest are remembered");
  }

  @Test
  void audit_lineCutOffByAKill_isMended() throws IOException {
    Path file = temp.resolve("audit.jsonl");
    AuditLog log = new AuditLog(file, text -> text.replace("138", "***"), Clock.systemUTC());
    log.append("林", "127.0.0.1", "r1", "receive", "a138.txt", null, "f".repeat(64));
    String whole = Files.readString(file);
    log.append("林", null, null, "correct", "b", "{\"x\":1}", "{\"x\":\"138\"}");
    byte[] both = Files.readAllBytes(file);
    int first = whole.getBytes(StandardCharsets.UTF_8).length;
    for (int cut = first; cut < both.length; cut += 7) {
      Files.write(file, Arrays.copyOf(both, cut));
      log.append("李", null, null, "withdraw", "c", null, null);
      List<String> lines = Files.readAllLines(file);
      assertEquals(2, lines.size(), "cut at " + cut);
      assertEquals(whole.strip(), lines.get(0));
      assertEquals("李", ServedFolder.parse(lines.get(1)).get("who").asText());
    }
    assertTrue(whole.contains("a***.txt") && whole.contains("f".repeat(64)), whole);
  }
}
