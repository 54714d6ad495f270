package org.dafu.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.dafu.ingest.Durably;
import org.dafu.web.admin.AuditLog;
import org.dafu.web.admin.Token;
import org.dafu.web.admin.Token.Role;
import org.dafu.web.admin.Tokens;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dafu token}: who may change letters over HTTP, and who may read if that needs a key. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = {
      "Makes, lists and revokes the tokens of the service over this folder of data. A service that",
      "runs takes changes up at once."
    })
final class TokenCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which: add, list or revoke?");
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = {
        "Makes a token and prints it, this once: only a hash of it is kept.",
        "It goes into the header of requests: Authorization: Bearer TOKEN"
      })
  int add(
      @Mixin Home home,
      @Parameters(paramLabel = "NAME", description = "Who uses it; stands in the log of changes.")
          String name,
      @Option(
              names = "--role",
              paramLabel = "admin|read",
              defaultValue = "admin",
              description = "What it opens (default: ${DEFAULT-VALUE}).")
          String role)
      throws IOException {
    if (!Token.isName(name)) {
      throw new ParameterException(
          spec.commandLine(), "NAME has 1 to 64 letters, digits, points, @, - and _: " + name);
    }
    List<Token> tokens = new ArrayList<>(Tokens.read(AccessOptions.file(home.data())));
    if (tokens.stream().anyMatch(token -> token.name().equals(name))) {
      throw new CannotRunException("there is a token of this name: revoke it first: " + name);
    }
    String secret = Token.newSecret();
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    tokens.add(Token.of(name, role(role), now, secret));
    note(home.data(), "token-add", name, role);
    Tokens.write(AccessOptions.file(home.data()), tokens);
    out().println(secret);
    return Main.DONE;
  }

  private Role role(String code) {
    for (Role role : Role.values()) {
      if (role.code().equals(code)) {
        return role;
      }
    }
    throw new ParameterException(spec.commandLine(), "--role must be admin or read: " + code);
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the tokens: name, role, time of making.")
  int list(@Mixin Home home) throws IOException {
    for (Token token : Tokens.read(AccessOptions.file(home.data()))) {
      out().println(token.name() + "\t" + token.role().code() + "\t" + token.created());
    }
    return Main.DONE;
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Makes a token open nothing any more.")
  int revoke(
      @Mixin Home home,
      @Parameters(paramLabel = "NAME", description = "Its name, as listed.") String name)
      throws IOException {
    List<Token> tokens = new ArrayList<>(Tokens.read(AccessOptions.file(home.data())));
    if (!tokens.removeIf(token -> token.name().equals(name))) {
      throw new CannotRunException("there is no token of this name: " + name);
    }
    note(home.data(), "token-revoke", name, null);
    Tokens.write(AccessOptions.file(home.data()), tokens);
    out().println("revoked " + name);
    return Main.DONE;
  }

  private static void note(Path data, String what, String name, @Nullable String role)
      throws IOException {
    Durably.makeFolder(data);
    AuditLog audit = AdminSide.audit(data, text -> text);
    audit.append(System.getProperty("user.name", "?"), null, null, what, name, null, role);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
