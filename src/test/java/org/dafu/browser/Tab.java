package org.dafu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** A page in the browser, used by hand: what is clicked and typed goes through the browser. */
final class Tab implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static final Duration LIMIT = Duration.ofSeconds(15);

  private static final long REST_NANOS = Duration.ofMillis(15).toNanos();

  private final DevTools devTools;
  private final String session;
  private final String target;
  private final String address;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Tab(DevTools devTools, String session, String target, String address) {
    this.devTools = devTools;
    this.session = session;
    this.target = target;
    this.address = address;
    devTools.listen(session, this::hear);
    send("Page.enable");
    send("Runtime.enable");
    send("Log.enable");
    wide();
  }

  private void hear(JsonNode event) {
    String method = event.path("method").asText();
    boolean failed =
        method.equals("Runtime.exceptionThrown")
            || (method.equals("Log.entryAdded")
                && event.at("/params/entry/level").asText().equals("error"));
    if (failed) {
      complaints.add(event.path("params").toString());
    }
  }

  private JsonNode send(String method, Object... parameters) {
    return devTools.send(session, method, parameters);
  }

  static void rest() {
    LockSupport.parkNanos(REST_NANOS);
  }

  Tab wide() {
    return size(1366, 900);
  }

  Tab narrow() {
    return size(390, 844);
  }

  Tab size(int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        "width",
        width,
        "height",
        height,
        "deviceScaleFactor",
        1,
        "mobile",
        false);
    return this;
  }

  /** As if the user had asked for it: {@code prefers-color-scheme dark} and so on, in turn. */
  Tab media(String... namesAndValues) {
    List<Map<String, String>> features = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      features.add(Map.of("name", namesAndValues[i], "value", namesAndValues[i + 1]));
    }
    send("Emulation.setEmulatedMedia", "features", features);
    return this;
  }

  Tab withoutScript() {
    send("Emulation.setScriptExecutionDisabled", "value", true);
    return this;
  }

  /** Goes to a path of the service and waits until the page is there. */
  Tab open(String path) {
    JsonNode gone = send("Page.navigate", "url", address + path.substring(1));
    assertEquals("", gone.path("errorText").asText());
    until("document.readyState === 'complete'");
    return this;
  }

  /** The value of an expression in the page. */
  JsonNode evaluate(String expression) {
    JsonNode answer =
        send(
            "Runtime.evaluate",
            "expression",
            expression,
            "returnByValue",
            true,
            "awaitPromise",
            true);
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.at("/result/value");
  }

  /** Text as people see it; of the first element that the selector finds. */
  String text(String selector) {
    until("document.querySelector(" + quoted(selector) + ")");
    return evaluate("document.querySelector(" + quoted(selector) + ").innerText.trim()").asText();
  }

  /** How many elements are there to be seen. */
  int count(String selector) {
    return evaluate(
            "[...document.querySelectorAll("
                + quoted(selector)
                + ")].filter(e => e.checkVisibility()).length")
        .asInt();
  }

  /** The path with its query, decoded. */
  String path() {
    return evaluate("decodeURIComponent(location.pathname + location.search)").asText();
  }

  /** Waits until the expression is true. */
  void until(String expression) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < end) {
      try {
        if (evaluate("!!(" + expression + ")").asBoolean()) {
          return;
        }
      } catch (AssertionError e) { // between two pages there is none to ask
        if (System.nanoTime() + REST_NANOS > end) {
          throw e;
        }
      }
      rest();
    }
    throw new AssertionError("never true: " + expression + " at " + path() + complaints);
  }

  /** Clicks in the middle of an element that can be seen, once it stands still. */
  void click(String selector) {
    String found = "document.querySelector(" + quoted(selector) + ")";
    until("document.readyState === 'complete' && " + found + "?.checkVisibility()");
    String middle =
        "(e => { e.scrollIntoView({block: 'center', behavior: 'instant'});"
            + " const r = e.getClientRects()[0];"
            + " return [r.x + r.width / 2, r.y + r.height / 2]; })("
            + found
            + ")";
    JsonNode at = evaluate(middle);
    rest();
    for (JsonNode now = evaluate(middle); !now.equals(at); now = evaluate(middle)) {
      at = now; // a page that scrolls, or whose results are put in another's place
      rest();
    }
    for (String type : List.of("mousePressed", "mouseReleased")) {
      mouse(type, at.get(0).asDouble(), at.get(1).asDouble());
    }
  }

  /** Presses at one place of an element, moves to another and lets go. */
  void drag(String from, String to) {
    JsonNode start = middle(from);
    JsonNode end = middle(to);
    mouse("mousePressed", start.get(0).asDouble(), start.get(1).asDouble());
    mouse("mouseMoved", end.get(0).asDouble(), end.get(1).asDouble());
    mouse("mouseReleased", end.get(0).asDouble(), end.get(1).asDouble());
  }

  /** The same by small steps, as a hand does, so that what can be dragged is picked up. */
  void carry(String from, String to) {
    middle(from);
    JsonNode end = middle(to);
    JsonNode start =
        evaluate(
            "(r => [r.x + r.width / 2, r.y + r.height / 2])(document.querySelector("
                + quoted(from)
                + ").getBoundingClientRect())");
    double x = start.get(0).asDouble();
    double y = start.get(1).asDouble();
    mouse("mousePressed", x, y);
    for (int step = 1; step <= 8; step++) {
      mouse(
          "mouseMoved",
          x + (end.get(0).asDouble() - x) * step / 8,
          y + (end.get(1).asDouble() - y) * step / 8);
      rest();
    }
    mouse("mouseReleased", end.get(0).asDouble(), end.get(1).asDouble());
  }

  private JsonNode middle(String selector) {
    return evaluate(
        "(e => { e.scrollIntoView({block: 'center', behavior: 'instant'});"
            + " const r = e.getBoundingClientRect();"
            + " return [r.x + r.width / 2, r.y + r.height / 2]; })(document.querySelector("
            + quoted(selector)
            + "))");
  }

  private void mouse(String type, double x, double y) {
    send(
        "Input.dispatchMouseEvent",
        "type",
        type,
        "x",
        x,
        "y",
        y,
        "button",
        "left",
        "buttons",
        type.equals("mouseReleased") ? 0 : 1,
        "clickCount",
        1);
  }

  /** Types into what has the focus. */
  void type(String text) {
    send("Input.insertText", "text", text);
  }

  /** Presses a key by its name: Enter, Tab, ArrowDown, n. */
  void press(String key) {
    press(key, 0);
  }

  /** The same with Shift. */
  void shiftPress(String key) {
    press(key, 8);
  }

  private void press(String key, int modifiers) {
    String text = key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
    int code =
        switch (key) {
          case "Enter" -> 13;
          case "Tab" -> 9;
          case "Escape" -> 27;
          case "ArrowDown" -> 40;
          case "ArrowUp" -> 38;
          case "ArrowRight" -> 39;
          case "ArrowLeft" -> 37;
          default -> key.toUpperCase(Locale.ROOT).charAt(0);
        };
    send(
        "Input.dispatchKeyEvent",
        "type",
        "keyDown",
        "key",
        key,
        "windowsVirtualKeyCode",
        code,
        "modifiers",
        modifiers,
        "text",
        text);
    send("Input.dispatchKeyEvent", "type", "keyUp", "key", key, "windowsVirtualKeyCode", code);
  }

  void back() {
    evaluate("history.back()");
  }

  /** Keeps how the whole page looks. */
  void screenshot(String name) {
    JsonNode shot = send("Page.captureScreenshot", "format", "png", "captureBeyondViewport", true);
    keep(name + ".png", Base64.getDecoder().decode(shot.get("data").asText()));
  }

  /** Keeps what the window shows. */
  void viewport(String name) {
    JsonNode shot = send("Page.captureScreenshot", "format", "png");
    keep(name + ".png", Base64.getDecoder().decode(shot.get("data").asText()));
  }

  /** Keeps the page as it would be printed. */
  void print(String name) {
    JsonNode printed = send("Page.printToPDF", "preferCSSPageSize", true, "printBackground", true);
    keep(name + ".pdf", Base64.getDecoder().decode(printed.get("data").asText()));
  }

  /** As if it were on paper, or no more. */
  void onPaper(boolean paper) {
    send("Emulation.setEmulatedMedia", "media", paper ? "print" : "");
  }

  private static void keep(String name, byte[] content) {
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What axe-core finds against WCAG 2.2 AA and good practice: empty if nothing. */
  List<String> axe() {
    return axe("{resultTypes: ['violations']}");
  }

  /** The same of contrast alone, for where nothing else changes. */
  List<String> axeOfContrast() {
    return axe("{resultTypes: ['violations'], runOnly: ['color-contrast']}");
  }

  private List<String> axe(String options) {
    if (!evaluate("!!window.axe").asBoolean()) {
      evaluate(Axe.SCRIPT);
    }
    JsonNode found =
        evaluate(
            "axe.run(document, "
                + options
                + ").then(r => r.violations.map("
                + "v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 4).map("
                + "n => n.html.slice(0, 200) + ' ' + n.failureSummary).join(' | ')))");
    List<String> violations = new ArrayList<>();
    found.forEach(each -> violations.add(each.asText()));
    return violations;
  }

  /** The pixels by which the page is wider than its window. */
  int overflow() {
    return evaluate("document.documentElement.scrollWidth - innerWidth").asInt();
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** Forgives what the browser says of an answer that is meant to be an error. */
  void forgive(String part) {
    complaints.removeIf(each -> each.contains(part));
  }

  /** Closes the tab, which must not have complained: no error of script, nothing refused. */
  @Override
  public void close() {
    devTools.send(null, "Target.closeTarget", "targetId", target);
    assertEquals(List.of(), complaints);
  }

  /** The rules of axe-core. */
  private static final class Axe {
    static final String SCRIPT = script();

    private static String script() {
      try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
        if (in == null) {
          throw new IllegalStateException("axe-core is missing from the tests' class path");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8) + ";0";
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
