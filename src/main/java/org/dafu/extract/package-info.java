/**
 * From text blocks to a letter, each field with its evidence.
 *
 * <p>Flow: {@link org.dafu.read.ReadDocument} → {@link org.dafu.extract.ReplyExtractor} → {@link
 * org.dafu.reply.Reply}. General rules only; what differs by place or can be named is in {@code
 * index-config} and comes as {@link org.dafu.extract.ExtractSettings}. May import: {@code reply},
 * {@code read}; no library.
 */
@NullMarked
package org.dafu.extract;

import org.jspecify.annotations.NullMarked;
