package org.dafu.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection to the browser: commands and their answers, and what it tells by itself. */
final class DevTools implements WebSocket.Listener, AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A busy machine takes its time to draw a page. */
  private static final int LIMIT_SECONDS = 30;

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final Map<String, Consumer<JsonNode>> listeners = new ConcurrentHashMap<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;

  DevTools(URI address) {
    this.socket = http.newWebSocketBuilder().buildAsync(address, this).join();
  }

  /** Tells the listener what the browser says of this session by itself. */
  void listen(String session, Consumer<JsonNode> listener) {
    listeners.put(session, listener);
  }

  /**
   * Sends a command and waits for its answer.
   *
   * @param session of a tab; null for the browser itself
   * @param parameters names and values in turn
   */
  JsonNode send(@Nullable String session, String method, Object... parameters) {
    int id = ids.incrementAndGet();
    ObjectNode command = MAPPER.createObjectNode().put("id", id).put("method", method);
    if (session != null) {
      command.put("sessionId", session);
    }
    ObjectNode given = command.putObject("params");
    for (int i = 0; i < parameters.length; i += 2) {
      given.set(String.valueOf(parameters[i]), MAPPER.valueToTree(parameters[i + 1]));
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(id, answer);
    synchronized (socket) { // a WebSocket takes one text at a time
      socket.sendText(command.toString(), true).join();
    }
    try {
      JsonNode got = answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (got.has("error")) {
        throw new AssertionError(method + ": " + got.get("error"));
      }
      return got.path("result");
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("no answer to " + method, e);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    partial.append(text);
    from.request(1);
    if (last) {
      String message = partial.toString();
      partial.setLength(0);
      take(message);
    }
    return CompletableFuture.completedFuture(null);
  }

  private void take(String message) {
    try {
      JsonNode said = MAPPER.readTree(message);
      if (said.has("id")) {
        CompletableFuture<JsonNode> answer = asked.remove(said.get("id").asInt());
        if (answer != null) {
          answer.complete(said);
        }
        return;
      }
      Consumer<JsonNode> listener = listeners.get(said.path("sessionId").asText());
      if (listener != null) {
        listener.accept(said);
      }
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + message, e);
    }
  }

  @Override
  public void close() {
    socket.abort();
    http.close();
  }
}
