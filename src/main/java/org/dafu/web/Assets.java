package org.dafu.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that pages load: all of them come with the program. */
final class Assets {
  static final String ICON = "icon.svg";

  /** Loaded by the operator's pages. */
  static final String OPERATOR = "operator.js";

  /** Loaded by every page, in this order. */
  private static final List<String> STYLES = List.of("dafu.css", "tools.css");

  /** Loaded by every page, in this order. */
  private static final List<String> SCRIPTS =
      List.of("dafu.js", "suggest.js", "letter.js", "collect.js");

  /** Loaded by the pages that name them. */
  private static final List<String> OTHERS = List.of(ICON, OPERATOR);

  private static final String FOLDER = "assets/";

  private final Map<String, Asset> byName =
      Stream.of(STYLES, SCRIPTS, OTHERS)
          .flatMap(List::stream)
          .collect(Collectors.toMap(name -> name, Assets::load));

  /**
   * A file.
   *
   * @param url changes with the content, so that browsers may keep it
   */
  @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
  record Asset(String mediaType, byte[] content, String url) {}

  /** The file of this name; null if there is none. */
  @Nullable Asset find(String name) {
    return byName.get(name);
  }

  /** Where a page finds this file. */
  String url(String name) {
    Asset asset = byName.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("no such asset: " + name);
    }
    return asset.url();
  }

  /** The style sheets of every page. */
  List<String> styleUrls() {
    return STYLES.stream().map(this::url).toList();
  }

  /** The scripts of every page. */
  List<String> scriptUrls() {
    return SCRIPTS.stream().map(this::url).toList();
  }

  private static String mediaType(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css;charset=utf-8";
      case "js" -> "text/javascript;charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException("no media type for " + name);
    };
  }

  private static Asset load(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      byte[] content = in.readAllBytes();
      return new Asset(
          mediaType(name), content, "/assets/" + name + "?v=" + Body.fingerprint(content));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
