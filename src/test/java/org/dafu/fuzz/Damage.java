package org.dafu.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Ways in which files break, and in which somebody would break them. */
enum Damage {
  CUT {
    @Override
    byte[] apply(byte[] file, Random random) {
      return Arrays.copyOf(file, random.nextInt(file.length + 1));
    }
  },
  BEGINNING_LOST {
    @Override
    byte[] apply(byte[] file, Random random) {
      return Arrays.copyOfRange(file, random.nextInt(file.length + 1), file.length);
    }
  },
  FLIPPED_BYTES {
    @Override
    byte[] apply(byte[] file, Random random) {
      byte[] flipped = file.clone();
      for (int times = 1 << random.nextInt(9); times > 0 && file.length > 0; times--) {
        flipped[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return flipped;
    }
  },
  RANDOM_STRETCH {
    @Override
    byte[] apply(byte[] file, Random random) {
      byte[] noise = new byte[random.nextInt(1 << random.nextInt(13))];
      random.nextBytes(noise);
      return inserted(file, random.nextInt(file.length + 1), noise);
    }
  },
  NOTHING_BUT_NOISE {
    @Override
    byte[] apply(byte[] file, Random random) {
      byte[] noise = new byte[file.length];
      random.nextBytes(noise);
      System.arraycopy(file, 0, noise, 0, Math.min(file.length, random.nextInt(9)));
      return noise;
    }
  },
  SHUFFLED_BLOCKS {
    @Override
    byte[] apply(byte[] file, Random random) {
      int size = 1 + random.nextInt(Math.max(1, file.length / 2));
      List<byte[]> blocks = new ArrayList<>();
      for (int at = 0; at < file.length; at += size) {
        blocks.add(Arrays.copyOfRange(file, at, Math.min(file.length, at + size)));
      }
      Collections.shuffle(blocks, random);
      return joined(blocks);
    }
  },
  SHUFFLED_LINES {
    @Override
    byte[] apply(byte[] file, Random random) {
      List<String> lines = Arrays.asList(text(file).split("(?<=\\n)", -1));
      Collections.shuffle(lines, random);
      return utf8(String.join("", lines));
    }
  },
  LINE_ENDS_LOST {
    @Override
    byte[] apply(byte[] file, Random random) {
      return utf8(text(file).replace(random.nextBoolean() ? "\n" : "。", ""));
    }
  },
  CUT_INTO_LINES {
    @Override
    byte[] apply(byte[] file, Random random) {
      int every = 1 + random.nextInt(40);
      return utf8(text(file).replaceAll("(.{" + every + "})", "$1\n"));
    }
  },
  REPEATED_STRETCH {
    @Override
    byte[] apply(byte[] file, Random random) {
      int from = random.nextInt(file.length + 1);
      int to = Math.min(file.length, from + 1 + random.nextInt(200));
      byte[] stretch = Arrays.copyOfRange(file, from, to);
      return inserted(file, to, joined(Collections.nCopies(1 + random.nextInt(200), stretch)));
    }
  },
  ANOTHER_ENCODING {
    @Override
    byte[] apply(byte[] file, Random random) {
      return text(file).getBytes(ENCODINGS.get(random.nextInt(ENCODINGS.size())));
    }
  },
  TWO_ENCODINGS {
    @Override
    byte[] apply(byte[] file, Random random) {
      String text = text(file);
      int middle = random.nextInt(text.length() + 1);
      Charset first = ENCODINGS.get(random.nextInt(ENCODINGS.size()));
      Charset second = ENCODINGS.get(random.nextInt(ENCODINGS.size()));
      return joined(
          List.of(
              text.substring(0, middle).getBytes(first), text.substring(middle).getBytes(second)));
    }
  },
  STRANGE_TOKENS {
    @Override
    byte[] apply(byte[] file, Random random) {
      StringBuilder text = new StringBuilder(text(file));
      for (int times = 1 + random.nextInt(20); times > 0; times--) {
        String token = Shape.TOKENS.get(random.nextInt(Shape.TOKENS.size()));
        text.insert(random.nextInt(text.length() + 1), token.repeat(1 + random.nextInt(3)));
      }
      return utf8(text.toString());
    }
  },
  HALF_CHARACTERS {
    @Override
    byte[] apply(byte[] file, Random random) {
      StringBuilder text = new StringBuilder(text(file));
      for (int times = 1 + random.nextInt(4); times > 0; times--) {
        char half = (char) (0xD800 + random.nextInt(0x800));
        boolean entity = random.nextBoolean();
        text.insert(
            random.nextInt(text.length() + 1),
            entity ? "&#" + (int) half + ";" : String.valueOf(half));
      }
      return text.toString().getBytes(StandardCharsets.UTF_16); // keeps halves as they are
    }
  };

  private static final List<Charset> ENCODINGS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("GB18030"),
          Charset.forName("Big5"));

  static final List<Damage> ALL = List.of(values());

  /** Those for formats that are not text: the others would leave nothing of them. */
  static final List<Damage> OF_BYTES =
      List.of(
          CUT,
          BEGINNING_LOST,
          FLIPPED_BYTES,
          RANDOM_STRETCH,
          NOTHING_BUT_NOISE,
          SHUFFLED_BLOCKS,
          REPEATED_STRETCH);

  /** A damaged copy; the file stays as it is. */
  abstract byte[] apply(byte[] file, Random random);

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] inserted(byte[] file, int at, byte[] more) {
    return joined(
        List.of(Arrays.copyOf(file, at), more, Arrays.copyOfRange(file, at, file.length)));
  }

  private static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    parts.forEach(joined::writeBytes);
    return joined.toByteArray();
  }
}
