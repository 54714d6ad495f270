package org.dafu.app;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.dafu.app.config.IndexConfig;
import org.jspecify.annotations.Nullable;

/**
 * The generations of an index in one folder: the one in use, the one before it, and the one that is
 * being built beside them. Held by one process at a time.
 */
interface Shelf extends Closeable {
  /** What was found in use. */
  sealed interface Found {
    /** Nothing: it is the first start, or the first building did not come to its end. */
    record Nothing() implements Found {}

    /**
     * An index that can be searched and written.
     *
     * @param verified whether every byte was compared with its checksum; not yet of a large one
     */
    record Usable(Engine engine, boolean verified) implements Found {}

    /**
     * An index that must be built anew.
     *
     * @param reason what is wrong with it, one sentence
     * @param engine searches it meanwhile; null if that is not possible
     * @param damaged whether nobody can ever use it again
     */
    record Outdated(String reason, @Nullable Engine engine, boolean damaged) implements Found {}
  }

  /**
   * Opens what is in use.
   *
   * @throws IOException if another process writes it, or it cannot be read
   */
  Found open(IndexConfig config) throws IOException;

  /**
   * Opens a generation to be built: the one that was being built when the program ended, if it is
   * read in this way, else an empty one.
   *
   * @param reading names the way of reading
   */
  Engine build(IndexConfig config, String reading) throws IOException;

  /** Gives up the one being built; its engine is closed already. */
  void giveUp() throws IOException;

  /**
   * Puts the one being built into use, and removes those that nobody can go back to.
   *
   * @param keep whether the one in use until now can be gone back to
   */
  void use(boolean keep) throws IOException;

  /**
   * What an opened index must not give out, though it holds it: letters taken out of service since
   * it was written.
   *
   * @return the reasons by the SHA-256 of the letters' bytes
   */
  Map<String, String> withheld(Engine engine) throws IOException;

  /** How the one that was gone back from was read: it is not to be built again. */
  Optional<String> declined() throws IOException;

  /**
   * Puts the earlier generation into use again, without the letters that were taken out of service
   * since; the one in use becomes the earlier one.
   *
   * @throws CannotRunException if there is none, or it cannot be used
   */
  void goBack(IndexConfig config) throws IOException;
}
