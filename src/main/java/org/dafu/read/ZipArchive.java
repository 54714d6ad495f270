package org.dafu.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a ZIP archive; its entries are unpacked one at a time and never beyond the size
 * that the directory promised.
 *
 * <p>Why not {@code java.util.zip}: it takes names for UTF-8 or for one other encoding, where
 * Chinese archives mix UTF-8 and GBK; it reads archives within archives only as streams, which
 * trust an entry's own header; and bounds have to be known before anything is unpacked. Layout:
 * PKWARE APPNOTE 6.3.10.
 */
public final class ZipArchive implements ZipReading {
  /** An archive of letters has fewer entries. */
  static final int MOST_ENTRIES = 20_000;

  /** All entries together unpack to no more. */
  static final long MOST_UNPACKED_BYTES = 1L << 30;

  /** One entry unpacks to no more, as no file may be larger. */
  private static final long LARGEST_ENTRY_BYTES = 200L << 20;

  /**
   * Text packs to a tenth, a page full of repetition to a fiftieth; what packs better is a bomb.
   */
  private static final int BOMB_RATIO = 200;

  /** Below this no ratio does harm. */
  private static final long HARMLESS_BYTES = 4L << 20;

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int END_BYTES = 22;
  private static final int ENTRY_BYTES = 46;
  private static final int LOCAL_BYTES = 30;
  private static final int LONGEST_COMMENT = 0xFFFF;

  /** The large form, ZIP64, tells sizes in eight bytes where the usual four are all ones. */
  private static final int LARGE_LOCATOR_SIGNATURE = 0x07064b50;

  private static final int LARGE_LOCATOR_BYTES = 20;
  private static final int LARGE_END_SIGNATURE = 0x06064b50;
  private static final int LARGE_END_BYTES = 56;
  private static final int LARGE_EXTRA = 1;
  private static final long TOLD_ELSEWHERE = 0xFFFFFFFFL;

  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private final Bytes bytes;
  private final List<Entry> entries;

  private ZipArchive(Bytes bytes, List<Entry> entries) {
    this.bytes = bytes;
    this.entries = List.copyOf(entries);
  }

  /**
   * An entry of the directory.
   *
   * @param name with {@code /}, as printed in the archive, decoded
   * @param packedBytes how many it takes in the archive
   * @param unpackedBytes how many it promises to be
   * @param refusal why it must not be unpacked, one sentence; null if it may
   */
  public record Entry(
      String name,
      long packedBytes,
      long unpackedBytes,
      @Nullable String refusal,
      int method,
      int crc32,
      long localHeader) {}

  /** Whether bytes that begin so may be an archive. */
  public static boolean looksLikeOne(byte[] head) {
    return head.length >= 4
        && head[0] == 'P'
        && head[1] == 'K'
        && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));
  }

  /**
   * The archive, or why it is not to be opened: damaged, or a bomb.
   *
   * @throws IOException if the bytes cannot be read
   */
  public static ZipReading open(Bytes bytes) throws IOException {
    long size = bytes.size();
    int tail = (int) Math.min(size, END_BYTES + LONGEST_COMMENT);
    ByteBuffer buffer = littleEndian(bytes.at(size - tail, tail));
    int end = tail - END_BYTES;
    while (end >= 0 && buffer.getInt(end) != END_SIGNATURE) {
      end--;
    }
    if (end < 0) {
      return damaged("没有目录，多半没有传完整");
    }
    Directory directory = directory(bytes, buffer, end, size - tail);
    if (directory.count() > MOST_ENTRIES) {
      return bomb("里面的文件超过 " + MOST_ENTRIES + " 个");
    }
    long start = directory.end() - directory.length();
    boolean within = directory.length() >= 0 && directory.length() <= size;
    if (!within || directory.offset() < 0 || directory.offset() > start) {
      return damaged("目录位置不对");
    }
    ByteBuffer listing = littleEndian(bytes.at(start, (int) directory.length()));
    return list(bytes, listing, (int) directory.count(), start - directory.offset());
  }

  /**
   * Where the list of entries stands.
   *
   * @param end where what follows the list begins
   * @param offset of the list, as counted by the archive
   */
  private record Directory(long count, long length, long offset, long end) {}

  /**
   * @param tail the last bytes of the archive
   * @param end where in them the end of the directory is told
   * @param before how many bytes stand before the tail
   */
  private static Directory directory(Bytes bytes, ByteBuffer tail, int end, long before)
      throws IOException {
    int locator = end - LARGE_LOCATOR_BYTES;
    if (locator >= 0 && tail.getInt(locator) == LARGE_LOCATOR_SIGNATURE) {
      long told = tail.getLong(locator + 8);
      for (long at : new long[] {told, before + locator - LARGE_END_BYTES}) {
        if (at >= 0 && at <= before + locator - LARGE_END_BYTES) {
          ByteBuffer large = littleEndian(bytes.at(at, LARGE_END_BYTES));
          if (large.getInt(0) == LARGE_END_SIGNATURE) {
            long count = large.getLong(32);
            return new Directory(
                count < 0 ? Long.MAX_VALUE : count, large.getLong(40), large.getLong(48), at);
          }
        }
      }
    }
    return new Directory(
        Short.toUnsignedInt(tail.getShort(end + 10)),
        Integer.toUnsignedLong(tail.getInt(end + 12)),
        Integer.toUnsignedLong(tail.getInt(end + 16)),
        before + end);
  }

  /**
   * @param shift what stands before the archive, such as a program that unpacks it
   */
  private static ZipReading list(Bytes bytes, ByteBuffer listing, int count, long shift) {
    List<Entry> entries = new ArrayList<>();
    long unpacked = 0;
    int at = 0;
    for (int i = 0; i < count; i++) {
      if (at + ENTRY_BYTES > listing.limit() || listing.getInt(at) != ENTRY_SIGNATURE) {
        return damaged("目录不完整");
      }
      int nameBytes = Short.toUnsignedInt(listing.getShort(at + 28));
      int extraBytes = Short.toUnsignedInt(listing.getShort(at + 30));
      int commentBytes = Short.toUnsignedInt(listing.getShort(at + 32));
      int next = at + ENTRY_BYTES + nameBytes + extraBytes + commentBytes;
      if (next > listing.limit()) {
        return damaged("目录不完整");
      }
      Entry entry = entry(listing, at, nameBytes, extraBytes, shift);
      if (entry.packedBytes() < 0 || entry.unpackedBytes() < 0 || entry.localHeader() < 0) {
        return damaged("目录不完整");
      }
      if (!entry.name().endsWith("/")) {
        entries.add(entry);
        unpacked += Math.min(entry.unpackedBytes(), MOST_UNPACKED_BYTES + 1);
      }
      at = next;
    }
    return unpacked > MOST_UNPACKED_BYTES
        ? bomb("解开后超过 " + (MOST_UNPACKED_BYTES >> 20) + " MB")
        : new ZipArchive(bytes, entries);
  }

  private static Entry entry(
      ByteBuffer listing, int at, int nameBytes, int extraBytes, long shift) {
    int flags = listing.getShort(at + 8);
    int method = listing.getShort(at + 10);
    ByteBuffer large = large(listing, at + ENTRY_BYTES + nameBytes, extraBytes);
    long unpacked = size(listing.getInt(at + 24), large);
    long packed = size(listing.getInt(at + 20), large);
    long header = size(listing.getInt(at + 42), large);
    int unixMode = listing.getShort(at + 40) & 0xF000;
    byte[] rawName = new byte[nameBytes];
    listing.get(at + ENTRY_BYTES, rawName);
    String name = TextDecoder.decodeName(rawName).replace('\\', '/');
    boolean encrypted = (flags & 1) != 0;
    String refusal =
        encrypted ? "有密码：请解压后放入文件夹" : refusal(name, method, packed, unpacked, unixMode == 0xA000);
    return new Entry(
        name, packed, unpacked, refusal, method, listing.getInt(at + 16), header + shift);
  }

  /** The sizes of an entry that four bytes cannot tell, in their order; empty if there are none. */
  private static ByteBuffer large(ByteBuffer listing, int from, int length) {
    int at = from;
    while (at + 4 <= from + length) {
      int size = Short.toUnsignedInt(listing.getShort(at + 2));
      if (listing.getShort(at) == LARGE_EXTRA && at + 4 + size <= from + length) {
        return littleEndian(listing.slice(at + 4, size));
      }
      at += 4 + size;
    }
    return littleEndian(ByteBuffer.allocate(0));
  }

  private static long size(int told, ByteBuffer large) {
    long size = Integer.toUnsignedLong(told);
    return size == TOLD_ELSEWHERE && large.remaining() >= Long.BYTES ? large.getLong() : size;
  }

  private static @Nullable String refusal(
      String name, int method, long packed, long unpacked, boolean link) {
    if (name.startsWith("/") || name.matches("[A-Za-z]:.*") || hasParentSegment(name)) {
      return "文件名指向压缩包以外，不读取";
    }
    if (link) {
      return "是链接，不读取";
    }
    if (method != STORED && method != DEFLATED) {
      return "压缩方法 " + method + " 不支持：请解压后放入文件夹";
    }
    if (unpacked > LARGEST_ENTRY_BYTES) {
      return String.format(Locale.ROOT, "超过 %d MB：请拆分", LARGEST_ENTRY_BYTES >> 20);
    }
    boolean bomb = unpacked > HARMLESS_BYTES && unpacked > packed * BOMB_RATIO;
    return bomb ? "压缩比异常，疑似压缩炸弹 (ZIP bomb)，不解开" : null;
  }

  private static boolean hasParentSegment(String name) {
    return Arrays.asList(name.split("/", -1)).contains("..");
  }

  /** In the order of the directory, folders left out. */
  public List<Entry> entries() {
    return entries;
  }

  /** Whether the archive is one document, of Word or another program, rather than several files. */
  public boolean isDocument() {
    return DocxReader.isWord(this) || DocxReader.otherKind(this).isPresent();
  }

  /** The entry of this name, whatever its case. */
  public Optional<Entry> find(String name) {
    return entries.stream().filter(entry -> entry.name().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * An entry's bytes, or why there are none.
   *
   * @throws IOException if the archive cannot be read any more
   */
  public Unpacked unpack(Entry entry) throws IOException {
    if (entry.refusal() != null) {
      return new Unreadable("refused-entry", entry.refusal());
    }
    if (entry.localHeader() > bytes.size() - LOCAL_BYTES) {
      return damaged("文件内容缺失");
    }
    ByteBuffer header = littleEndian(bytes.at(entry.localHeader(), LOCAL_BYTES));
    long data =
        entry.localHeader()
            + LOCAL_BYTES
            + Short.toUnsignedInt(header.getShort(26))
            + Short.toUnsignedInt(header.getShort(28));
    if (header.getInt(0) != LOCAL_SIGNATURE || entry.packedBytes() > bytes.size() - data) {
      return damaged("文件内容缺失");
    }
    byte[] packed = bytes.at(data, (int) entry.packedBytes());
    byte[] unpacked = entry.method() == STORED ? packed : inflated(packed, entry);
    CRC32 crc = new CRC32();
    crc.update(unpacked);
    return unpacked.length == entry.unpackedBytes() && (int) crc.getValue() == entry.crc32()
        ? new Unpacked.Content(unpacked)
        : damaged("文件内容与校验码不符");
  }

  /** What could be unpacked; shorter than promised if the data are broken. */
  private static byte[] inflated(byte[] packed, Entry entry) {
    byte[] unpacked = new byte[(int) entry.unpackedBytes()];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      int length = 0;
      while (!inflater.finished() && length < unpacked.length) {
        int more = inflater.inflate(unpacked, length, unpacked.length - length);
        if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          break;
        }
        length += more;
      }
      return length == unpacked.length ? unpacked : Arrays.copyOf(unpacked, length);
    } catch (DataFormatException broken) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return littleEndian(ByteBuffer.wrap(bytes));
  }

  private static ByteBuffer littleEndian(ByteBuffer bytes) {
    return bytes.order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Unreadable damaged(String how) {
    return new Unreadable("damaged", "压缩包已损坏 (damaged archive)：" + how);
  }

  private static Unreadable bomb(String why) {
    return new Unreadable("too-large", "不解开这个压缩包 (archive too large)：" + why + "；请拆分");
  }
}
