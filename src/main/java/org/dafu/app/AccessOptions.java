package org.dafu.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import org.dafu.web.admin.Access;
import org.dafu.web.admin.Token.Role;
import org.dafu.web.admin.Tokens;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who may ask the service for what, and how often. */
final class AccessOptions {
  /** Shorter secrets can be found by trying. */
  private static final int SHORTEST_SECRET = 16;

  @Option(
      names = "--admin-token",
      paramLabel = "TOKEN",
      defaultValue = "${env:DAFU_ADMIN_TOKEN}",
      description = {
        "One more token with the role admin, for containers; better in the environment's",
        "DAFU_ADMIN_TOKEN than on a command line that others see. See also: dafu token add."
      })
  private @Nullable String secret;

  @Option(
      names = "--require-key",
      description = "Answer the API only to those who send a token, of whatever role.")
  private boolean requireKey;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = {
        "Requests a second that each token, or else each address, may make in the long run; five",
        "seconds' worth at once. More are answered 429 (default: as many as one likes)."
      })
  private double rate;

  @Option(
      names = "--behind-proxy",
      description =
          "Take the last address in X-Forwarded-For for the caller's: your proxy sets it.")
  private boolean behindProxy;

  @Option(
      names = "--cors",
      paramLabel = "ORIGIN",
      description = {
        "Let pages of this site (https://example.org) read the API's answers; * for every site.",
        "May be given several times (default: none)."
      })
  private List<String> origins = List.of();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** The tokens of this folder of data, and that of the environment. */
  Tokens tokens(Path data) {
    return new Tokens(file(data), secret == null || secret.isBlank() ? null : secret.strip());
  }

  /** Where a folder of data keeps its tokens. */
  static Path file(Path data) {
    return data.resolve("tokens");
  }

  /** What is let pass. */
  Access access(Tokens tokens) {
    if (!(rate >= 0 && rate <= 1e6)) {
      throw invalid("--rate must be a number of requests a second, 0 to 1000000");
    }
    for (String origin : origins) {
      if (!origin.matches("\\*|https?://[^/\\s]+")) {
        throw invalid("--cors must be * or a site such as https://example.org: " + origin);
      }
    }
    return new Access(tokens, new Access.Rules(requireKey, rate, behindProxy, origins));
  }

  private ParameterException invalid(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Says on stderr what an operator may not have meant. */
  void warn(String host, Tokens tokens) throws IOException {
    boolean admin = tokens.has(Role.ADMIN);
    if (!admin && !isLoopback(host)) {
      tell(
          host
              + " can be reached from other machines and no token is configured: everybody may"
              + " read, and the routes of administration are off. To make one: dafu token add NAME");
    }
    if (secret != null && !secret.isBlank() && secret.strip().length() < SHORTEST_SECRET) {
      tell("the token in DAFU_ADMIN_TOKEN is so short that it can be found by trying");
    }
    if (requireKey && tokens.all().isEmpty()) {
      tell("--require-key, but there is no token: the API answers nobody. See: dafu token add");
    }
  }

  private void tell(String message) {
    spec.commandLine().getErr().println("dafu: " + message);
    spec.commandLine().getErr().flush();
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // binding to it will say so
    }
  }
}
