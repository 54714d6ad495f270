package org.dafu.read;

/** What reading a file gives: a document, or the reason why there is none. */
public sealed interface ReadResult permits ReadDocument, Unreadable {}
