package org.dafu.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "dafu",
    description = "Full-text search over Chinese government reply letters (答复).",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
public final class Main implements Runnable {
  /** Exit status: all was done. */
  static final int DONE = 0;

  /** Exit status: the work was not done, or what was asked for is not so. */
  static final int FAILED = 1;

  /** Exit status: the work was done, but some input was rejected. */
  static final int SOME_REJECTED = 2;

  private static final Map<String, Supplier<Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("serve", ServeCommand::new);
    COMMANDS.put("index", IndexCommand::new);
    COMMANDS.put("inspect", InspectCommand::new);
    COMMANDS.put("search", SearchCommand::command);
    COMMANDS.put("check", CheckCommand::new);
    COMMANDS.put("snapshot", SnapshotCommand::new);
    COMMANDS.put("restore", RestoreCommand::new);
    COMMANDS.put("token", TokenCommand::new);
    COMMANDS.put("evaluate", EvaluateCommand::new);
    COMMANDS.put("rehearse", RehearseCommand::new);
  }

  @Spec private CommandSpec spec;

  /** Runs the program and ends it. */
  public static void main(String[] args) {
    // Whatever the machine's locale: letters are Chinese, and programs read what we print.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.setErr(err);
    int status =
        execute(
            new PrintWriter(out, false, StandardCharsets.UTF_8),
            new PrintWriter(err, true, StandardCharsets.UTF_8),
            args);
    Runtime.getRuntime().exit(status);
  }

  /** Runs a command line to its end and says with which status the program is to end. */
  static int execute(PrintWriter out, PrintWriter err, String... args) {
    CommandLine commands = new CommandLine(new Main());
    // Taking all commands apart takes longer than most of what they do: only the one that is
    // called.
    String called = args.length == 0 ? "" : args[0];
    COMMANDS.forEach(
        (name, command) -> {
          if (name.equals(called) || !COMMANDS.containsKey(called)) {
            commands.addSubcommand(name, command.get());
          }
        });
    commands
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
    everyCommand(commands);
    int status = commands.execute(args);
    out.flush();
    err.flush();
    return status;
  }

  private static void everyCommand(CommandLine command) {
    command
        .getCommandSpec()
        .exitCodeOnInvalidInput(FAILED)
        .exitCodeOnExecutionException(FAILED)
        .usageMessage()
        .width(100);
    command.getSubcommands().values().forEach(Main::everyCommand);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  private static int failed(Exception failure, CommandLine command) {
    switch (failure) {
      case CannotRunException e -> tell(command, e.getMessage());
      case FileSystemException e when e.getReason() != null ->
          tell(command, e.getReason() + "：" + e.getFile());
      case FileSystemException e ->
          tell(command, e.getClass().getSimpleName() + ": " + e.getFile());
      case IOException e -> tell(command, e.getMessage());
      case UncheckedIOException e -> tell(command, e.getMessage());
      case Exception e ->
          LoggerFactory.getLogger(Main.class)
              .error("The program broke off; this is a bug, please report it", e);
    }
    return FAILED;
  }

  private static void tell(CommandLine command, @Nullable String message) {
    command.getErr().println("dafu: " + message);
    command.getErr().flush();
  }

  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"dafu " + (version == null ? "(not from a jar)" : version)};
    }
  }
}
