/**
 * The domain: what a reply letter (答复) is, as plain records, and the hash by which letters are
 * known.
 *
 * <p>Purpose: the one vocabulary that every other room speaks. Flow: {@code extract} makes a {@link
 * Reply}, an engine keeps it, {@code web} shows it. May import: nothing of ours and no library.
 */
@NullMarked
package org.dafu.reply;

import org.jspecify.annotations.NullMarked;
