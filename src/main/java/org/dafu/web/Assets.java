package org.dafu.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files that pages load: all of them come with the program. */
final class Assets {
  static final String STYLES = "dafu.css";
  static final String ICON = "icon.svg";

  private static final String FOLDER = "assets/";

  private final Map<String, Asset> byName =
      Map.of(STYLES, load(STYLES, "text/css;charset=utf-8"), ICON, load(ICON, "image/svg+xml"));

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

  private static Asset load(String name, String mediaType) {
    try (InputStream in = Assets.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      byte[] content = in.readAllBytes();
      return new Asset(mediaType, content, "/assets/" + name + "?v=" + Body.fingerprint(content));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
