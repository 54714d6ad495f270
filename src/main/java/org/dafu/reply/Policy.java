package org.dafu.reply;

import org.jspecify.annotations.Nullable;

/**
 * A policy document, law or numbered standard that a letter names in 《》.
 *
 * @param title without 《》
 * @param number its 文号 or standard number, normalised to 〔〕; null if none is printed beside it
 * @param role whether it is issued, being drafted, or asked for
 */
public record Policy(String title, @Nullable String number, PolicyRole role) {}
