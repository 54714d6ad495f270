package org.dafu.app;

/** The running service for browsers and programs. */
interface Service extends AutoCloseable {
  /** The address of the start page. */
  String address();

  /** Says from now on that searches are answered in full. */
  void ready();

  /** Lets running requests end, then stops. */
  @Override
  void close();
}
