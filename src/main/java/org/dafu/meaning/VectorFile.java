package org.dafu.meaning;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.dafu.search.PassageKey;

/**
 * Vectors on disk: a head that names the model, then records of one length, each with its checksum,
 * added at the end. What does not check, as after a kill in the middle of a write, ends the file:
 * it is cut back to there, and what was behind is made again. A file of another model is begun
 * anew.
 */
final class VectorFile implements Closeable {
  private static final byte[] MAGIC = "DAFUVEC1".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD_BYTES = MAGIC.length + 2 * Integer.BYTES;
  private static final int BATCH = 512;

  /** Far behind all records, so that those who only read are not kept out anywhere. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final Path path;
  private final String model;
  private final int dimensions;
  private FileChannel channel;
  private boolean closed;

  /** Where the next record goes; behind it may stand the beginning of one that failed. */
  private long end;

  private VectorFile(Path path, String model, int dimensions, FileChannel channel) {
    this.path = path;
    this.model = model;
    this.dimensions = dimensions;
    this.channel = channel;
  }

  /** A file and what it held. */
  record Opened(VectorFile file, Map<PassageKey, Vector> vectors) {}

  /**
   * Opens the file to add to it, and makes it if there is none.
   *
   * @throws IOException if it cannot be read or written, or another process adds to it
   */
  static Opened open(Path path, String model, int dimensions) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return open(path, model, dimensions, locked(path));
  }

  /** The same by this channel, which is closed with it, or if it cannot be read or written. */
  static Opened open(Path path, String model, int dimensions, FileChannel channel)
      throws IOException {
    VectorFile file = new VectorFile(path, model, dimensions, channel);
    boolean opened = false;
    try {
      Map<PassageKey, Vector> vectors = new LinkedHashMap<>();
      long good = file.read(file.channel, vectors);
      file.channel.truncate(good);
      file.channel.position(good);
      if (good == 0) {
        write(file.channel, file.head());
      }
      file.end = file.channel.position();
      opened = true;
      return new Opened(file, vectors);
    } finally {
      if (!opened) {
        file.close();
      }
    }
  }

  /** What is held by a file that another process may be adding to; nothing if there is none. */
  static Map<PassageKey, Vector> look(Path path, String model, int dimensions) throws IOException {
    Map<PassageKey, Vector> vectors = new LinkedHashMap<>();
    if (Files.exists(path)) {
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
        new VectorFile(path, model, dimensions, channel).read(channel, vectors);
      }
    }
    return vectors;
  }

  private static FileChannel locked(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      locked = channel.tryLock(LOCKED_BYTE, 1, false) != null;
      if (!locked) {
        throw new IOException("in use by another process: " + path);
      }
      return channel;
    } catch (OverlappingFileLockException e) {
      throw new IOException("in use by this process: " + path, e);
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  /** Reads what checks, and says where it ends. */
  private long read(FileChannel from, Map<PassageKey, Vector> into) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
    fill(from, head);
    if (!head.equals(head())) {
      return 0;
    }
    long good = HEAD_BYTES;
    ByteBuffer batch = ByteBuffer.allocate(BATCH * recordBytes());
    do {
      fill(from, batch.clear());
      while (batch.remaining() >= recordBytes()) {
        if (!checks(batch)) {
          return good;
        }
        into.put(PassageKey.read(batch), Vector.read(batch, dimensions));
        batch.getInt();
        good += recordBytes();
      }
    } while (batch.limit() == batch.capacity());
    return good;
  }

  private static void fill(FileChannel from, ByteBuffer buffer) throws IOException {
    int read = 0;
    while (read >= 0 && buffer.hasRemaining()) {
      read = from.read(buffer);
    }
    buffer.flip();
  }

  private boolean checks(ByteBuffer records) {
    int content = recordBytes() - Integer.BYTES;
    int at = records.position();
    return checksum(records.slice(at, content)) == records.getInt(at + content);
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }

  private int recordBytes() {
    return PassageKey.BYTES + Float.BYTES + dimensions + Integer.BYTES;
  }

  private ByteBuffer head() {
    int named = checksum(ByteBuffer.wrap(model.getBytes(StandardCharsets.UTF_8)));
    return ByteBuffer.allocate(HEAD_BYTES).put(MAGIC).putInt(named).putInt(dimensions).flip();
  }

  private ByteBuffer record(PassageKey key, Vector vector) {
    ByteBuffer bytes = ByteBuffer.allocate(recordBytes());
    key.write(bytes);
    vector.write(bytes);
    return bytes.putInt(checksum(bytes.slice(0, bytes.position()))).flip();
  }

  private static void write(FileChannel to, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  /**
   * Adds a vector; safe from a kill of the process at once, from a loss of power later.
   *
   * @throws IOException if it cannot be written; then the file ends where it did
   */
  void add(PassageKey key, Vector vector) throws IOException {
    if (!channel.isOpen() && !closed) { // when the file could not be replaced
      channel = locked(path);
    }
    boolean written = false;
    try {
      write(channel.position(end), record(key, vector));
      end = channel.position();
      written = true;
    } finally {
      if (!written && channel.isOpen()) {
        channel.truncate(end);
      }
    }
  }

  /** Replaces all that is held by this: a new file takes the old one's place in one step. */
  void replace(Map<PassageKey, Vector> vectors) throws IOException {
    Path made = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(made);
    FileChannel next = locked(made);
    boolean replaced = false;
    try {
      write(next, head());
      for (Map.Entry<PassageKey, Vector> each : vectors.entrySet()) {
        write(next, record(each.getKey(), each.getValue()));
      }
      next.force(true);
      long length = next.position();
      channel.close(); // some systems replace no open file
      Files.move(made, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      channel = next;
      end = length;
      replaced = true;
    } finally {
      if (!replaced) {
        next.close();
        Files.deleteIfExists(made);
      }
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    channel.close();
  }
}
