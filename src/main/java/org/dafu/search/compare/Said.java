package org.dafu.search.compare;

import org.dafu.reply.Figure;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says on a measure, in one sentence of its own.
 *
 * @param reply the letter
 * @param index the section's place among all sections of the letter, as in {@link
 *     org.dafu.search.Hit.SectionHit}
 * @param section that bears the measure
 * @param sentence as printed; never blank unless the section is
 * @param figure the first that the section states, which stands in the sentence; null if it states
 *     none
 */
public record Said(
    Reply reply, int index, Section section, String sentence, @Nullable Figure figure) {}
