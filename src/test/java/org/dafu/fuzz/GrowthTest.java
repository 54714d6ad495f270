package org.dafu.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Time grows as the text does, whatever the text: no shape takes time by the square of its length.
 *
 * <p>Counted is the processor's time of this thread, the least of a few readings, so that a busy
 * machine does not matter; and what takes next to no time is not judged.
 */
class GrowthTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** The longer text is so many times the shorter. */
  private static final int FACTOR = 8;

  /** A unit of the longer text may take so many times what one of the shorter takes. */
  private static final double MOST_GROWTH = 3;

  /** What takes less than this is not judged: there is too little to compare. */
  private static final long FLOOR_NANOS = 150_000_000;

  private static final int READINGS = 3;

  @Test
  void everyShape_takesTimeInProportion() {
    List<String> broken = new ArrayList<>();
    List<Shape> shapes = new ArrayList<>(Shape.all());
    Collections.shuffle(shapes, new Random(Effort.seed()));
    for (Shape shape : shapes.subList(0, Math.min(shapes.size(), Effort.shapes()))) {
      objection(shape, Effort.units()).ifPresent(broken::add);
    }
    assertEquals(List.of(), broken);
  }

  /** What is wrong with the time or the letter. */
  private static Optional<String> objection(Shape shape, int units) {
    try {
      ReplyLaws.hold(shape.name(), shape.bytes(units));
    } catch (AssertionError | RuntimeException | StackOverflowError e) {
      throw new AssertionError(shape + " of " + units + " units", e);
    }
    byte[] small = shape.bytes(units);
    byte[] large = shape.bytes(units * FACTOR);
    long least = Long.MAX_VALUE;
    long leastOfSmall = Long.MAX_VALUE;
    for (int reading = 0; reading < READINGS; reading++) {
      leastOfSmall = Math.min(leastOfSmall, nanos(shape.name(), small));
      least = Math.min(least, nanos(shape.name(), large));
      if (least < FLOOR_NANOS || least < leastOfSmall * FACTOR * MOST_GROWTH) {
        return Optional.empty();
      }
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s: %d units take %.0f ms, %d units %.0f ms",
            shape,
            units,
            leastOfSmall / 1e6,
            units * FACTOR,
            least / 1e6));
  }

  private static long nanos(String name, byte[] bytes) {
    long start = THREADS.getCurrentThreadCpuTime();
    Reading.reply(name, bytes);
    return THREADS.getCurrentThreadCpuTime() - start;
  }

  @Test
  void shapes_areMany() {
    assertTrue(Shape.all().size() > 1000);
  }
}
