package org.dafu.web.admin;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.dafu.ingest.CorrectionsBrokenException;
import org.dafu.web.api.Problem;

/** What a failure to write means for whoever wanted it written. */
public final class DiskFaults {
  /** How systems say that a disk, or a user's share of it, is full. */
  private static final List<String> FULL =
      List.of("no space left", "quota exceeded", "not enough space", "file too large");

  private static final List<String> LOCKED =
      List.of("read-only file system", "permission denied", "operation not permitted");

  /** Of a body that came a byte now and then, until its connection was closed. */
  public static final Problem TOO_SLOW =
      Problem.of(
          408,
          "too-slow",
          "The body came too slowly",
          "Nothing was changed. Send it again, faster.");

  private DiskFaults() {}

  /** Whether the connection was closed as hardly anything moved on it. */
  public static boolean isTooSlow(Throwable e) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      if (each instanceof TimeoutException) {
        return true;
      }
    }
    return false;
  }

  /**
   * The answer.
   *
   * @throws UncheckedIOException if nobody can tell; a fault of the service
   */
  public static Problem problem(IOException e) {
    String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (e instanceof CorrectionsBrokenException) {
      return Problem.of(
          409,
          "corrections-broken",
          "The letter's corrections cannot be read",
          "Put the file right, which somebody has edited, then try again: " + e.getMessage());
    }
    if (isTooSlow(e)) {
      return TOO_SLOW;
    }
    if (FULL.stream().anyMatch(said::contains)) {
      return Problem.of(
          507,
          "disk-full",
          "The disk is full",
          "Nothing was changed. Make room on the disk of the service, then try again.");
    }
    if (e instanceof AccessDeniedException
        || e.getCause() instanceof ReadOnlyFileSystemException
        || LOCKED.stream().anyMatch(said::contains)) {
      return notWritable(
          "Nothing was changed. Corrections lie in the letter's folder, which the service may"
              + " only read: give its user the right to write "
              + file(e)
              + ".");
    }
    if (e instanceof FileSystemException other && other.getReason() != null) {
      return notWritable("Nothing was changed: " + other.getReason() + ", " + file(e) + ".");
    }
    if (e instanceof EOFException || said.contains("closed") || said.contains("early eof")) {
      return Problem.of(
          400, "body-incomplete", "The body broke off", "Nothing was changed. Send it again.");
    }
    throw new UncheckedIOException(e);
  }

  private static Problem notWritable(String detail) {
    return Problem.of(409, "not-writable", "The folder cannot be written", detail);
  }

  private static String file(IOException e) {
    return e instanceof FileSystemException failed ? failed.getFile() : ".dafu";
  }
}
