package org.dafu.read;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Bytes of which any stretch can be had without the others. */
public interface Bytes {
  /** How many there are. */
  long size() throws IOException;

  /**
   * A stretch of them.
   *
   * @throws IOException if they are no longer there or cannot be read
   */
  byte[] at(long from, int length) throws IOException;

  /** Those of a file, opened anew for each stretch. */
  static Bytes of(Path file) {
    return new Bytes() {
      @Override
      public long size() throws IOException {
        return Files.size(file);
      }

      @Override
      public byte[] at(long from, int length) throws IOException {
        ByteBuffer stretch = ByteBuffer.allocate(length);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
          channel.position(from);
          while (stretch.hasRemaining()) {
            if (channel.read(stretch) < 0) {
              throw new EOFException("the file has become shorter");
            }
          }
        }
        return stretch.array();
      }
    };
  }

  /** These bytes, held in memory. */
  static Bytes of(byte[] bytes) {
    return new Bytes() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public byte[] at(long from, int length) throws IOException {
        if (from < 0 || length < 0 || from > bytes.length - length) {
          throw new EOFException("nothing there");
        }
        return Arrays.copyOfRange(bytes, (int) from, (int) from + length);
      }
    };
  }
}
