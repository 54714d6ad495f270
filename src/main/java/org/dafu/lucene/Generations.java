package org.dafu.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.dafu.lucene.UnusableIndexException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * An index as generations, each a Lucene index in a folder {@code 1}, {@code 2}, ... of its own:
 * the one in use, the one before it to go back to, and at times one that is being built.
 *
 * <p>The file {@code current} names the first two and is replaced at once, so that after a crash
 * the one or the other is in use, and never none. Indexes of earlier programs lie in the folder
 * itself; that is generation 0.
 */
public final class Generations implements Closeable {
  private static final String POINTER = "current";
  private static final String NEW_POINTER = "current.new";
  private static final String LOCK = "generations.lock";
  private static final Pattern CONTENT = Pattern.compile("current (\\d+)\n(?:earlier (\\d+)\n)?");
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

  private final Path folder;
  private final @Nullable Lock lock;

  /**
   * What the pointer says.
   *
   * @param current the generation in use; empty before the first one is whole
   * @param earlier the one to go back to; empty if there is none
   */
  public record State(OptionalInt current, OptionalInt earlier) {
    /** Nothing was built yet. */
    static final State NONE = new State(OptionalInt.empty(), OptionalInt.empty());
  }

  private Generations(Path folder, @Nullable Lock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Holds the index for writing, and removes what a crash left of generations given up.
   *
   * @throws UnusableIndexException if another process writes it, or the folder is somebody else's
   * @throws IOException if the folder cannot be read or written
   */
  public static Generations hold(Path folder) throws IOException {
    Files.createDirectories(folder);
    requireOwn(folder);
    Lock lock;
    try (FSDirectory directory = FSDirectory.open(folder)) {
      lock = directory.obtainLock(LOCK);
    } catch (LockObtainFailedException e) {
      throw new UnusableIndexException(Reason.IN_USE, folder, e);
    }
    return new Generations(folder, lock);
  }

  /** Looks at the index beside a process that may be writing it. */
  public static Generations look(Path folder) {
    return new Generations(folder, null);
  }

  /**
   * Which generations there are, as of now.
   *
   * @throws UnusableIndexException if the pointer is damaged
   */
  public State state() throws IOException {
    String content;
    try {
      content = Files.readString(folder.resolve(POINTER), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      return OwnFiles.holdsIndex(folder)
          ? new State(OptionalInt.of(0), OptionalInt.empty())
          : State.NONE;
    }
    Matcher matcher = CONTENT.matcher(content);
    if (!matcher.matches()) {
      throw new UnusableIndexException(Reason.DAMAGED, folder.resolve(POINTER), null);
    }
    return new State(number(matcher.group(1)), number(matcher.group(2)));
  }

  private static OptionalInt number(@Nullable String digits) {
    return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
  }

  /**
   * Where the generation in use lies.
   *
   * @throws UnusableIndexException if there is none, or the pointer is damaged
   */
  public Path current() throws IOException {
    OptionalInt current = state().current();
    if (current.isEmpty()) {
      throw new UnusableIndexException(Reason.ABSENT, folder, null);
    }
    return folder(current.getAsInt());
  }

  /**
   * The files of a generation's last commit, which do not change as long as they are there.
   *
   * @throws IOException if there is no commit that could be read
   */
  public List<Path> committed(int generation) throws IOException {
    Path of = folder(generation);
    try (FSDirectory directory = FSDirectory.open(of)) {
      return SegmentInfos.readLatestCommit(directory).files(true).stream()
          .sorted()
          .map(of::resolve)
          .toList();
    }
  }

  /** Where a generation lies. */
  public Path folder(int generation) {
    return generation == 0 ? folder : folder.resolve(String.valueOf(generation));
  }

  /** The generation that was being built when the program ended; empty if none was. */
  public OptionalInt unfinished() throws IOException {
    SortedSet<Integer> numbers = numbers();
    State state = known();
    int last = numbers.isEmpty() ? 0 : numbers.last();
    boolean named = last <= state.current().orElse(0) || last <= state.earlier().orElse(0);
    return named ? OptionalInt.empty() : OptionalInt.of(last);
  }

  /** Makes the folder of a new generation, to be built. */
  public int begin() throws IOException {
    SortedSet<Integer> numbers = numbers();
    int next = 1 + Math.max(numbers.isEmpty() ? 0 : numbers.last(), known().current().orElse(0));
    Files.createDirectory(folder(next));
    IOUtils.fsync(folder, true);
    return next;
  }

  /** Removes a generation that is neither in use nor to be gone back to. */
  public void discard(int generation) throws IOException {
    if (generation == 0) {
      OwnFiles.delete(folder);
    } else {
      IOUtils.rm(folder(generation));
    }
  }

  /**
   * Puts a generation into use, at once, and removes all but it and the one to go back to.
   *
   * @param earlier the one to go back to; empty for none
   */
  public void use(int generation, OptionalInt earlier) throws IOException {
    IOUtils.fsync(folder, true);
    Path next = folder.resolve(NEW_POINTER);
    StringBuilder content = new StringBuilder("current " + generation + "\n");
    earlier.ifPresent(number -> content.append("earlier ").append(number).append('\n'));
    Files.writeString(next, content, StandardCharsets.ISO_8859_1);
    IOUtils.fsync(next, false);
    Files.move(next, folder.resolve(POINTER), StandardCopyOption.ATOMIC_MOVE);
    IOUtils.fsync(folder, true);
    tidy();
  }

  /** Removes what is neither in use, nor to be gone back to, nor being built. */
  public void tidy() throws IOException {
    State state = known();
    List<Integer> kept = new ArrayList<>();
    state.current().ifPresent(kept::add);
    state.earlier().ifPresent(kept::add);
    unfinished().ifPresent(kept::add);
    for (int number : numbers()) {
      if (!kept.contains(number)) {
        discard(number);
      }
    }
    if (state.current().isPresent() && !kept.contains(0)) {
      discard(0);
    }
  }

  /** Lets go of the index. */
  @Override
  public void close() throws IOException {
    IOUtils.close(lock);
  }

  /** What the pointer says; of a damaged one, that there is nothing. */
  private State known() throws IOException {
    try {
      return state();
    } catch (UnusableIndexException e) {
      return State.NONE;
    }
  }

  private SortedSet<Integer> numbers() throws IOException {
    SortedSet<Integer> numbers = new TreeSet<>();
    for (Path path : listed(folder)) {
      String name = String.valueOf(path.getFileName());
      if (NUMBER.matcher(name).matches() && Files.isDirectory(path)) {
        numbers.add(Integer.parseInt(name));
      }
    }
    return numbers;
  }

  /** A folder that holds no index yet must hold nothing else either. */
  private static void requireOwn(Path folder) throws IOException {
    if (Files.exists(folder.resolve(POINTER)) || OwnFiles.holdsIndex(folder)) {
      return;
    }
    for (Path path : listed(folder)) {
      String name = String.valueOf(path.getFileName());
      boolean own =
          List.of(NEW_POINTER, LOCK).contains(name)
              || NUMBER.matcher(name).matches()
              || OwnFiles.isOne(name);
      if (!own) {
        throw new UnusableIndexException(Reason.FOREIGN, folder, null);
      }
    }
  }

  private static List<Path> listed(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
