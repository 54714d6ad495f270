package org.dafu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms with parts fill the memory nowhere, and slow ones do not keep others out. */
class UploadsTest {
  /** Who says so sends nothing before it is told to go on. */
  private static final String WAITING = "\r\nExpect: 100-continue";

  private static Client client;

  @BeforeAll
  static void start() {
    client = Client.of(new FakeSearcher(Letters.all()));
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  /** The answer to these lines of a request, or empty if the connection was closed without one. */
  private static String answer(int port, String head, String body) throws IOException {
    try (Socket socket = begin(port, head, body)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Socket begin(int port, String head, String body) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    String request = head + "\r\nHost: x\r\nConnection: close\r\n\r\n" + body;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return socket;
  }

  private static String form(String path, long bytes) {
    return "POST "
        + path
        + " HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: "
        + bytes;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin/sign-in",
        "/admin/letter/correct",
        "/api/v1/precedents",
        "/api/v1/admin/sync",
        "/nothing"
      })
  void form_whereNoneIsTaken_isRefusedUnread(String path) throws IOException {
    String answer = answer(client.server.port(), form(path, 20_000_000) + WAITING, "");
    assertTrue(answer.startsWith("HTTP/1.1 415"), answer);
  }

  @ParameterizedTest
  @CsvSource({"/collection,413", "/collection/export,413", "/collection/,413", "/precedents,413"})
  void form_largerThanItsPageTakes_isRefusedUnread(String path, int status) throws IOException {
    long bytes = path.equals("/precedents") ? Uploads.MOST_BYTES + 1L : (2 << 20) + 1L;
    String answer = answer(client.server.port(), form(path, bytes) + WAITING, "");
    assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/collection", "/precedents"})
  void form_withoutLength_isRefused(String path) throws IOException {
    String head = form(path, 0).replaceFirst("Content-Length.*", "Transfer-Encoding: chunked");
    String answer = answer(client.server.port(), head, "3\r\n--x\r\n0\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 411"), answer);
  }

  @Test
  void file_ofTheLargestSize_isTaken() {
    String file = "a".repeat(PrecedentRoutes.MAX_FILE_BYTES);
    assertEquals(400, client.form("/precedents", Map.of(), "a.txt", file).statusCode(), "20,000");
  }

  @Test
  void file_thatIsTooLarge_isAnsweredToWhoSendsAllOfItFirst() throws IOException {
    String body = "a".repeat(Uploads.MOST_BYTES + 8_000_000);
    String answer = answer(client.server.port(), form("/precedents", body.length()), body);
    assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
    assertTrue(answer.contains("文件超过 20 MB"), answer);
  }

  @Test
  void slowForms_giveTheirPlaceBack() throws Exception {
    AtomicInteger received = new AtomicInteger();
    Uploads uploads = new Uploads(Duration.ofSeconds(3));
    Javalin server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.concurrency.useVirtualThreads = true;
              Uploads.configure(config.jetty.multipartConfig);
              config.routes.exception(BusyException.class, (e, context) -> context.status(503));
              config.routes.exception(Exception.class, (e, context) -> context.status(400));
              config.routes.post(
                  PrecedentRoutes.PATH, uploads.bounding(context -> received.incrementAndGet()));
            });
    server.start("127.0.0.1", 0);
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        slow.add(begin(server.port(), form(PrecedentRoutes.PATH, 20_700_000), "--x\r\n"));
      }
      String small = "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\na\r\n--x--\r\n";
      String head = form(PrecedentRoutes.PATH, small.length());
      for (int i = 0; i < 500 && uploads.room() > 0; i++) { // until the four have begun
        Thread.sleep(Duration.ofMillis(5));
      }
      assertEquals(0, uploads.room());
      String busy = answer(server.port(), head, small);
      assertTrue(busy.startsWith("HTTP/1.1 503"), busy);
      for (Socket each : slow) {
        assertFalse(
            new String(each.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .startsWith("HTTP/1.1 200"));
      }
      String taken = answer(server.port(), head, small);
      assertTrue(taken.startsWith("HTTP/1.1 200"), taken);
      assertEquals(1, received.get());
    } finally {
      for (Socket each : slow) {
        each.close();
      }
      server.stop();
    }
  }
}
