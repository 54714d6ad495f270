package org.dafu.read;

/**
 * A file as it came.
 *
 * @param path shown in messages and kept as the letter's source, with {@code /}
 * @param sha256 of the bytes, lower-case hexadecimal
 * @param bytes the whole file; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // one owner at a time, read only, and never compared
public record SourceDocument(String path, String sha256, byte[] bytes) {}
