package org.dafu.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.dafu.ingest.LetterDesk;
import org.dafu.ingest.LetterIntake;
import org.dafu.ingest.SyncRequests;
import org.dafu.read.Folding;
import org.dafu.read.PersonalNumbers;
import org.dafu.web.admin.Access;
import org.dafu.web.admin.Administration;
import org.dafu.web.admin.AuditLog;
import org.jspecify.annotations.Nullable;

/** What the service's routes of administration work with, in a folder of data. */
final class AdminSide {
  private AdminSide() {}

  /**
   * Ready to change letters.
   *
   * @param data the folder of everything derived or received, held by this process
   */
  static Administration writing(
      Path data, Access access, LetterDesk.HeldFiles files, LetterIntake intake, LiveConfig config)
      throws IOException {
    SyncRequests syncs = new SyncRequests();
    UnaryOperator<String> mask = mask(config);
    LetterDesk desk =
        LetterDesk.open(data, files, intake, mask, syncs, config.vocabulary(), Clock.systemUTC());
    return administration(data, access, desk, files, syncs, mask);
  }

  /** Able to look only. */
  static Administration reading(
      Path data, Access access, LetterDesk.HeldFiles files, LiveConfig config) {
    return administration(data, access, null, files, new SyncRequests(), mask(config));
  }

  private static Administration administration(
      Path data,
      Access access,
      @Nullable LetterDesk desk,
      LetterDesk.HeldFiles files,
      SyncRequests syncs,
      UnaryOperator<String> mask) {
    AuditLog audit = audit(data, mask);
    return new Administration(access, audit, desk, files, syncs, mask, Administration.WAIT);
  }

  /** The log of changes in a folder of data. */
  static AuditLog audit(Path data, UnaryOperator<String> mask) {
    return new AuditLog(data.resolve("audit.jsonl"), mask, Clock.systemUTC());
  }

  /**
   * The corpus folders with that of received letters, unless it lies in one of them anyway.
   *
   * @param data the folder of everything derived or received
   */
  static List<Path> withReceived(List<Path> folders, Path data) throws IOException {
    Path received = LetterDesk.receivedFolder(data);
    for (Path folder : folders) {
      if (Files.isDirectory(folder) && received.startsWith(folder.toRealPath())) {
        return folders;
      }
    }
    List<Path> all = new ArrayList<>(folders);
    all.add(received);
    return all;
  }

  /** Hides personal numbers; made ready with the first text, as most starts have none. */
  private static UnaryOperator<String> mask(LiveConfig config) {
    Supplier<PersonalNumbers> numbers =
        Wiring.once(() -> new PersonalNumbers(new Folding(config.now().extraction().variants())));
    return text -> numbers.get().mask(text);
  }
}
