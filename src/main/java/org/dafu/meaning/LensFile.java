package org.dafu.meaning;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.dafu.search.PassageKey;
import org.jspecify.annotations.Nullable;

/**
 * A lens on disk, with the places of all passages seen through it, which take longer to find than
 * to read: the model's name, the matrix, the crowd, the places, and a checksum of all. A file that
 * does not check, or is of another model, counts as none.
 */
final class LensFile {
  private static final byte[] MAGIC = "DAFULEN1".getBytes(StandardCharsets.US_ASCII);
  private static final int PLACE_BYTES = 2 * Float.BYTES;

  private final Path path;
  private final String model;
  private final int dimensions;

  /** Beside this file of vectors. */
  LensFile(Path vectors, String model, int dimensions) {
    this.path = vectors.resolveSibling(vectors.getFileName() + ".lens");
    this.model = model;
    this.dimensions = dimensions;
  }

  /** A lens, and the passages seen through it. */
  record Kept(Lens lens, Map<PassageKey, Lens.Place> places) {}

  /** Something else whenever the file is; null if there is none. */
  @Nullable Object version() throws IOException {
    return Files.exists(path) ? Files.getLastModifiedTime(path) : null;
  }

  /**
   * What the file holds.
   *
   * @throws IOException if it cannot be read
   */
  Optional<Kept> read() throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
    int content = bytes.limit() - Integer.BYTES;
    if (content < 0 || checksum(bytes.slice(0, content)) != bytes.getInt(content)) {
      return Optional.empty();
    }
    try {
      return read(bytes);
    } catch (BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private Optional<Kept> read(ByteBuffer bytes) {
    ByteBuffer head = head();
    if (!head.equals(bytes.slice(0, Math.min(head.limit(), bytes.limit())))) {
      return Optional.empty();
    }
    bytes.position(head.limit());
    float[] matrix = new float[bytes.getInt()];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = bytes.getFloat();
    }
    Map<PassageKey, Vector> crowd = new LinkedHashMap<>();
    for (int left = bytes.getInt(); left > 0; left--) {
      crowd.put(PassageKey.read(bytes), Vector.read(bytes, dimensions));
    }
    Map<PassageKey, Lens.Place> places = new HashMap<>();
    for (int left = bytes.getInt(); left > 0; left--) {
      places.put(PassageKey.read(bytes), new Lens.Place(bytes.getFloat(), bytes.getFloat()));
    }
    return Optional.of(new Kept(new Lens(matrix, crowd), places));
  }

  /**
   * Puts this in the file's place in one step.
   *
   * @throws NotKeptException if it cannot be written
   */
  void write(Lens lens, Map<PassageKey, Vector> placed) throws NotKeptException {
    Path made = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.write(made, bytes(lens, lens.isPlain() ? Map.of() : placed));
      Files.move(made, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new NotKeptException(e);
    }
  }

  private byte[] bytes(Lens lens, Map<PassageKey, Vector> placed) {
    float[] matrix = lens.matrix();
    int crowd = lens.crowd().size() * (PassageKey.BYTES + Float.BYTES + dimensions);
    int places = placed.size() * (PassageKey.BYTES + PLACE_BYTES);
    ByteBuffer head = head();
    int numbers = 4 * Integer.BYTES + matrix.length * Float.BYTES;
    ByteBuffer bytes = ByteBuffer.allocate(head.limit() + numbers + crowd + places);
    bytes.put(head).putInt(matrix.length);
    for (float each : matrix) {
      bytes.putFloat(each);
    }
    bytes.putInt(lens.crowd().size());
    lens.crowd()
        .forEach(
            (key, vector) -> {
              key.write(bytes);
              vector.write(bytes);
            });
    bytes.putInt(placed.size());
    placed.forEach(
        (key, vector) -> {
          key.write(bytes);
          bytes.putFloat(vector.place().scale()).putFloat(vector.place().crowding());
        });
    return bytes.putInt(checksum(bytes.slice(0, bytes.position()))).array();
  }

  private ByteBuffer head() {
    ByteBuffer name = ByteBuffer.wrap(model.getBytes(StandardCharsets.UTF_8));
    int length = MAGIC.length + 2 * Integer.BYTES;
    return ByteBuffer.allocate(length).put(MAGIC).putInt(checksum(name)).putInt(dimensions).flip();
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }
}
