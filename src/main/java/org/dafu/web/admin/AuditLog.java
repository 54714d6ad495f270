package org.dafu.web.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dafu.ingest.Durably;
import org.jspecify.annotations.Nullable;

/**
 * The log of changes: a JSON object a line in a file that nothing but this appends to. An entry is
 * on disk before its change is made. A line that a kill has cut off belongs to a change that was
 * not made, and is dropped with the next entry.
 */
public final class AuditLog {
  /** Longest line, in bytes: looked back so far for where the last one begins. */
  private static final int LONGEST_LINE = 1 << 20;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;
  private final UnaryOperator<String> mask;
  private final Clock clock;

  /**
   * The log in this file, which need not exist.
   *
   * @param mask hides personal numbers in a text
   */
  public AuditLog(Path file, UnaryOperator<String> mask, Clock clock) {
    this.file = file;
    this.mask = mask;
    this.clock = clock;
  }

  /**
   * A change that is about to be made.
   *
   * @param who name of the token
   * @param address that the request came from; null on the machine itself
   * @param requestId of the request; null if there is none
   * @param what one word
   * @param letter or whatever else is changed
   * @throws IOException if it is not on disk; the change is not to be made then
   */
  public synchronized void append(
      String who,
      @Nullable String address,
      @Nullable String requestId,
      String what,
      String letter,
      @Nullable String before,
      @Nullable String after)
      throws IOException {
    ObjectNode entry = MAPPER.createObjectNode();
    entry.put("time", Instant.now(clock).truncatedTo(ChronoUnit.MILLIS).toString());
    entry.put("who", who).put("address", address).put("requestId", requestId);
    entry.put("what", what).put("letter", mask.apply(letter));
    entry.put("before", before == null ? null : masked(before));
    entry.put("after", after == null ? null : masked(after));
    append(MAPPER.writeValueAsString(entry) + "\n");
  }

  /**
   * The latest changes, the latest first: no more than are wanted, nor than the last megabyte
   * holds.
   *
   * @return members as they were appended; empty if nothing was changed yet
   */
  public List<JsonNode> latest(int most) throws IOException {
    byte[] tail;
    boolean cut;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(size, LONGEST_LINE));
      cut = bytes.capacity() < size;
      while (bytes.hasRemaining()
          && channel.read(bytes, size - bytes.capacity() + bytes.position()) >= 0) {
        // a read may give less than asked for
      }
      tail = Arrays.copyOf(bytes.array(), bytes.position());
    } catch (NoSuchFileException e) {
      return List.of();
    }
    List<String> lines = new String(tail, StandardCharsets.UTF_8).lines().toList();
    List<JsonNode> latest = new ArrayList<>();
    for (int i = lines.size() - 1; i >= (cut ? 1 : 0) && latest.size() < most; i--) {
      parsed(lines.get(i)).ifPresent(latest::add);
    }
    return latest;
  }

  private static Optional<JsonNode> parsed(String line) {
    try {
      return Optional.of(MAPPER.readTree(line));
    } catch (JsonProcessingException e) { // cut off by a kill, or being written now
      return Optional.empty();
    }
  }

  /** A checksum is no number of a person. */
  private String masked(String value) {
    return value.matches("[0-9a-f]{64}") ? value : mask.apply(value);
  }

  private void append(String line) throws IOException {
    boolean isNew = !Files.exists(file);
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      long end = wholeLines(channel);
      channel.truncate(end);
      channel.position(end);
      ByteBuffer rest = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
      lock.release();
    }
    if (isNew) {
      Durably.sync(Durably.folderOf(file));
    }
  }

  /** Where the last whole line ends. */
  private static long wholeLines(FileChannel channel) throws IOException {
    long size = channel.size();
    int back = (int) Math.min(size, LONGEST_LINE);
    ByteBuffer tail = ByteBuffer.allocate(back);
    while (tail.hasRemaining() && channel.read(tail, size - back + tail.position()) >= 0) {
      // a read may give less than asked for
    }
    for (int i = tail.position() - 1; i >= 0; i--) {
      if (tail.get(i) == '\n') {
        return size - back + i + 1;
      }
    }
    return back < size ? size : 0;
  }
}
