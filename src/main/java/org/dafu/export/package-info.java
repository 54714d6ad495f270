/**
 * Letters and result sets in the forms that other programs take: citations, documents, tables.
 *
 * <p>Flow: {@link org.dafu.reply.Reply} or hits of a search → one writer for each form → characters
 * or bytes, which {@code web} serves and {@code app} writes to files. Only what is masked already
 * comes in here. May import: {@code reply}, {@code search}; Jackson, POI.
 */
@NullMarked
package org.dafu.export;

import org.jspecify.annotations.NullMarked;
