package org.dafu.read;

import java.util.List;
import java.util.Map;
import org.dafu.reply.Warning;
import org.jspecify.annotations.Nullable;

/**
 * A document before repairs.
 *
 * @param blocks in reading order
 * @param fields what the page around the letter says of it, by label
 * @param mediaType of the file
 * @param encoding of its text; null where the format has none
 * @param warnings oddities of the file
 */
record RawDocument(
    List<RawBlock> blocks,
    Map<String, String> fields,
    String mediaType,
    @Nullable String encoding,
    List<Warning> warnings)
    implements RawReading {}
