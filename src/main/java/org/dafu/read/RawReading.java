package org.dafu.read;

/** What taking the blocks out of a file gives: a document before repairs, or why there is none. */
sealed interface RawReading permits RawDocument, Unreadable {}
