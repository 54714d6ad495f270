package org.dafu.app;

import org.dafu.ingest.SyncReport;

/** The running service for browsers and programs. */
interface Service extends AutoCloseable {
  /** The address of the start page. */
  String address();

  /** Says from now on that searches are answered in full. */
  void ready();

  /** Tells monitoring that the index was brought up to date just now. */
  void synced(SyncReport report);

  /** Lets running requests end, then stops. */
  @Override
  void close();
}
