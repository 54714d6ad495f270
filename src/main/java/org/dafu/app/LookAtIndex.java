package org.dafu.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.dafu.reply.Reply;
import org.dafu.search.HeldPassages;
import org.dafu.search.ReadSide;
import org.dafu.web.admin.IndexView;
import org.jspecify.annotations.Nullable;

/** What the operator's pages are told of the index in use. */
final class LookAtIndex implements IndexView {
  private final Path folder;
  private final ReadSide reading;
  private final HeldPassages passages;
  private final NotPublic notPublic;
  private final Supplier<@Nullable String> rebuilding;
  private volatile IntSupplier vectors = () -> 0;

  /** How many there were in which state of the index: to count takes a while. */
  private volatile Counted counted = new Counted(Long.MIN_VALUE, 0, 0);

  private record Counted(long version, int passages, int notPublic) {}

  /** Gives the letters marked 不予公开. */
  interface NotPublic {
    List<Reply> all() throws IOException;
  }

  private LookAtIndex(
      Path folder,
      ReadSide reading,
      HeldPassages passages,
      NotPublic notPublic,
      Supplier<@Nullable String> rebuilding) {
    this.folder = folder;
    this.reading = reading;
    this.passages = passages;
    this.notPublic = notPublic;
    this.rebuilding = rebuilding;
  }

  /** At the one in this folder, which this process writes. */
  static LookAtIndex of(Path folder, Holdings holdings) {
    return new LookAtIndex(
        folder, holdings.reading(), holdings.passages(), holdings::notPublic, holdings::outdated);
  }

  /** At the one in this folder, which another process may be writing. */
  static LookAtIndex of(Path folder, Latest latest) {
    return new LookAtIndex(
        folder, latest.reading(), latest.passages(), latest::notPublic, () -> null);
  }

  /** From now on the vectors can be counted. */
  void takeUp(Understanding understanding) {
    vectors = understanding::vectors;
  }

  @Override
  public State state() throws IOException {
    OnDisk disk = OnDisk.of(folder);
    Counted now = counted();
    return new State(
        "Lucene",
        reading.replies().count(),
        now.notPublic(),
        disk.generation(),
        disk.format(),
        disk.bytes(),
        disk.committed(),
        now.passages(),
        vectors.getAsInt(),
        rebuilding.get());
  }

  private Counted counted() throws IOException {
    long now = passages.version();
    Counted known = counted;
    if (known.version() != now) {
      known = new Counted(now, passages.keys().size(), notPublic.all().size());
      counted = known;
    }
    return known;
  }

  @Override
  public List<Reply> notPublic() throws IOException {
    return notPublic.all();
  }
}
