package org.dafu.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dafu.ingest.Progress;
import org.dafu.search.SearchRequest;
import org.dafu.web.admin.Administration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code dafu rehearse}: goes once through what a start does, so that the JVM can note which
 * classes it needs; the launcher calls it after a build.
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
  @Mixin private Home home = new Home();

  @Override
  public Integer call() throws IOException {
    LiveConfig config = new LiveConfig(home);
    List<Path> folders = List.of(Home.sampleCorpus());
    try (Holdings holdings = Holdings.open(Wiring.shelf(home.index(), config), config, null);
        Service service =
            Wiring.serve("127.0.0.1", 0, holdings.reading(), config, null, Administration.none())) {
      var unusedReport = holdings.bringUpToDate(folders, Progress.NONE, () -> false);
      service.ready();
      // After a search, what the engine loads behind the scenes is loaded too.
      var unusedAnswer = holdings.reading().replies().search(SearchRequest.of("养老服务"));
    }
    return Main.DONE;
  }
}
