package org.dafu.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipArchiveTest {
  private static final int LARGE_END = 56;
  private static final int LOCATOR = 20;
  private static final int END = 22;

  /** An archive of nothing in the large form, its numbers as told. */
  private static byte[] large(long count, long length, long offset, long end) {
    return ByteBuffer.allocate(LARGE_END + LOCATOR + END)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0, 0x06064b50)
        .putLong(32, count)
        .putLong(40, length)
        .putLong(48, offset)
        .putInt(LARGE_END, 0x07064b50)
        .putLong(LARGE_END + 8, end)
        .putInt(LARGE_END + LOCATOR, 0x06054b50)
        .array();
  }

  private static ZipReading open(byte[] bytes) throws IOException {
    return ZipArchive.open(Bytes.of(bytes));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 77, -1, Long.MAX_VALUE, Long.MIN_VALUE})
  void open_largeForm_isFoundWhereverItIsToldToBe(long end) throws IOException {
    ZipArchive archive = assertInstanceOf(ZipArchive.class, open(large(0, 0, 0, end)));
    assertEquals(0, archive.entries().size());
  }

  @ParameterizedTest
  @ValueSource(longs = {20_001, 1L << 40, -1, Long.MIN_VALUE})
  void open_largeFormOfTooManyEntries_isRefused(long count) throws IOException {
    Unreadable why = assertInstanceOf(Unreadable.class, open(large(count, 0, 0, 0)));
    assertEquals("too-large", why.code());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1L << 33, -1, Long.MAX_VALUE, Long.MIN_VALUE})
  void open_largeFormWithoutItsDirectory_isDamaged(long length) throws IOException {
    assertEquals(
        "damaged", assertInstanceOf(Unreadable.class, open(large(1, length, 0, 0))).code());
    assertEquals(
        "damaged", assertInstanceOf(Unreadable.class, open(large(1, 0, length, 0))).code());
  }

  @Test
  void open_endCutAnywhere_isDamaged() throws IOException {
    byte[] whole = large(0, 0, 0, 0);
    for (int length = 0; length < whole.length; length++) {
      ZipReading reading = open(Arrays.copyOf(whole, length));
      assertEquals("damaged", assertInstanceOf(Unreadable.class, reading).code());
    }
  }
}
