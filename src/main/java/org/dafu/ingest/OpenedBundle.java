package org.dafu.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dafu.read.Unpacked;
import org.dafu.read.Unreadable;
import org.dafu.reply.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A file that may hold several letters, opened to compare it with the index.
 *
 * @param sha256 of the file; null if it could not be read
 * @param letters each with the hash of its bytes; null if the file is a letter like any other
 * @param refusal why none of its letters are read, null if they are
 * @param failure why it could not be read, null if it could
 */
record OpenedBundle(
    @Nullable String sha256,
    @Nullable List<Hashed> letters,
    @Nullable String refusal,
    @Nullable String failure) {

  /**
   * A letter of it.
   *
   * @param file with the reason why it is refused, if it is
   * @param sha256 of its bytes; null if it is refused
   */
  record Hashed(FoundFile file, @Nullable String sha256) {}

  static OpenedBundle of(FoundFile file) {
    try {
      String sha256 = Sha256.of(file.location());
      return switch (Bundle.open(file.location())) {
        case Bundle.Opening.Single single -> new OpenedBundle(sha256, null, null, null);
        case Bundle.Opening.Refused refused ->
            new OpenedBundle(sha256, null, refused.reason(), null);
        case Bundle.Opening.Several several ->
            new OpenedBundle(sha256, hashed(file, several.parts()), null, null);
      };
    } catch (IOException e) {
      return new OpenedBundle(null, null, null, LetterIntake.explain(e));
    }
  }

  private static List<Hashed> hashed(FoundFile file, List<Part> parts) throws IOException {
    List<Hashed> hashed = new ArrayList<>();
    for (Part part : parts) {
      hashed.add(hashed(file, part));
    }
    return hashed;
  }

  private static Hashed hashed(FoundFile file, Part part) throws IOException {
    if (part.refusal() != null) {
      return new Hashed(file.part(part), null);
    }
    return switch (part.content().fetch()) {
      case Unpacked.Content content -> new Hashed(file.part(part), Sha256.of(content.bytes()));
      case Unreadable broken ->
          new Hashed(file.part(Part.refused(part.suffix(), broken.reason())), null);
    };
  }
}
