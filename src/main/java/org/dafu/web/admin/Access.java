package org.dafu.web.admin;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dafu.web.admin.Token.Role;
import org.dafu.web.api.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets requests pass or not: keys, how often one may ask, and pages of which other sites may read
 * answers. For the API a token counts in the header only, never as a cookie, so that no other
 * site's page can make a browser use one (CSRF); the operator's pages have sessions of their own.
 */
public final class Access {
  private static final Logger LOG = LoggerFactory.getLogger(Access.class);

  /** The paths of {@link AdminRoutes}. */
  static final String ADMIN = "/api/v1/admin/";

  private static final String HOW =
      " Make a token on the machine of the service: dafu token add NAME; send it as"
          + " \"Authorization: Bearer TOKEN\".";
  private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S{1,512}) *");
  private static final Map<String, String> ASK =
      Map.of("WWW-Authenticate", "Bearer realm=\"dafu\", charset=\"UTF-8\"");

  /** Wrong tokens an address may send at once, and then each second. */
  private static final int FAILURES_BURST = 10;

  private static final double FAILURES_PER_SECOND = 0.2;

  /** A caller who pauses may ask for so many seconds' worth at once. */
  private static final double BURST_SECONDS = 5;

  private final Tokens tokens;
  private final Rules rules;
  private final @Nullable RateLimit rate;
  private final RateLimit failures = new RateLimit(FAILURES_PER_SECOND, FAILURES_BURST);

  /**
   * What is let pass.
   *
   * @param requireKey whether the API answers only to those who have a key
   * @param perSecond requests each key, or else each address, may make in the long run; 0 for any
   * @param behindProxy whether the last address in X-Forwarded-For is the caller's
   * @param origins sites whose pages may read the API's answers, or {@code *}
   */
  public record Rules(
      boolean requireKey, double perSecond, boolean behindProxy, List<String> origins) {
    /** Everybody may read, as often as they like, from no other site's page. */
    public static final Rules OPEN = new Rules(false, 0, false, List.of());

    public Rules {
      origins = List.copyOf(origins);
    }
  }

  /** Access by these tokens and rules. */
  public Access(Tokens tokens, Rules rules) {
    this.tokens = tokens;
    this.rules = rules;
    this.rate =
        rules.perSecond() > 0
            ? new RateLimit(rules.perSecond(), Math.max(1, BURST_SECONDS * rules.perSecond()))
            : null;
  }

  /** Whether pages of other sites may read anything. */
  public boolean isShared() {
    return !rules.origins().isEmpty();
  }

  /**
   * Looks at a request before anything is done for it.
   *
   * @throws DeniedException if it may not pass
   */
  public void check(Context context) {
    String path = context.path();
    share(context);
    if (path.startsWith("/assets/")
        || path.startsWith("/health/")
        || path.startsWith("/api/v1/health/")
        || context.method().equals(HandlerType.OPTIONS)) {
      return;
    }
    boolean wantsKey = rules.requireKey() && isGuarded(path);
    Optional<Token> token = Optional.empty();
    if (wantsKey || rate != null) {
      token = secret(context).flatMap(tokens::of);
    }
    limit(context, token);
    if (wantsKey && token.isEmpty()) {
      throw refused(context, "The API of this service answers only to those who have a key.");
    }
  }

  private static boolean isGuarded(String path) {
    return path.startsWith("/api/")
        && !path.startsWith(ADMIN)
        && !path.equals("/api/v1/openapi.json");
  }

  private void limit(Context context, Optional<Token> token) {
    if (rate != null) {
      String caller = token.map(Token::name).orElse(null);
      String key =
          caller == null ? "at " + CallerAddress.network(address(context)) : "key " + caller;
      throwIfOver(rate.take(key, System.nanoTime()), "Too many requests");
    }
  }

  private static void throwIfOver(Duration wait, String title) {
    if (!wait.isZero()) {
      long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
      throw new DeniedException(
          Problem.of(429, "too-many-requests", title, "Try again in " + seconds + " seconds."),
          Map.of("Retry-After", String.valueOf(seconds)));
    }
  }

  /**
   * Who wants to change something.
   *
   * @throws DeniedException if they may not
   */
  public Token admin(Context context) {
    if (!tokens.has(Role.ADMIN)) {
      throw new DeniedException(
          Problem.of(
              403,
              "admin-off",
              "The routes of administration are off",
              "This service has no token with the role admin." + HOW),
          Map.of());
    }
    Optional<Token> token = secret(context).flatMap(tokens::of);
    if (token.isEmpty()) {
      throw refused(context, "This needs a token with the role admin.");
    }
    if (token.get().role() != Role.ADMIN) {
      throw new DeniedException(
          Problem.of(
              403,
              "wrong-role",
              "The token does not open this",
              "This needs a token with the role admin." + HOW),
          Map.of());
    }
    return token.get();
  }

  private DeniedException refused(Context context, String what) {
    if (context.header("Authorization") == null) {
      return new DeniedException(
          Problem.of(401, "no-token", "A token is missing", what + HOW), ASK);
    }
    countWrong(context);
    return new DeniedException(
        Problem.of(401, "wrong-token", "The token opens nothing", what + HOW), ASK);
  }

  private void countWrong(Context context) {
    String address = address(context);
    throwIfOver(
        failures.take(CallerAddress.network(address), System.nanoTime()), "Too many wrong tokens");
    String path = context.path();
    boolean forChanges = path.startsWith(ADMIN) || path.startsWith("/admin");
    LOG.warn(
        "A wrong token came from {} for {}", address, forChanges ? "administration" : "the API");
  }

  /** Whether anybody can be an operator: there is a token with the role admin. */
  public boolean hasOperators() {
    return tokens.has(Role.ADMIN);
  }

  /**
   * The token of a secret that was typed into a page; a wrong one counts against its address.
   *
   * @return of whatever role
   * @throws DeniedException after too many wrong ones
   */
  public Optional<Token> typed(Context context, String secret) {
    Optional<Token> token = tokens.of(secret);
    if (token.isEmpty()) {
      countWrong(context);
    }
    return token;
  }

  /** Whether a token that somebody came in with opens administration still. */
  public boolean isOperator(Token token) {
    return token.role() == Role.ADMIN && tokens.all().contains(token);
  }

  /** Whether the caller's browser speaks HTTPS, with this service or with the proxy before it. */
  public boolean isSecure(Context context) {
    return context.scheme().equals("https")
        || (rules.behindProxy() && "https".equals(context.header("X-Forwarded-Proto")));
  }

  /**
   * Whether a form comes from a page of this service: browsers say which site it is from where they
   * speak to this machine or over HTTPS, and mostly its origin elsewhere.
   */
  public boolean isFromHere(Context context) {
    String site = context.header("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    String origin = context.header("Origin");
    return origin == null
        || origin.endsWith("://" + context.header("Host"))
        || (rules.behindProxy() && origin.endsWith("://" + context.header("X-Forwarded-Host")));
  }

  private static Optional<String> secret(Context context) {
    String header = context.header("Authorization");
    var bearer = BEARER.matcher(header == null ? "" : header);
    return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
  }

  /** The address that a request comes from. */
  public String address(Context context) {
    if (rules.behindProxy()) {
      String last = "";
      Enumeration<String> headers = context.req().getHeaders("X-Forwarded-For");
      while (headers.hasMoreElements()) {
        last = headers.nextElement();
      }
      String nearest = last.substring(last.lastIndexOf(',') + 1).strip();
      return CallerAddress.of(nearest).orElseGet(context::ip);
    }
    return context.ip();
  }

  private void share(Context context) {
    String origin = context.header("Origin");
    if (origin == null || !context.path().startsWith("/api/")) {
      return;
    }
    boolean everyone = rules.origins().contains("*");
    if (everyone || rules.origins().contains(origin)) {
      context.header("Access-Control-Allow-Origin", everyone ? "*" : origin);
      context.header("Access-Control-Expose-Headers", "X-Request-Id, Retry-After");
    }
  }

  /** Answers a browser that asks what a page of another site may do: read and search. */
  public void preflight(Context context) {
    context.header("Access-Control-Allow-Methods", "GET, HEAD, POST");
    context.header("Access-Control-Allow-Headers", "Authorization, Content-Type");
    context.header("Access-Control-Max-Age", "600");
    context.header("Vary", "Origin");
    context.status(204);
  }
}
