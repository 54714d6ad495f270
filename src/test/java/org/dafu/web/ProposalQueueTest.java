package org.dafu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dafu.web.tools.ProposalReader;
import org.dafu.web.tools.ProposalReader.Upload;
import org.junit.jupiter.api.Test;

/** Slow proposals keep neither searches nor, once they are read, other proposals waiting. */
class ProposalQueueTest {
  private final CountDownLatch release = new CountDownLatch(1);

  private final ProposalReader reader =
      (name, bytes) -> {
        if (name.equals("slow")) {
          await(release);
        }
        return new Upload.Text(name);
      };

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void read_tooLong_isGivenUpAndTakesNoMoreThanItsThread() {
    try (ProposalQueue queue = new ProposalQueue(reader, 1, Duration.ofMillis(50))) {
      assertEquals(new Upload.Unreadable("读取超过 1 秒，已放弃"), queue.read("slow", new byte[0]));
      assertThrows(BusyException.class, () -> queue.read("quick", new byte[0]));
      release.countDown();
      assertEquals(new Upload.Text("quick"), eventually(queue));
    }
  }

  private static Upload eventually(ProposalQueue queue) {
    for (int i = 0; i < 100; i++) {
      try {
        return queue.read("quick", new byte[0]);
      } catch (BusyException e) {
        assertTrue(i < 99, "its thread is free again");
      }
    }
    throw new AssertionError();
  }

  @Test
  void read_besideASlowOne_isRead() throws Exception {
    try (ProposalQueue queue = new ProposalQueue(reader, 2, Duration.ofSeconds(20))) {
      Thread slow = Thread.ofVirtual().start(() -> queue.read("slow", new byte[0]));
      assertEquals(new Upload.Text("quick"), queue.read("quick", new byte[0]));
      release.countDown();
      slow.join();
    }
  }

  @Test
  void error_ofAReader_isThrownAndItsPlaceIsFree() {
    ProposalReader failing =
        (name, bytes) -> {
          throw new StackOverflowError(name);
        };
    try (ProposalQueue queue = new ProposalQueue(failing, 1, Duration.ofSeconds(20))) {
      assertThrows(StackOverflowError.class, () -> queue.read("a", new byte[0]));
      assertThrows(StackOverflowError.class, () -> queue.read("b", new byte[0]));
    }
  }
}
