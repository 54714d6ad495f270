package org.dafu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dafu.ingest.SyncReport;
import org.dafu.search.QueryWarning;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.junit.jupiter.api.Test;

class MetricsTest {
  /** The value of a sample, with its labels as they are printed; NaN if there is none. */
  private static double value(String scraped, String sample) {
    return scraped
        .lines()
        .filter(line -> line.startsWith(sample + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElse(Double.NaN);
  }

  /** What is scraped once the sample is there: a request is counted after it was answered. */
  private static String scrapedWith(Client client, String sample) throws InterruptedException {
    String scraped = client.get("/metrics").body();
    for (int i = 0; i < 100 && Double.isNaN(value(scraped, sample)); i++) {
      Thread.sleep(Duration.ofMillis(20));
      scraped = client.get("/metrics").body();
    }
    return scraped;
  }

  @Test
  void metrics_requests_areCountedByRouteNeverByWhatWasAsked() throws InterruptedException {
    try (Client client = Client.of(new FakeSearcher(Letters.all()))) {
      client.get("/api/v1/replies?q=13900001111");
      client.get("/api/v1/replies/0123456789abcdef");
      client.get("/no/such/13900001111");
      String search =
          "dafu_http_requests_seconds_count{method=\"GET\",route=\"/api/v1/replies\",status=\"200\"}";
      String none =
          "dafu_http_requests_seconds_count{method=\"GET\",route=\"none\",status=\"404\"}";
      scrapedWith(client, search);
      String scraped = scrapedWith(client, none);
      assertEquals(1, value(scraped, search), scraped);
      assertEquals(1, value(scraped, none), scraped);
      assertTrue(scraped.contains("route=\"/api/v1/replies/{id}\",status=\"404\""), scraped);
      assertFalse(scraped.contains("13900001111"), scraped);
    }
  }

  @Test
  void metrics_methodsThatNobodyKnows_areOne() throws InterruptedException {
    try (Client client = Client.of(new FakeSearcher(Letters.all()))) {
      client.send("TEL13812345678", "/api/v1/replies");
      client.send("FOO", "/api/v1/replies");
      String other =
          "dafu_http_requests_seconds_count{method=\"other\",route=\"none\",status=\"405\"}";
      String scraped = scrapedWith(client, other);
      assertEquals(2, value(scraped, other), scraped);
      assertFalse(scraped.contains("TEL"), scraped);
    }
  }

  @Test
  void metrics_service_tellsLettersHeapAndSearches() {
    try (Client client = Client.of(new FakeSearcher(Letters.all()))) {
      HttpResponse<String> answer = client.get("/metrics");
      String scraped = answer.body();
      assertTrue(Client.header(answer, "Content-Type").startsWith("text/plain;version=0.0.4"));
      assertEquals(16, value(scraped, "dafu_letters"), scraped);
      assertEquals(0, value(scraped, "dafu_searches_running"), scraped);
      assertEquals(0, value(scraped, "dafu_searches_waiting"), scraped);
      assertEquals(0, value(scraped, "dafu_searches_refused_total"), scraped);
      assertTrue(scraped.contains("jvm_memory_used_bytes{area=\"heap\""), scraped);
      assertTrue(Double.isNaN(value(scraped, "dafu_index_age_seconds")), scraped);
    }
  }

  @Test
  void metrics_afterSync_tellOutcomesAndAge() {
    try (Client client = Client.of(new FakeSearcher(Letters.all()))) {
      client.server.synced(new SyncReport(5, 4, 3, 2, 1, 0, List.of(), false));
      client.server.synced(new SyncReport(0, 1, 11, 0, 2, 0, List.of(), false));
      String scraped = client.get("/metrics").body();
      assertEquals(0, value(scraped, "dafu_sync_files{outcome=\"indexed\"}"), scraped);
      assertEquals(11, value(scraped, "dafu_sync_files{outcome=\"unchanged\"}"), scraped);
      assertEquals(2, value(scraped, "dafu_sync_files{outcome=\"rejected\"}"), scraped);
      double age = value(scraped, "dafu_index_age_seconds");
      assertTrue(age >= 0 && age < 60, scraped);
    }
  }

  @Test
  void metrics_searchCutOff_isCounted() {
    FakeSearcher cutOff =
        new FakeSearcher(Letters.all()) {
          @Override
          public SearchResponse search(SearchRequest request) {
            SearchResponse response = super.search(request);
            List<QueryWarning> warnings = new ArrayList<>(response.warnings());
            warnings.add(new QueryWarning(QueryWarning.TIME_LIMIT, "检索超过了时限", 0, 0));
            return response.withWarnings(warnings);
          }
        };
    try (Client client = Client.of(cutOff)) {
      client.get("/api/v1/replies?q=x");
      assertEquals(1, value(client.get("/metrics").body(), "dafu_searches_cut_off_total"));
    }
  }
}
