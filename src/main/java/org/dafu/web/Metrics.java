package org.dafu.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.dafu.ingest.SyncReport;
import org.jspecify.annotations.Nullable;

/**
 * What monitoring is told of the service, in Prometheus's text format. Labels are few and bounded:
 * routes as they are declared, never the paths, queries or addresses of requests.
 */
final class Metrics implements AutoCloseable {
  /** Upper bounds of the histogram of answering times. */
  private static final Duration[] BOUNDS =
      List.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000).stream()
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final AtomicReference<@Nullable Instant> synced = new AtomicReference<>();
  private final MultiGauge outcomes;
  private final Counter cutOff;
  private final Counter refused;

  /**
   * @param letters that can be searched now
   */
  Metrics(SearchGate gate, LongSupplier letters) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    outcomes =
        MultiGauge.builder("dafu.sync.files")
            .description("Files of the last sync by outcome; each letter of an archive is a file")
            .register(registry);
    cutOff =
        Counter.builder("dafu.searches.cut.off")
            .description("Searches that met their time limit and gave what they had")
            .register(registry);
    refused =
        Counter.builder("dafu.searches.refused")
            .description("Searches answered 503 because too many ran at one time")
            .register(registry);
    Gauge.builder("dafu.letters", letters::getAsLong)
        .description("Letters that can be searched")
        .register(registry);
    Gauge.builder("dafu.searches.running", gate::running)
        .description("Searches that run now")
        .register(registry);
    Gauge.builder("dafu.searches.waiting", gate::waiting)
        .description("Searches that wait for room")
        .register(registry);
    Gauge.builder("dafu.index.age", this::ageSeconds)
        .baseUnit("seconds")
        .description("Time since the index was last brought up to date; NaN if it never was")
        .register(registry);
  }

  /**
   * One request that was answered.
   *
   * @param route as declared; null if no route was met
   */
  void answered(String method, @Nullable String route, int status, Duration took) {
    Timer.builder("dafu.http.requests")
        .description("Time to answer, by route")
        .tags("method", method, "route", route == null ? "none" : route, "status", "" + status)
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(took);
  }

  void cutOff() {
    cutOff.increment();
  }

  void refused() {
    refused.increment();
  }

  /** The index was brought up to date just now. */
  void synced(SyncReport report) {
    synced.set(Instant.now());
    Map<String, Integer> counts =
        Map.of(
            "indexed", report.indexed(),
            "updated", report.updated(),
            "unchanged", report.unchanged(),
            "removed", report.removed(),
            "rejected", report.rejected(),
            "failed", report.failed());
    outcomes.register(
        counts.entrySet().stream()
            .<MultiGauge.Row<?>>map(
                each -> MultiGauge.Row.of(Tags.of("outcome", each.getKey()), each.getValue()))
            .toList(),
        true);
  }

  /** All of it as {@code text/plain; version=0.0.4}. */
  String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }

  private double ageSeconds() {
    Instant last = synced.get();
    return last == null ? Double.NaN : Duration.between(last, Instant.now()).toMillis() / 1000.0;
  }
}
