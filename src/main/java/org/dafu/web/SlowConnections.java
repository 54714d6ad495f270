package org.dafu.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections that hardly move: a client that sends its request, or takes its answer, a byte
 * now and then would hold what it holds for hours, as an idle time starts anew with every byte.
 */
final class SlowConnections extends AbstractLifeCycle implements Connection.Listener {
  /** Connections at one time; more wait to be accepted. */
  private static final int MOST = 1_000;

  /** A connection on which nothing moves is closed. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  /** The same where there are as many as there may be. */
  private static final Duration IDLE_WHEN_MANY = Duration.ofSeconds(5);

  /** In this time a connection begins or ends a request, or moves as many bytes. */
  private static final Duration WINDOW = Duration.ofSeconds(20);

  private static final long LEAST_BYTES = 20_000;

  private static final Duration LOOK = Duration.ofSeconds(5);

  private final Server server;
  private final Map<Connection, Moved> connections = new ConcurrentHashMap<>();

  /** What had moved when. */
  private record Moved(long nanos, long messages, long bytes) {
    static Moved now(Connection connection) {
      return new Moved(
          System.nanoTime(),
          connection.getMessagesIn() + connection.getMessagesOut(),
          connection.getBytesIn() + connection.getBytesOut());
    }
  }

  private SlowConnections(Server server) {
    this.server = server;
  }

  /** Watches the connections of this server, and bounds their number, once it starts. */
  static void watch(Server server) {
    SlowConnections watch = new SlowConnections(server);
    NetworkConnectionLimit limit = new NetworkConnectionLimit(MOST, server);
    limit.setEndPointIdleTimeout(IDLE_WHEN_MANY.toMillis());
    server.addBean(limit);
    server.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStarting(LifeCycle event) {
            watch.listen();
          }

          @Override
          public void lifeCycleStarted(LifeCycle event) {
            watch.lookLater();
          }
        });
  }

  private void listen() {
    for (Connector each : server.getConnectors()) {
      if (each instanceof AbstractConnector connector) {
        connector.setIdleTimeout(IDLE.toMillis());
        connector.addBean(this);
      }
    }
  }

  @Override
  public void onOpened(Connection connection) {
    connections.put(connection, Moved.now(connection));
  }

  @Override
  public void onClosed(Connection connection) {
    connections.remove(connection);
  }

  private void lookLater() {
    Scheduler scheduler = server.getScheduler();
    if (server.isRunning()) {
      scheduler.schedule(this::look, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    connections.forEach(this::look);
    lookLater();
  }

  private void look(Connection connection, Moved before) {
    Moved now = Moved.now(connection);
    boolean alive =
        now.messages() != before.messages() || now.bytes() - before.bytes() >= LEAST_BYTES;
    if (alive) {
      connections.replace(connection, before, now);
    } else if (now.nanos() - before.nanos() >= WINDOW.toNanos()) {
      connections.remove(connection);
      connection.getEndPoint().close(new TimeoutException("hardly anything moves"));
    }
  }
}
