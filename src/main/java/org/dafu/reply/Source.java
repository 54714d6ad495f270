package org.dafu.reply;

import org.jspecify.annotations.Nullable;

/**
 * The file a letter was read from.
 *
 * @param path relative to its corpus folder, with {@code /}
 * @param sha256 of the file's bytes, lower-case hexadecimal
 * @param mediaType for example {@code text/html}
 * @param encoding of the text, for example {@code GB18030}; null where the format has none
 */
public record Source(String path, String sha256, String mediaType, @Nullable String encoding) {}
