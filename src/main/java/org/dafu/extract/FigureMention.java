package org.dafu.extract;

import org.dafu.reply.FigureType;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/**
 * A figure where it was found, before it is put into its section.
 *
 * @param type what it counts
 * @param value in base units; the lower end of a range
 * @param valueMax the upper end of a range; null for a single value
 * @param unit place of the unit
 * @param span place of the figure with its qualifier (近, 不超过, 每户)
 * @param subject place of the words for what is counted; null if none stand near
 * @param year the one stated for it; null for none
 * @param promise whether its sentence promises it; null if the sentence says neither
 * @param sentence where its sentence begins
 */
record FigureMention(
    FigureType type,
    double value,
    @Nullable Double valueMax,
    Span unit,
    Span span,
    @Nullable Span subject,
    @Nullable Integer year,
    @Nullable Boolean promise,
    int sentence) {}
