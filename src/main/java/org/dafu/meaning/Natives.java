package org.dafu.meaning;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * Unpacks ONNX Runtime's libraries once into a folder that stays. Left to itself it unpacks 28 MB
 * into the system's folder for temporary files at every start, and leaves them there whenever the
 * program is killed.
 */
final class Natives {
  /** Where ONNX Runtime looks for its libraries. */
  private static final String FOLDER_PROPERTY = "onnxruntime.native.path";

  private static final List<String> LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");

  private Natives() {}

  /**
   * Makes the libraries ready; to be called before ONNX Runtime is.
   *
   * @throws IOException if there are none for this machine, or they cannot be unpacked
   */
  static void unpack(Path folder) throws IOException {
    if (System.getProperty(FOLDER_PROPERTY) == null) {
      Files.createDirectories(folder);
      for (String library : LIBRARIES) {
        unpack(System.mapLibraryName(library), folder);
      }
      System.setProperty(FOLDER_PROPERTY, folder.toAbsolutePath().toString());
    }
  }

  private static void unpack(String name, Path folder) throws IOException {
    String resource = "/ai/onnxruntime/native/" + machine() + "/" + name;
    URL packed = Natives.class.getResource(resource);
    if (packed == null) {
      throw new FileNotFoundException("the embedding model does not run on " + machine());
    }
    Path unpacked = folder.resolve(name);
    long bytes = packed.openConnection().getContentLengthLong();
    if (Files.exists(unpacked) && Files.size(unpacked) == bytes) {
      return;
    }
    Path half = Files.createTempFile(folder, name, ".half");
    try (InputStream in = packed.openStream()) {
      Files.copy(in, half, StandardCopyOption.REPLACE_EXISTING);
      Files.move(half, unpacked, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /** For example linux-x64, as ONNX Runtime names its folders. */
  private static String machine() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String os = system.contains("win") ? "win" : system.contains("mac") ? "osx" : "linux";
    return os
        + "-"
        + (processor.equals("aarch64") || processor.equals("arm64") ? "aarch64" : "x64");
  }
}
