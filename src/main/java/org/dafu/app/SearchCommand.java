package org.dafu.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dafu.search.FilterField;
import org.dafu.search.Mode;
import org.dafu.search.ReadSide;
import org.dafu.search.ReplyJson;
import org.dafu.search.SearchHelp;
import org.dafu.search.SearchResponse;
import org.dafu.search.Vocabulary;
import org.dafu.search.ZeroHits;
import org.dafu.web.api.Problem;
import org.dafu.web.api.SearchAnswer;
import org.dafu.web.ask.QueryString;
import org.dafu.web.ask.Question;
import org.dafu.web.ask.Refused;
import org.dafu.web.ask.RequestParameters;
import org.dafu.web.ask.Surface;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code dafu search QUERY}: a search in the terminal. Options become the parameters of the API, so
 * that both read, check and answer them in one way.
 */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Searches the letters that are indexed.",
      "A filter may be given several times, for any of its values; --not-city and so on exclude.",
      "Put -- before a query that begins with a minus sign."
    })
final class SearchCommand implements Callable<Integer> {
  private static final String EXCLUDING = "--not-";

  @Mixin private Home home = new Home();

  @Parameters(
      arity = "0..*",
      paramLabel = "QUERY",
      description = "Words, all wanted; \"...\" exact text, OR, -word, ( ), field:value.")
  private List<String> words = List.of();

  @Option(names = "--sort", paramLabel = "relevance|newest|oldest", description = "Order of hits.")
  private @Nullable String sort;

  @Option(
      names = "--mode",
      paramLabel = "lexical|hybrid",
      description = {
        "How to rank (default: lexical); hybrid, by words and meaning, loads a model first and",
        "needs vectors, which dafu serve makes."
      })
  private String mode = "lexical";

  @Option(names = "--size", paramLabel = "N", description = "Hits shown, 1 to 100 (default: 10).")
  private @Nullable String size;

  @Option(names = "--cursor", paramLabel = "CURSOR", description = "Go on from an answer's next.")
  private @Nullable String cursor;

  @Option(names = "--facets", paramLabel = "FIELD,...", description = "What to count, with --json.")
  private @Nullable String facets;

  @Option(names = "--json", description = "Print the API's answer.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** The command with an option for each filter, and one that excludes. */
  static CommandLine command() {
    CommandLine command = new CommandLine(new SearchCommand());
    CommandSpec spec = command.getCommandSpec();
    for (FilterField field : FilterField.values()) {
      spec.addOption(filter("--" + option(field), field.label(), field));
    }
    for (FilterField field : FilterField.values()) {
      spec.addOption(filter(EXCLUDING + option(field), "not " + field.label(), field));
    }
    return command;
  }

  private static OptionSpec filter(String name, String description, FilterField field) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(field == FilterField.YEAR ? "YEAR|FROM..TO" : "VALUE")
        .description(description)
        .build();
  }

  /** replyType → reply-type. */
  private static String option(FilterField field) {
    return field.parameter().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  @Override
  public Integer call() throws IOException {
    LiveConfig config = new LiveConfig(home);
    Vocabulary vocabulary = config.vocabulary();
    return switch (RequestParameters.read(Surface.REPLIES, parameters(), vocabulary)) {
      case Refused refused ->
          throw new CannotRunException(String.valueOf(Problem.of(refused).detail()));
      case Question question -> {
        try (Engine engine = Wiring.openToRead(home.index(), config);
            Understanding understanding = understanding(question)) {
          config.takeUpMeanings(understanding.meanings());
          print(question, engine.reading(), vocabulary);
        }
        yield Main.DONE;
      }
    };
  }

  private Understanding understanding(Question question) {
    return question.mode() == Mode.HYBRID
        ? Understanding.asItIs(home.vectors())
        : Understanding.NONE;
  }

  private void print(Question question, ReadSide reading, Vocabulary vocabulary)
      throws IOException {
    SearchResponse response = reading.replies().search(question.request());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Optional<SearchHelp> help =
          response.total() > 0
              ? Optional.empty()
              : Optional.of(new ZeroHits(reading).help(question.request()));
      SearchAnswer answer = SearchAnswer.of(question, response, help);
      out.println(ReplyJson.newMapper().writeValueAsString(answer));
    } else {
      new HitPrinter(out, vocabulary).print(response);
    }
  }

  /** The options as the part of an API's address after the question mark. */
  private String parameters() {
    List<String> parameters = new ArrayList<>();
    add(parameters, "q", String.join(" ", words));
    add(parameters, "sort", sort);
    add(parameters, "mode", mode);
    add(parameters, "size", size);
    add(parameters, "cursor", cursor);
    add(parameters, "facets", json ? facets : "");
    for (FilterField field : FilterField.values()) {
      values("--" + option(field)).forEach(value -> add(parameters, field.parameter(), value));
      values(EXCLUDING + option(field))
          .forEach(value -> add(parameters, "-" + field.parameter(), value));
    }
    return String.join("&", parameters);
  }

  private List<String> values(String option) {
    List<String> values = spec.findOption(option).getValue();
    return values == null ? List.of() : values;
  }

  private static void add(List<String> parameters, String name, @Nullable String value) {
    if (value != null) {
      parameters.add(name + "=" + QueryString.encode(value));
    }
  }
}
