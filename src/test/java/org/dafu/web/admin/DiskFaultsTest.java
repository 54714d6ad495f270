package org.dafu.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class DiskFaultsTest {
  private static int status(IOException e) {
    return DiskFaults.problem(e).status();
  }

  @Test
  void bodyThatTrickled_isItsSendersFault() {
    TimeoutException slow = new TimeoutException("hardly anything moves");
    assertEquals(408, status(new IOException(slow)));
    assertEquals(408, status(new IOException(new IOException("closed", slow))));
    assertEquals(400, status(new EOFException("Early EOF")));
  }

  @Test
  void disk_isTold_andOnlyWhatNobodyKnowsIsABug() {
    assertEquals(507, status(new IOException("No space left on device")));
    assertEquals(409, status(new AccessDeniedException("/letters/.dafu")));
    IOException unknown = new IOException("?");
    assertThrows(UncheckedIOException.class, () -> DiskFaults.problem(unknown));
  }
}
