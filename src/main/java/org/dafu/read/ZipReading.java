package org.dafu.read;

/** What opening an archive gives: its directory, or why it is not to be opened. */
public sealed interface ZipReading permits ZipArchive, Unreadable {}
