package org.dafu.ingest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dafu.search.FileRecord;
import org.jspecify.annotations.Nullable;

/**
 * What lies in the corpus folders: every file but hidden ones and README.md, whatever its kind.
 *
 * @param corpora the folders, absolute and without links, in the order named
 * @param files by folder, then by path
 * @param unreadable folders within them that could not be listed; what was read from there earlier
 *     is not gone
 * @param corrections what people have put right in the letters
 */
record CorpusListing(
    List<Path> corpora,
    List<FoundFile> files,
    List<FileProblem> unreadable,
    Corrections corrections) {
  CorpusListing {
    corpora = List.copyOf(corpora);
    files = List.copyOf(files);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * Walks the folders. Links are followed to files within the same corpus only.
   *
   * @throws NoSuchFileException if a folder does not exist
   * @throws IOException if a folder is none, lies within another or cannot be listed
   */
  static CorpusListing of(List<Path> folders) throws IOException {
    List<Path> corpora = roots(folders);
    List<FoundFile> files = new ArrayList<>();
    List<FileProblem> unreadable = new ArrayList<>();
    for (Path corpus : corpora) {
      Walk walk = new Walk(corpus);
      Files.walkFileTree(corpus, walk);
      walk.files.sort(Comparator.comparing(FoundFile::path));
      files.addAll(walk.files);
      unreadable.addAll(walk.unreadable);
    }
    return new CorpusListing(corpora, files, unreadable, Corrections.of(corpora));
  }

  /** Whether the record's file lies in one of the folders that could not be listed. */
  boolean outOfSight(FileRecord record) {
    return unreadable.stream()
        .anyMatch(
            folder ->
                folder.corpus().equals(record.corpus())
                    && record.path().startsWith(folder.path() + "/"));
  }

  private static List<Path> roots(List<Path> folders) throws IOException {
    Set<Path> roots = new LinkedHashSet<>();
    for (Path folder : folders) {
      if (!Files.exists(folder)) {
        throw new NoSuchFileException(folder.toString(), null, "没有这个文件夹");
      }
      if (!Files.isDirectory(folder)) {
        throw new NotDirectoryException(folder + "：不是文件夹，请写答复所在的文件夹");
      }
      roots.add(folder.toRealPath());
    }
    for (Path inner : roots) {
      for (Path outer : roots) {
        if (!inner.equals(outer) && inner.startsWith(outer)) {
          throw new IOException(inner + " 在 " + outer + " 之内：只写外面的一个");
        }
      }
    }
    return List.copyOf(roots);
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path corpus;
    private final List<FoundFile> files = new ArrayList<>();
    private final List<FileProblem> unreadable = new ArrayList<>();

    Walk(Path corpus) {
      this.corpus = corpus;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(corpus) && isHidden(folder);
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!isHidden(file) && !isReadme(file)) {
        files.add(attributes.isSymbolicLink() ? link(file, attributes) : found(file, attributes));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException cause) throws IOException {
      if (path.equals(corpus)) {
        throw cause;
      }
      if (!(cause instanceof NoSuchFileException)) { // that one went while we walked
        unreadable.add(
            new FileProblem(
                corpus.toString(),
                relative(path),
                FileRecord.State.FAILED,
                LetterIntake.explain(cause)));
      }
      return FileVisitResult.CONTINUE;
    }

    private FoundFile found(Path file, BasicFileAttributes attributes) {
      return found(
          file, attributes, LetterIntake.refusal(attributes.isRegularFile(), attributes.size()));
    }

    private FoundFile link(Path link, BasicFileAttributes own) throws IOException {
      if (!Files.exists(link)) {
        return found(link, own, "是失效的链接");
      }
      if (!link.toRealPath().startsWith(corpus)) {
        return found(link, own, "链接指向文件夹以外，不读取");
      }
      return found(link, Files.readAttributes(link, BasicFileAttributes.class));
    }

    private FoundFile found(Path file, BasicFileAttributes attributes, @Nullable String refusal) {
      return new FoundFile(
          file,
          corpus.toString(),
          relative(file),
          attributes.size(),
          attributes.lastModifiedTime().toMillis(),
          null,
          refusal);
    }

    private String relative(Path path) {
      return corpus.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static boolean isHidden(Path path) {
      return name(path).startsWith(".");
    }

    private static boolean isReadme(Path path) {
      return name(path).toLowerCase(Locale.ROOT).equals("readme.md");
    }

    private static String name(Path path) {
      return String.valueOf(path.getFileName());
    }
  }
}
