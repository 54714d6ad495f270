package org.dafu.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** What nobody should send to a service, and somebody will. */
final class Nonsense {
  private static final List<String> PIECES =
      List.of(
          "养老",
          "老年食堂",
          "\"",
          "“",
          "」",
          "(",
          ")",
          " OR ",
          "-",
          ":",
          "title:",
          "城市:",
          "第068号",
          "〔2020〕12号",
          "2020..",
          "..2023",
          "2020..2021",
          "99999999999999999999",
          "-1",
          "0",
          "101",
          "1e9",
          "NaN",
          "null",
          "true",
          "%",
          "\u0000",
          "\u0007",
          "\n",
          "\ud800",
          "\udc00",
          "😀",
          "\u202e",
          "\ufeff",
          "é",
          "a",
          "EC01",
          "A",
          "relevance",
          "newest",
          "lexical",
          "hybrid",
          "city,year",
          "city",
          ",",
          "../../etc/passwd",
          "<script>",
          "' OR 1=1",
          "${jndi:x}",
          "*",
          "?",
          "[",
          "{",
          "\\",
          "/",
          "AAAAAAAAAAAAAAAAAAAAAAAA",
          "晋城",
          "晋城市",
          "zuzhi");

  /** Parts of paths, as they stand in a request's line. */
  private static final List<String> SEGMENTS =
      List.of(
          "api",
          "v1",
          "v2",
          "admin",
          "replies",
          "sections",
          "sync",
          "rejected",
          "assets",
          "health",
          "live",
          "metrics",
          "precedents",
          "collection",
          "export",
          "compare",
          "charts",
          "about",
          "source",
          "citation",
          "feed.atom",
          "x.txt",
          "",
          ".",
          "..",
          "%2e%2e",
          ";a=b",
          "..;",
          "%2f",
          "%5c",
          "%00",
          "%0d%0aX:y",
          "%ff",
          "%25",
          "~",
          "replies%2fx",
          "aaaaaaaaaaaaaaaa");

  private static final String PRECEDENTS = "POST /api/v1/precedents HTTP/1.1\r\nHost: x\r\n";

  private static final String PARTS =
      """
      POST /precedents HTTP/1.1
      Host: x
      Content-Type: multipart/form-data
      Content-Length: 2

      --\
      """;

  private static final String PAIRS =
      """
      POST /collection HTTP/1.1
      Host: x
      Content-Type: application/x-www-form-urlencoded;charset=none
      Content-Length: 5

      p=%zz\
      """;

  /** Requests that are none. */
  static final List<String> RAW =
      List.of(
          "GET / HTTP/1.1\r\n\r\n",
          "GET\r\n\r\n",
          "\r\n\r\n",
          "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /api/v1/replies/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /api/v1/replies?q=%zz HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /assets/..%2f..%2fetc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /api/v1/replies?q=%ff%fe HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /api/v1/replies?q=\u00e5\u00ff HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /api/v1/replies?%=& HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /api/v1/replies HTTP/9.9\r\nHost: x\r\n\r\n",
          "GET /api/v1/replies HTTP/1.0\r\n\r\n",
          "GET http://y/api/v1/replies HTTP/1.1\r\nHost: x\r\n\r\n",
          "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n",
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
          "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
          "TRACE /api/v1/replies HTTP/1.1\r\nHost: x\r\n\r\n",
          "DELETE /api/v1/replies HTTP/1.1\r\nHost: x\r\n\r\n",
          "\u00ffGET / HTTP/1.1\r\nHost: x\r\n\r\n",
          "A".repeat(9000) + " / HTTP/1.1\r\nHost: x\r\n\r\n",
          "G\0T / HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\n folded: y\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\nNo colon\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\nExpect: 200-maybe\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\nRange: bytes=9-1\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\nIf-None-Match: \"\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\nIf-Modified-Since: never\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\nAccept-Encoding: ;;q=\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\nAccept: ;;q=//\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\nCookie: =;=\"\r\n\r\n",
          "GET /api/v1/replies HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello",
          PRECEDENTS + "Content-Length: -1\r\n\r\n",
          PRECEDENTS + "Content-Length: 99999999999\r\n\r\n{",
          PRECEDENTS + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}   ",
          PRECEDENTS + "Content-Type: ;;;charset=none\r\nContent-Length: 2\r\n\r\n{}",
          PRECEDENTS + "Content-Type: application/json;charset=none\r\nContent-Length: 2\r\n\r\n{}",
          PRECEDENTS + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
          PRECEDENTS + "Transfer-Encoding: gzip\r\n\r\nzz\r\n",
          PRECEDENTS + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
          PRECEDENTS + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n\u001f\u008b",
          PARTS.replace("\n", "\r\n"),
          PAIRS.replace("\n", "\r\n"));

  private final Random random;

  Nonsense(Random random) {
    this.random = random;
  }

  String value() {
    StringBuilder value = new StringBuilder();
    for (int n = random.nextInt(random.nextInt(20) == 0 ? 200 : 4); n > 0; n--) {
      value.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return value.toString();
  }

  String encodedValue() {
    return encoded(value());
  }

  /** Percent-encoded, lone surrogates as the three bytes that they are in careless programs. */
  private static String encoded(String value) {
    StringBuilder encoded = new StringBuilder();
    int at = 0;
    while (at < value.length()) {
      int codePoint = value.codePointAt(at);
      boolean lone = codePoint >= 0xD800 && codePoint <= 0xDFFF;
      byte[] bytes =
          lone
              ? new byte[] {
                (byte) 0xED,
                (byte) (0x80 | ((codePoint >> 6) & 0x3F)),
                (byte) (0x80 | (codePoint & 0x3F))
              }
              : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
      for (byte each : bytes) {
        encoded.append('%').append(String.format(Locale.ROOT, "%02X", each));
      }
      at += Character.charCount(codePoint);
    }
    return encoded.toString();
  }

  /** A path that leads somewhere by chance only. */
  String path() {
    StringBuilder path = new StringBuilder();
    for (int n = 1 + random.nextInt(5); n > 0; n--) {
      boolean known = random.nextInt(4) > 0;
      path.append('/');
      path.append(known ? SEGMENTS.get(random.nextInt(SEGMENTS.size())) : encodedValue());
    }
    return path.toString();
  }

  /** Pairs of names and values; names of these mostly. */
  String pairs(List<String> names) {
    StringBuilder pairs = new StringBuilder();
    for (int n = random.nextInt(4); n > 0; n--) {
      boolean known = !names.isEmpty() && random.nextInt(8) > 0;
      String name = known ? names.get(random.nextInt(names.size())) : encodedValue();
      pairs.append(pairs.isEmpty() ? "" : "&").append(name).append('=').append(encodedValue());
    }
    return pairs.toString();
  }

  /** A body that means to be JSON with members of these names. */
  byte[] body(List<String> names) {
    String name = names.get(random.nextInt(names.size()));
    String text = value().replace("\\", "\\\\").replace("\"", "\\\"");
    String json =
        "{\"" + name + "\": \"" + text + "\", \"filters\": {\"city\": [\"" + text + "\"]}}";
    String body =
        switch (random.nextInt(9)) {
          case 0 -> json.substring(0, random.nextInt(json.length()));
          case 1 -> "[".repeat(random.nextInt(100_000));
          case 2 -> ("{\"" + name + "\":").repeat(random.nextInt(50_000));
          case 3 -> "{\"" + name + "\":" + random.nextInt() + "}";
          case 4 ->
              "{\"" + name + "\":1e" + random.nextInt(Integer.MAX_VALUE) + ",\"size\":1e999999}";
          case 5 -> "{\"" + name + "\": \"" + "建议".repeat(random.nextInt(30_000)) + "\"}";
          case 6 -> "{\"" + name + "\": [null, {}, [\"" + text + "\"], -0.0]}";
          case 7 -> "";
          default -> json;
        };
    return random.nextInt(10) == 0 ? noise(200) : body.getBytes(StandardCharsets.UTF_8);
  }

  /** A form with these names, of several parts, mostly broken. */
  byte[] parts(String boundary, List<String> names) {
    StringBuilder form = new StringBuilder();
    for (int n = random.nextInt(4); n > 0; n--) {
      String name = random.nextInt(5) == 0 ? value() : names.get(random.nextInt(names.size()));
      form.append("--").append(boundary).append(random.nextInt(9) == 0 ? "" : "\r\n");
      form.append("Content-Disposition: form-data; name=\"").append(name).append('"');
      if (random.nextBoolean()) {
        form.append("; filename=\"").append(value()).append('"');
      }
      form.append("\r\n\r\n").append(value()).append("\r\n");
    }
    form.append(random.nextInt(4) == 0 ? "" : "--" + boundary + "--\r\n");
    return form.toString().getBytes(StandardCharsets.UTF_8);
  }

  byte[] noise(int most) {
    byte[] noise = new byte[random.nextInt(most)];
    random.nextBytes(noise);
    return noise;
  }

  /** A few bytes that unpack to very many. */
  static byte[] bomb(String encoding, int megabytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] block = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    try (DeflaterOutputStream out =
        encoding.equals("gzip") ? new GZIPOutputStream(packed) : new DeflaterOutputStream(packed)) {
      for (int i = 0; i < megabytes; i++) {
        out.write(block);
      }
    }
    return packed.toByteArray();
  }
}
