package org.dafu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.dafu.web.admin.ServedFolder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search page over the sample letters, as the program serves it. */
class FirstPageTest {
  private static final int MOST_BYTES = 100_000;
  private static final double MOST_MILLIS = 100;

  /** On a busy machine one of so many rounds is left alone for long enough. */
  private static final int ROUNDS = 4;

  /** Places whose links are followed. */
  private static final int SOME = 12;

  @TempDir private static Path temp;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static ServedFolder served;

  @BeforeAll
  static void serve() throws IOException {
    Path samples = Path.of("sample-corpus");
    Path letters = temp.resolve("letters");
    try (Stream<Path> files = Files.walk(samples)) {
      for (Path file : files.toList()) {
        Path copy = letters.resolve(samples.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    served = ServedFolder.start(temp);
  }

  @AfterAll
  static void stop() {
    served.close();
    HTTP.close();
  }

  private static HttpResponse<byte[]> get(String path, String encoding) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(served.address()).resolve(path))
            .header("Accept-Encoding", encoding)
            .build();
    try {
      HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
      assertEquals(200, response.statusCode(), path);
      return response;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(path, e);
    }
  }

  private static Document page(String path) {
    return Jsoup.parse(new String(get(path, "identity").body(), StandardCharsets.UTF_8));
  }

  @Test
  void firstPage_withAllThatItLoads_isSmall() {
    List<String> urls = new ArrayList<>(List.of("/"));
    Document page = page("/");
    page.select("link[href]").forEach(each -> urls.add(each.attr("href")));
    page.select("script[src]").forEach(each -> urls.add(each.attr("src")));
    assertTrue(urls.size() > 4, urls.toString());
    int bytes = 0;
    for (String url : urls) {
      HttpResponse<byte[]> response = get(url, "gzip");
      boolean packed = response.headers().firstValue("Content-Encoding").isPresent();
      assertTrue(packed || response.body().length < 1_500, url);
      bytes += response.body().length;
    }
    assertTrue(bytes > 5_000 && bytes < MOST_BYTES, "bytes of transfer: " + bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/?q=%E5%85%BB%E8%80%81%E6%9C%8D%E5%8A%A1"})
  void searchPage_isMadeSwiftly(String path) {
    for (int i = 0; i < 20; i++) {
      get(path, "gzip"); // the first ones are compiled
    }
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS && best >= MOST_MILLIS; round++) {
      best = Math.min(best, median(path) / waiting());
    }
    assertTrue(best < MOST_MILLIS, "milliseconds of a processor that waits for nobody: " + best);
  }

  /** How many want each processor at a time, at least one: the others make us wait as often. */
  private static double waiting() {
    OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
    return Math.max(1, machine.getSystemLoadAverage() / machine.getAvailableProcessors());
  }

  private static double median(String path) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      long start = System.nanoTime();
      get(path, "gzip");
      millis.add((System.nanoTime() - start) / 1e6);
    }
    Collections.sort(millis);
    return millis.get(millis.size() / 2);
  }

  /** What stands beside a place is the total of its link, in letters and in sections. */
  @ParameterizedTest
  @ValueSource(
      strings = {"/?", "/?q=%E5%85%BB%E8%80%81&unit=sections&-city=%E6%B9%96%E5%B7%9E%E5%B8%82&"})
  void places_countsAreTheTotalsOfTheirLinks(String search) {
    Document page = page(search + "size=1");
    List<Element> rows = page.select("[data-facet=place] .place-node > .value");
    assertTrue(rows.size() > 20, "places: " + rows.size());
    int step = rows.size() / SOME;
    for (int i = 0; i < rows.size(); i += step) {
      Element row = rows.get(i);
      String url = row.select(".value-link").attr("href");
      String count = row.select(".count").text();
      assertEquals(count, page(url).select(".total strong").text(), url);
    }
  }
}
