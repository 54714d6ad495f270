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

  /** In this time a connection that moves begins or ends a request, or moves as many bytes. */
  private static final Duration WINDOW = Duration.ofSeconds(20);

  private static final long LEAST_BYTES = 20_000;

  /** Bytes that come once and then no more are no trickle: their request is being answered. */
  private static final int LEAST_TRICKLES = 3;

  private static final Duration LOOK = Duration.ofSeconds(5);

  private final Server server;
  private final Map<Connection, Moved> connections = new ConcurrentHashMap<>();

  /**
   * What had moved when.
   *
   * @param nanos when it was last seen to be well
   * @param messages begun and ended by then
   * @param bytes moved by then
   * @param bytesSeen moved at the last look
   * @param trickles looks since then that saw some more bytes
   */
  record Moved(long nanos, long messages, long bytes, long bytesSeen, int trickles) {
    static Moved now(Connection connection) {
      long bytes = connection.getBytesIn() + connection.getBytesOut();
      long messages = connection.getMessagesIn() + connection.getMessagesOut();
      return new Moved(System.nanoTime(), messages, bytes, bytes, 0);
    }

    /** What is known at another look, which saw this. */
    Moved then(Moved now) {
      boolean well = now.messages != messages || now.bytes - bytes >= LEAST_BYTES;
      return well
          ? now
          : new Moved(
              nanos, messages, bytes, now.bytes, trickles + (now.bytes > bytesSeen ? 1 : 0));
    }

    boolean isTooSlow(long nanosNow) {
      return trickles >= LEAST_TRICKLES && nanosNow - nanos >= WINDOW.toNanos();
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
    Moved known = before.then(now);
    if (known.isTooSlow(now.nanos())) {
      connections.remove(connection);
      connection.getEndPoint().close(new TimeoutException("hardly anything moves"));
    } else {
      connections.replace(connection, before, known);
    }
  }
}
