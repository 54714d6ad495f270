package org.dafu.web;

/** More searches are asked for than can run. */
final class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BusyException() {
    super("too many searches at one time", null, false, false); // under load a trace is a cost
  }
}
