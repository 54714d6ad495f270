package org.dafu.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says to type is typed, and where it links to is there. */
class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

  @TempDir private Path data;

  private static String readme() throws IOException {
    return Files.readString(Launched.project().resolve("README.md"));
  }

  private static List<String> commands(String beginning) throws IOException {
    List<String> commands = new ArrayList<>();
    Matcher block = BLOCK.matcher(readme());
    while (block.find()) {
      block.group(1).lines().filter(line -> line.startsWith(beginning)).forEach(commands::add);
    }
    assertFalse(commands.isEmpty(), beginning);
    return commands;
  }

  private String[] arguments(String command, String... more) {
    List<String> arguments = new ArrayList<>(Arrays.asList(command.split(" ", -1)));
    arguments.removeFirst();
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--data", data.toString()));
    return arguments.toArray(String[]::new);
  }

  @Test
  void links_leadSomewhere() throws IOException {
    Matcher link = LINK.matcher(readme());
    int links = 0;
    while (link.find()) {
      links++;
      assertTrue(Files.exists(Launched.project().resolve(link.group(1))), link.group(1));
    }
    assertTrue(links > 10);
  }

  @Test
  void testCommand_isTheOneThatCiRuns() throws IOException {
    String ci = Files.readString(Launched.project().resolve(".ci/run"));
    assertEquals(List.of("mvn verify"), commands("mvn"));
    assertTrue(ci.lines().anyMatch(line -> line.matches("mvn -B .*verify .*")), ci);
  }

  @Test
  void serveCommands_serveAndTheRequestsAreAnswered() throws IOException {
    for (String command : commands("./dafu serve")) {
      Process server =
          Launched.in(Launched.project())
              .builder(Launched.launcher(), arguments(command, "--port", "0"))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try {
        String address = addressOf(server);
        assertTrue(get(address, "/").contains("答复检索"), command);
        if (command.equals("./dafu serve")) {
          requestsAreAnswered(address);
        }
      } finally {
        server.destroy();
        server.onExit().join();
      }
    }
  }

  private static void requestsAreAnswered(String address) throws IOException {
    for (String command : commands("curl")) {
      String path =
          URI.create(command.substring("curl '".length(), command.length() - 1)).toString();
      JsonNode answer =
          new ObjectMapper().readTree(get(address, path.substring(path.indexOf("/api"))));
      assertTrue(answer.path("total").asInt(1) > 0, command);
    }
  }

  @Test
  void otherCommands_doTheirWork() throws IOException {
    Launched index = Launched.in(Launched.project()).run(arguments("./dafu index sample-corpus"));
    assertEquals(0, index.status(), index.toString());
    for (String beginning :
        List.of("./dafu index", "./dafu inspect", "./dafu search", "./dafu check")) {
      for (String command : commands(beginning)) {
        Launched launched = Launched.in(Launched.project()).run(arguments(command));
        assertEquals(0, launched.status(), command + launched);
        assertFalse(launched.out().isBlank(), command);
      }
    }
  }

  private static String addressOf(Process server) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    Matcher address = ADDRESS.matcher(line == null ? "" : line);
    assertTrue(address.find(), "printed " + line);
    return address.group();
  }

  private static String get(String address, String path) throws IOException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address).resolve(path)).build();
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      assertEquals(200, response.statusCode(), path);
      return response.body();
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
  }
}
