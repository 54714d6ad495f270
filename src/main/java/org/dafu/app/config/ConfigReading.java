package org.dafu.app.config;

/** What reading the configuration gives: all of it, or every fault found. */
public sealed interface ConfigReading permits IndexConfig, InvalidConfig {}
