package org.dafu.app;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.dafu.search.ReplyIndex;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes letters out of the index in use and out of the one that is being built beside it, between
 * two runs and during them.
 */
final class Withholding {
  private static final Logger LOG = LoggerFactory.getLogger(Withholding.class);

  private final Served served;

  /** Of all that is below, and of which index is in use. */
  private final ReentrantLock lock = new ReentrantLock();

  /** Letters withheld since the last run began, with the reasons. */
  private final Map<String, String> withheld = new HashMap<>();

  /** The one being built beside; null if none is. */
  private @Nullable Engine building;

  Withholding(Served served) {
    this.served = served;
  }

  /** Whether searches do not find the letter any more; every index is told, whichever fails. */
  boolean withhold(String sha256, String reason) {
    lock.lock();
    try {
      withheld.put(sha256, reason);
      boolean gone = !served.engine().isReadOnly();
      for (ReplyIndex index : written()) {
        try {
          index.withhold(sha256, reason);
        } catch (IOException e) {
          LOG.warn("A withdrawn letter is searched until the next run: {}", e.getMessage());
          gone = false;
        }
      }
      return gone;
    } finally {
      lock.unlock();
    }
  }

  void admit(String sha256) {
    lock.lock();
    try {
      withheld.remove(sha256);
      written().forEach(index -> index.admit(sha256));
    } finally {
      lock.unlock();
    }
  }

  /** A run that begins now sees for itself what is withdrawn. */
  void admitAll() {
    lock.lock();
    try {
      written().forEach(index -> withheld.keySet().forEach(index::admit));
      withheld.clear();
    } finally {
      lock.unlock();
    }
  }

  /** From now on what is withheld is withheld from this one too; null for none. */
  void setBuilding(@Nullable Engine next) throws IOException {
    lock.lock();
    try {
      building = next;
      if (next != null) {
        for (Map.Entry<String, String> each : withheld.entrySet()) {
          next.index().withhold(each.getKey(), each.getValue());
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Puts the one being built into use; nothing is withheld from the earlier one alone.
   *
   * @return closes the earlier one, which may wait for what that is making
   */
  Closeable use(Engine next) {
    lock.lock();
    try {
      return served.replaceBy(next);
    } finally {
      lock.unlock();
    }
  }

  /** The index in use, unless an older program made it and it can only be read; and the next. */
  private List<ReplyIndex> written() {
    List<ReplyIndex> written = new ArrayList<>();
    if (!served.engine().isReadOnly()) {
      written.add(served.engine().index());
    }
    if (building != null && !building.equals(served.engine())) {
      written.add(building.index());
    }
    return written;
  }
}
