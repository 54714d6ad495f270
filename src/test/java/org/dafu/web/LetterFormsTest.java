package org.dafu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Sha256;
import org.dafu.search.FileRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterFormsTest {
  private static final String LETTER = "/api/v1/replies/" + Letters.id(0);
  private static final String NOT_PUBLIC = "/api/v1/replies/" + Letters.id(3);

  @TempDir private Path corpus;

  /** A service whose every letter was read from this file. */
  private Client client(@Nullable String path, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    FileRecord record =
        new FileRecord(
            corpus.toString(), "" + path, 1, 1, Sha256.of(bytes), FileRecord.State.INDEXED, null);
    if (path != null) {
      Files.write(corpus.resolve(path), bytes);
    }
    return Client.of(
        new FakeSearcher(Letters.all()) {
          @Override
          public Optional<FileRecord> file(ReplyId id) {
            return path == null ? Optional.empty() : Optional.of(record);
          }
        });
  }

  @Test
  void source_isTheFile_inASandbox() throws IOException {
    try (Client client = client("原件.txt", "<script>alert(1)</script>")) {
      HttpResponse<String> response = client.get(LETTER + "/source");
      assertEquals(200, response.statusCode());
      assertEquals("<script>alert(1)</script>", response.body());
      assertTrue(Client.header(response, "Content-Type").startsWith("text/plain"));
      assertEquals("nosniff", Client.header(response, "X-Content-Type-Options"));
      assertTrue(Client.header(response, "Content-Security-Policy").startsWith("sandbox;"));
      assertEquals(
          "inline; filename*=UTF-8''%E5%8E%9F%E4%BB%B6.txt",
          Client.header(response, "Content-Disposition"));
      String tag = Client.header(response, "ETag");
      assertEquals(304, client.get(LETTER + "/source", "If-None-Match", tag).statusCode());
      assertEquals(404, client.get(NOT_PUBLIC + "/source").statusCode());
      assertEquals(400, client.get(LETTER + "/source?x=1").statusCode());
    }
  }

  @Test
  void source_withPersonalNumbers_isTheMaskedTextAndSaysSo() throws IOException {
    try (Client client = client("personal.txt", "电话：13912345678")) {
      HttpResponse<String> response = client.get(LETTER + "/source");
      assertEquals(200, response.statusCode());
      assertFalse(response.body().contains("13912345678"));
      assertTrue(response.body().startsWith("〔原文件含有个人联系方式"), response.body());
      assertTrue(response.body().endsWith(Letters.full().text()));
      assertEquals(LETTER + ".txt", Client.header(response, "Content-Location"));
    }
  }

  @Test
  void source_gone_saysSo() throws IOException {
    try (Client client = client(null, "")) {
      assertEquals(
          "urn:dafu:problem:source-gone",
          client.problem(410, LETTER + "/source").get("type").asText());
    }
  }

  @Test
  void citation_everyStyle_namesIssuerTitleNumberDateAndPlace() throws IOException {
    try (Client client = client(null, "")) {
      for (String style : new String[] {"gbt7714", "bibtex", "ris", "csl-json"}) {
        HttpResponse<String> response = client.get(LETTER + "/citation?style=" + style);
        assertEquals(200, response.statusCode());
        for (String part :
            new String[] {"晋中市民政局", "关于完善社区养老服务的提案", "2024", "/replies/" + Letters.id(0)}) {
          assertTrue(response.body().contains(part), style + ": " + response.body());
        }
      }
      String gbt = client.get(LETTER + "/citation").body();
      assertTrue(
          gbt.matches(
              "晋中市民政局\\. 关于《关于完善社区养老服务的提案》的答复(: .*)?\\[EB/OL]\\. "
                  + "\\(2024-06-18\\)\\[20\\d\\d-\\d\\d-\\d\\d]\\. http://127\\.0\\.0\\.1:\\d+/replies/[0-9a-f]+\\.\n"),
          gbt);
      JsonNode csl = Client.parse(client.get(LETTER + "/citation?style=csl-json").body());
      assertEquals("晋中市民政局", csl.at("/0/author/0/literal").asText());
      assertEquals(404, client.get(NOT_PUBLIC + "/citation").statusCode());
      client.problem(400, LETTER + "/citation?style=apa");
    }
  }
}
