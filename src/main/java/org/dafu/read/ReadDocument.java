package org.dafu.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dafu.reply.Source;
import org.dafu.reply.Warning;

/**
 * A document as read: cleaned text and its parts.
 *
 * @param source the file
 * @param text all blocks, one line each (a table: one line a row), parted by single line ends;
 *     telephone numbers masked
 * @param blocks in order; their spans cover the text but for the line ends between them
 * @param pageFields what the page around the letter says of it, by label as printed: 索引号, 发布日期,
 *     发文字号, 标题
 * @param warnings repairs and oddities
 * @param sourceMap where each unit of the text stood in the decoded source
 */
public record ReadDocument(
    Source source,
    String text,
    List<Block> blocks,
    Map<String, String> pageFields,
    List<Warning> warnings,
    SourceMap sourceMap)
    implements ReadResult {
  public ReadDocument {
    blocks = List.copyOf(blocks);
    // in their order: of two fields that say the same the first counts, today and tomorrow
    pageFields = Collections.unmodifiableMap(new LinkedHashMap<>(pageFields));
    warnings = List.copyOf(warnings);
  }
}
