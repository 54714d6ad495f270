package org.dafu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.dafu.web.admin.Token;
import org.dafu.web.admin.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCommandTest {
  @TempDir private Path data;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    String[] all = Arrays.copyOf(arguments, arguments.length + 3);
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[0] = "token";
    all[arguments.length + 1] = "--data";
    all[arguments.length + 2] = data.toString();
    return Main.execute(new PrintWriter(out), new PrintWriter(err), all);
  }

  @Test
  void add_printsTheTokenOnce_listAndRevokeKnowItByName() throws IOException {
    assertEquals(0, run("add", "林"), err.toString());
    String secret = out.toString().strip();
    assertTrue(secret.matches("dafu_[A-Za-z0-9_-]{43}"), secret);
    assertEquals(0, run("add", "reader", "--role", "read"));
    assertEquals(1, run("add", "林"), "the name is taken");
    assertEquals(0, run("list"));
    assertTrue(out.toString().startsWith("林\tadmin\t20"), out.toString());
    assertTrue(out.toString().contains("\nreader\tread\t"), out.toString());
    assertFalse(out.toString().contains(secret));
    assertEquals(Token.Role.ADMIN, Tokens.read(data.resolve("tokens")).getFirst().role());
    assertEquals(0, run("revoke", "林"));
    assertEquals(1, run("revoke", "林"));
    assertEquals(1, Tokens.read(data.resolve("tokens")).size());
    String audit = Files.readString(data.resolve("audit.jsonl"));
    assertEquals(3, audit.lines().count(), audit);
    assertFalse(audit.contains(secret));
  }

  @ParameterizedTest
  @ValueSource(strings = {"add,a b", "add,", "add,a/b", "add,x,--role,writer", "remove,x", "add"})
  void wrongUse_isStatus1(String arguments) {
    assertEquals(1, run(arguments.split(",", -1)));
    assertFalse(err.toString().isBlank());
    assertFalse(Files.exists(data.resolve("tokens")));
  }

  @Test
  void maskedText_hidesNumbersOfPeopleOnly() {
    assertEquals("at /***********/x", MaskedText.hidden("at /13812345678/x"));
    assertEquals("tel***********,", MaskedText.hidden("tel13812345678,"));
    String sha256 = "a3f0".repeat(6) + "13812345678" + "bcd12".repeat(5);
    assertEquals(sha256, MaskedText.hidden(sha256));
    assertEquals("id ******************.", MaskedText.hidden("id 11010119900307451X."));
    String others = "2021-06-18 f800404f8e7d75681381234567800ab 1024 138123456789 20230158";
    assertEquals(others, MaskedText.hidden(others));
  }
}
