package org.dafu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.dafu.search.SearchRequest;
import org.dafu.search.SearchResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "/api/v1"})
  void health_beforeAndAfterReady(String prefix) {
    try (Client client = Client.of(new FakeSearcher(Letters.all()))) {
      client.server.ready(false);
      assertEquals("live", client.json(prefix + "/health/live").get("status").asText());
      JsonNode problem = client.problem(503, prefix + "/health/ready");
      assertEquals("urn:dafu:problem:not-ready", problem.get("type").asText());
      client.server.ready(true);
      JsonNode ready = client.json(prefix + "/health/ready");
      assertEquals("ready", ready.get("status").asText());
      assertEquals(16, ready.get("letters").asInt());
    }
  }

  @Test
  void address_ofAnyFreePort_isTheOneItListensOn() {
    try (Client client = Client.of(new FakeSearcher(List.of()))) {
      assertTrue(client.server.port() > 0);
      assertEquals("http://127.0.0.1:" + client.server.port() + "/", client.server.address());
    }
  }

  @Test
  void searches_moreThanCanRun_503WithRetryAfter() throws Exception {
    CountDownLatch running = new CountDownLatch(2);
    CountDownLatch release = new CountDownLatch(1);
    FakeSearcher slow =
        new FakeSearcher(Letters.all()) {
          @Override
          public SearchResponse search(SearchRequest request) {
            if (request.q().equals("slow")) {
              running.countDown();
              await(release);
            }
            return super.search(request);
          }
        };
    try (Client client = Client.of(slow);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpResponse<String>>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(threads.submit(() -> client.get("/api/v1/replies?q=slow")));
      }
      assertTrue(running.await(10, TimeUnit.SECONDS));
      HttpResponse<String> refused = client.get("/api/v1/replies");
      HttpResponse<String> page = client.get("/");
      release.countDown();
      assertEquals(503, refused.statusCode());
      assertEquals("2", Client.header(refused, "Retry-After"));
      assertTrue(refused.body().contains("urn:dafu:problem:busy"), refused.body());
      assertEquals(503, page.statusCode());
      assertTrue(page.body().contains("现在检索的人太多"), page.body());
      for (Future<HttpResponse<String>> each : both) {
        assertEquals(200, each.get(10, TimeUnit.SECONDS).statusCode());
      }
      assertEquals(200, client.get("/api/v1/replies").statusCode());
    }
  }

  @Test
  void close_whileASearchRuns_letsItEnd() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    FakeSearcher slow =
        new FakeSearcher(Letters.all()) {
          @Override
          public SearchResponse search(SearchRequest request) {
            running.countDown();
            await(release);
            return super.search(request);
          }
        };
    try (Client client = Client.of(slow);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<HttpResponse<String>> answer = threads.submit(() -> client.get("/api/v1/replies"));
      assertTrue(running.await(10, TimeUnit.SECONDS));
      Future<?> closed = threads.submit(client.server::close);
      release.countDown();
      assertEquals(200, answer.get(10, TimeUnit.SECONDS).statusCode());
      closed.get(20, TimeUnit.SECONDS);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError("a search was interrupted", e);
    }
  }
}
