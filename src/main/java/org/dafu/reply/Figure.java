package org.dafu.reply;

import org.jspecify.annotations.Nullable;

/**
 * A number that the letter states about the world.
 *
 * @param type what it counts
 * @param value in the type's base unit (yuan, persons, m², metres, percent); the lower end of a
 *     range
 * @param valueMax the upper end of a range; null for a single value
 * @param unit the unit as printed, for example 万元
 * @param subject what was counted, in the letter's words
 * @param year the year it is for
 * @param target whether it is promised rather than reached
 * @param text the printed figure, for example 近4000万元
 * @param sentence the sentence that it stands in
 * @param section label and heading of its section
 * @param span its place in the letter's text
 */
public record Figure(
    FigureType type,
    double value,
    @Nullable Double valueMax,
    String unit,
    @Nullable String subject,
    @Nullable Integer year,
    boolean target,
    String text,
    String sentence,
    @Nullable String section,
    Span span) {}
