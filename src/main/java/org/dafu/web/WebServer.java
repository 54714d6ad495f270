package org.dafu.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dafu.ingest.Originals;
import org.dafu.ingest.SyncReport;
import org.dafu.search.ReadSide;
import org.dafu.search.Vocabulary;
import org.dafu.web.admin.Access;
import org.dafu.web.admin.AdminRoutes;
import org.dafu.web.admin.Administration;
import org.dafu.web.operator.OperatorRoutes;
import org.dafu.web.tools.ProposalReader;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;

/** The running service. Requests run on virtual threads. */
public final class WebServer implements AutoCloseable {
  /**
   * Bytes of a request's line and headers: a query of 2,000 code points is 24,000 bytes when
   * percent-encoded, and there are filters beside it.
   */
  private static final int REQUEST_HEADER_BYTES = 64 * 1024;

  /** How long running requests may take to end when the service stops; in ten all has ended. */
  private static final Duration DRAIN = Duration.ofSeconds(7);

  private final Javalin javalin;
  private final AtomicBoolean ready;
  private final Settings settings;
  private final ReadSide reading;
  private final SearchGate gate;
  private final ProposalQueue proposals;
  private final Metrics metrics;

  private WebServer(
      Settings settings,
      Javalin javalin,
      AtomicBoolean ready,
      ReadSide reading,
      SearchGate gate,
      ProposalQueue proposals,
      Metrics metrics) {
    this.settings = settings;
    this.gate = gate;
    this.proposals = proposals;
    this.reading = reading;
    this.javalin = javalin;
    this.ready = ready;
    this.metrics = metrics;
  }

  /**
   * How to serve.
   *
   * @param host name or address to bind to
   * @param port 0 for any free one
   * @param maxSearches searches that run at one time, at least 1; more wait
   * @param searchWait how long one waits before it is answered 503
   * @param notice shown on every page, for example that the letters are invented; null for none
   */
  public record Settings(
      String host, int port, int maxSearches, Duration searchWait, @Nullable String notice) {
    /** As many searches at a time as is good for this machine, each waiting two seconds at most. */
    public static Settings of(String host, int port) {
      int searches = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
      return new Settings(host, port, searches, Duration.ofSeconds(2), null);
    }

    /** The same with this notice. */
    public Settings withNotice(@Nullable String other) {
      return new Settings(host, port, maxSearches, searchWait, other);
    }
  }

  /**
   * Starts to listen; {@code /health/ready} says 503 until {@link #ready} is called.
   *
   * @param originals fetches the files that letters were read from
   * @param proposals reads uploaded proposals
   * @param admin what changes letters, and who may
   * @throws io.javalin.util.JavalinBindException if the port is taken
   */
  public static WebServer start(
      Settings settings,
      ReadSide engine,
      Vocabulary vocabulary,
      Originals originals,
      ProposalReader proposals,
      Administration admin) {
    SearchGate gate = new SearchGate(settings.maxSearches(), settings.searchWait());
    AtomicBoolean ready = new AtomicBoolean();
    ReadSide reading = PublicReading.of(engine);
    Metrics metrics = new Metrics(gate, reading.replies()::count);
    Searching searching = new Searching(reading, gate, metrics);
    Assets assets = new Assets();
    Templates templates = new Templates();
    ApiDocument document = new ApiDocument();
    ApiRoutes api = new ApiRoutes(searching, vocabulary, document, ready::get, metrics);
    FindRoutes find = new FindRoutes(reading, gate, vocabulary);
    LetterForms forms = new LetterForms(searching, reading.replies(), originals, gate);
    PageRoutes pages =
        new PageRoutes(searching, vocabulary, document, templates, assets, settings.notice());
    Tools tools = new Tools(reading, gate, vocabulary, templates, pages);
    ProposalQueue proposed = new ProposalQueue(proposals);
    PrecedentRoutes precedents = new PrecedentRoutes(tools, proposed);
    Uploads uploads = new Uploads();
    CompareRoutes compare = new CompareRoutes(tools);
    CollectionRoutes collection = new CollectionRoutes(tools);
    ChartRoutes charts = new ChartRoutes(tools);
    OperatorRoutes operator =
        new OperatorRoutes(admin, new OperatorShowing(pages, templates, assets));
    Javalin javalin =
        Javalin.create(
            config -> {
              configure(config, settings, admin);
              add(config, forms.routes());
              add(config, api.routes());
              add(config, find.routes());
              addPosts(config, find.posts());
              add(config, pages.routes());
              add(config, precedents.routes());
              addForms(config, precedents.posts(), uploads);
              add(config, compare.routes());
              add(config, collection.routes());
              addForms(config, collection.posts(), uploads);
              add(config, charts.routes());
              addRoutes(config, new AdminRoutes(admin, new Answers()).routes());
              addRoutes(config, operator.routes());
              new Errors(pages, metrics).add(config);
              config.requestLogger.http(new RequestLog(metrics)::answered);
            });
    return new WebServer(settings, javalin.start(), ready, reading, gate, proposed, metrics);
  }

  /** The port that it listens on. */
  public int port() {
    return javalin.port();
  }

  /** The address of the start page. */
  public String address() {
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return "http://" + host + ":" + port() + "/";
  }

  /** Says from now on whether the service can answer searches in full. */
  public void ready(boolean can) {
    ready.set(can);
    if (can) {
      reading.suggester().prepare();
    }
  }

  /** Tells monitoring that the index was brought up to date just now. */
  public void synced(SyncReport report) {
    metrics.synced(report);
  }

  /**
   * Stops: is no longer ready, answers new requests with 503, lets running ones end for seven
   * seconds at most, then closes.
   */
  @Override
  public void close() {
    ready.set(false);
    javalin.stop();
    gate.close();
    proposals.close();
    metrics.close();
  }

  private static void configure(JavalinConfig config, Settings settings, Administration admin) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = BodyRules.BYTES;
    Uploads.configure(config.jetty.multipartConfig);
    listen(config, settings, admin);
    config.routes.before(context -> RequestHead.prepare(context, admin.mask()));
    Access access = admin.access();
    config.routes.before(access::check);
    config.routes.before(BodyRules::check);
    if (access.isShared()) {
      config.routes.addHttpHandler(HandlerType.OPTIONS, "/api/<path>", access::preflight);
      config.routes.after("/api/*", context -> context.res().addHeader("Vary", "Origin"));
    }
  }

  private static void listen(JavalinConfig config, Settings settings, Administration admin) {
    config.jetty.host = settings.host();
    config.jetty.port = settings.port();
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setRequestHeaderSize(REQUEST_HEADER_BYTES);
        });
    config.jetty.modifyServer(
        server -> {
          server.setErrorHandler(new TransportErrors(admin.mask()));
          server.setHandler(new GracefulHandler());
          SlowConnections.watch(server);
          server.setStopTimeout(DRAIN.toMillis());
        });
    config.jetty.modifyServletContextHandler(
        context -> context.setErrorHandler(new TransportErrors(admin.mask())));
  }

  private static void addRoutes(JavalinConfig config, List<AdminRoutes.Route> routes) {
    routes.forEach(
        route -> config.routes.addHttpHandler(route.method(), route.path(), route.handler()));
  }

  private static void addPosts(JavalinConfig config, Map<String, Handler> posts) {
    posts.forEach((path, handler) -> config.routes.addHttpHandler(HandlerType.POST, path, handler));
  }

  private static void addForms(JavalinConfig config, Map<String, Handler> posts, Uploads uploads) {
    posts.forEach(
        (path, handler) ->
            config.routes.addHttpHandler(HandlerType.POST, path, uploads.bounding(handler)));
  }

  /** HEAD is answered by the handler of GET, so that its status and headers are true. */
  private static void add(JavalinConfig config, Map<String, Handler> routes) {
    routes.forEach(
        (path, handler) -> {
          config.routes.addHttpHandler(HandlerType.GET, path, handler);
          config.routes.addHttpHandler(HandlerType.HEAD, path, handler);
        });
  }
}
