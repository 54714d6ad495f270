package org.dafu.ingest;

import java.io.IOException;
import java.lang.ref.SoftReference;
import org.dafu.read.Bytes;
import org.dafu.read.Unpacked;
import org.dafu.read.Unreadable;
import org.dafu.read.ZipArchive;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an entry that holds several letters itself: kept as long as memory allows, because
 * its letters are fetched one after the other.
 */
final class UnpackedBytes implements Bytes {
  private final ZipArchive archive;
  private final ZipArchive.Entry entry;
  private @Nullable SoftReference<byte[]> kept;

  UnpackedBytes(ZipArchive archive, ZipArchive.Entry entry) {
    this.archive = archive;
    this.entry = entry;
  }

  @Override
  public long size() {
    return entry.unpackedBytes();
  }

  @Override
  public byte[] at(long from, int length) throws IOException {
    return Bytes.of(all()).at(from, length);
  }

  private synchronized byte[] all() throws IOException {
    byte[] bytes = kept == null ? null : kept.get();
    if (bytes == null) {
      bytes =
          switch (archive.unpack(entry)) {
            case Unpacked.Content content -> content.bytes();
            case Unreadable unreadable -> throw new IOException(unreadable.reason());
          };
      kept = new SoftReference<>(bytes);
    }
    return bytes;
  }
}
