package org.dafu.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.dafu.reply.ReplyId;
import org.dafu.reply.Sha256;
import org.dafu.web.admin.Token.Role;

/** A folder of letters served by the program itself, in a process of its own. */
public final class ServedFolder implements AutoCloseable {
  static final String READY = "Dafu 答复检索: ";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(100);

  final Path letters;
  final Path data;
  final String admin;
  final String reader;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> options;
  private Process process;
  private String address;

  private ServedFolder(Path folder, List<String> options) throws IOException {
    this.letters = Files.createDirectories(folder.resolve("letters"));
    this.data = Files.createDirectories(folder.resolve("data"));
    this.options = options;
    this.admin = Token.newSecret();
    this.reader = Token.newSecret();
    Tokens.write(
        data.resolve("tokens"),
        List.of(Token.of("林", Role.ADMIN, "", admin), Token.of("reader", Role.READ, "", reader)));
    this.process = launch(data.resolveSibling("err.txt"), letters.toString());
    this.address = address(process);
  }

  /** Serves {@code folder/letters} with {@code folder/data}; both are made if absent. */
  public static ServedFolder start(Path folder, String... options) throws IOException {
    return new ServedFolder(folder, List.of(options));
  }

  void start() throws IOException {
    process = launch(data.resolveSibling("err.txt"), letters.toString());
    address = address(process);
  }

  private String address(Process started) throws IOException {
    String line = started.inputReader(StandardCharsets.UTF_8).readLine();
    assertTrue(line != null && line.startsWith(READY), () -> "ended: " + log());
    return line.substring(READY.length()).strip();
  }

  private Process launch(Path err, String corpus) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-Ddafu.home=" + Path.of("").toAbsolutePath(),
            "-Dfile.encoding=UTF-8",
            "-Dsun.jnu.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            "org.dafu.app.Main",
            "serve",
            "--port",
            "0",
            "--data",
            data.toString()));
    command.addAll(options);
    if (!options.contains("--read-only")) {
      command.add(corpus);
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  /** The id of the letter whose file holds this text. */
  static String id(String text) {
    return ReplyId.ofSha256(Sha256.of(text)).value();
  }

  /** Brings the index up to date with the letters, and waits for it. */
  void sync() {
    assertEquals("done", admin(200, "POST", "/admin/sync", "").get("state").asText());
  }

  /** What it told on stderr. */
  String log() {
    try {
      return Files.readString(data.resolveSibling("err.txt"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** An answer; the token goes into the header unless it is empty. */
  HttpResponse<String> ask(
      String method, String path, byte[] body, String token, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + "api/v1" + path))
            .timeout(LONG)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return answer(request.build());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("no answer to " + method + " " + path, e);
    }
  }

  /**
   * Who is refused before the body is read may find the connection closed at the next request, and
   * asks once more (RFC 9112, 9.3.1).
   */
  private HttpResponse<String> answer(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException closed) {
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
  }

  /** The answer to one who has the role admin. */
  HttpResponse<String> admin(String method, String path, String body) {
    return ask(method, path, body.getBytes(StandardCharsets.UTF_8), admin);
  }

  /** The JSON of such an answer, with this status. */
  JsonNode admin(int status, String method, String path, String body) {
    HttpResponse<String> response = admin(method, path, body);
    if (response.statusCode() == 202 && path.equals("/admin/sync")) {
      return synced();
    }
    assertEquals(status, response.statusCode(), response.body());
    return parse(response.body());
  }

  /** How a sync ended that went on behind its answer, as on a slow machine. */
  private JsonNode synced() {
    long end = System.nanoTime() + LONG.toNanos();
    JsonNode state = parse(admin("GET", "/admin/sync", "").body());
    while (Set.of("running", "waiting").contains(state.get("state").asText())) {
      assertTrue(System.nanoTime() < end, () -> "no end of a sync: " + log());
      LockSupport.parkNanos(PAUSE.toNanos());
      state = parse(admin("GET", "/admin/sync", "").body());
    }
    return state;
  }

  /** The status of an answer to the public. */
  int status(String path) {
    return get(path).statusCode();
  }

  HttpResponse<String> get(String path) {
    return ask("GET", path, new byte[0], "");
  }

  /** The JSON of an answer to the public. */
  JsonNode json(String path) {
    HttpResponse<String> response = get(path);
    assertEquals(200, response.statusCode(), response.body());
    return parse(response.body());
  }

  /** The address of the start page. */
  public String address() {
    return address;
  }

  static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }

  Path letter(String name, String text) throws IOException {
    Path file = letters.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** A letter written for these tests; people and figures are invented. */
  static String text(String city, String number, String ask) {
    return """
    %1$s民政局
    关于市政协八届三次会议第%2$s号提案的答复
    王某某委员：
    您提出的《关于%3$s的提案》收悉，现答复如下：
    一、已经做的工作
    今年以来，我局会同有关部门推进%3$s，投入资金56万元。
    二、下一步打算
    我们将继续推进%3$s，不断提高服务水平。
    感谢您对我们工作的关心和支持！
    %1$s民政局
    2021年6月18日
    """
        .replace("%1$s", city)
        .replace("%2$s", number)
        .replace("%3$s", ask);
  }

  /** Stops it as an operator does. */
  void stop() {
    process.destroy();
    try {
      assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it did not stop");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Ends it at once. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
    http.close();
  }
}
