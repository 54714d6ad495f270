package org.dafu.app;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
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
import java.util.concurrent.TimeUnit;

/** The program serving a folder, as a process of its own, with a token that opens everything. */
final class Running implements AutoCloseable {
  static final String TOKEN = "a-token-that-nobody-guesses";
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Process process;
  private final BufferedReader out;
  private final Path told;
  private final String address;
  private volatile boolean stopping;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();

  private Running(Process process, BufferedReader out, Path told, String address) {
    this.process = process;
    this.out = out;
    this.told = told;
    this.address = address;
  }

  /**
   * Starts it, and waits until it is ready.
   *
   * @param told a file for its log
   * @param java what is said to Java before the class path, in place of a small heap and few
   *     optimisations; may be empty
   * @param more options of {@code serve}
   */
  static Running start(DataFolder folder, Path told, List<String> java, String... more)
      throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("serve", folder.folders().getFirst().toString(), "--port", "0"));
    arguments.addAll(List.of("--data", folder.data().toString()));
    arguments.addAll(List.of("--config", folder.config().toString()));
    arguments.addAll(List.of(more));
    ProcessBuilder builder = Killed.builder(arguments).redirectError(told.toFile());
    if (!java.isEmpty()) {
      builder.command().removeIf(each -> each.startsWith("-X"));
      builder.command().addAll(1, java);
    }
    builder.environment().put("DAFU_ADMIN_TOKEN", TOKEN);
    Process process = builder.start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    if (line == null) {
      throw new IOException("it does not serve: " + Files.readString(told));
    }
    String address = line.substring(line.indexOf("http"), line.length() - 1);
    return new Running(process, out, told, address);
  }

  /** A request that everybody may make; the path begins with a slash. */
  HttpRequest.Builder request(String pathAndQuery) {
    return HttpRequest.newBuilder(URI.create(address + pathAndQuery)).timeout(LIMIT);
  }

  /** The same with the token. */
  HttpRequest.Builder allowed(String pathAndQuery) {
    return request(pathAndQuery).header("Authorization", "Bearer " + TOKEN);
  }

  HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String pathAndQuery) throws IOException, InterruptedException {
    return ask(request(pathAndQuery));
  }

  /** A change; the path is that behind {@code /api/v1/admin/}. */
  HttpResponse<String> change(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.BodyPublisher sent = HttpRequest.BodyPublishers.ofString(body);
    return ask(allowed("/api/v1/admin/" + path).method(method, sent));
  }

  /** A connection of its own. */
  Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), URI.create(address).getPort());
  }

  /** What it answers to these bytes, a character for each byte; empty if it only closes. */
  String raw(byte[] request, int waitMillis) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = connect()) {
      socket.setSoTimeout(waitMillis);
      send(socket, request);
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0 && answer.size() < 100_000; ) {
        answer.write(buffer, 0, read);
        read = in.read(buffer);
      }
      return answer.toString(StandardCharsets.ISO_8859_1);
    } catch (SocketTimeoutException | SocketException e) { // it waits for more, or has closed
      return answer.toString(StandardCharsets.ISO_8859_1);
    }
  }

  /** Sends, and says whether it was let finish. */
  private static boolean send(Socket socket, byte[] request) throws IOException {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(request);
      out.flush();
      socket.shutdownOutput();
      return true;
    } catch (SocketException e) { // it has heard enough, and may have answered
      return false;
    }
  }

  /** All that it has logged. */
  String told() throws IOException {
    return Files.readString(told, StandardCharsets.UTF_8);
  }

  /** Kilobytes of memory that the system has given it. */
  long residentKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /**
   * SIGTERM.
   *
   * @return milliseconds until it had ended; -1 if it did not in half a minute
   */
  long stop() throws InterruptedException {
    long asked = System.nanoTime();
    stopping = true;
    process.destroy();
    boolean ended = process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    return ended ? TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked) : -1;
  }

  /** Whether it was told to end. */
  boolean isStopping() {
    return stopping;
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    out.close();
    http.shutdownNow();
  }
}
