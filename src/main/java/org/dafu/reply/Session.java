package org.dafu.reply;

import org.jspecify.annotations.Nullable;

/**
 * A session (届次) of a conference or congress.
 *
 * @param text as first printed, without 对 or 关于, for example 市八届政协四次会议
 * @param term the number before 届; null if the page lost it
 * @param meeting the number before 次会议; null if the page lost it
 */
public record Session(String text, @Nullable Integer term, @Nullable Integer meeting) {}
