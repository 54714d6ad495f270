package org.dafu.reply;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The record of talking the answer over with the member (面商记录表).
 *
 * @param date when they met
 * @param place where, as printed
 * @param satisfaction the ticked or written opinion; null where it cannot be read
 * @param opinionText the opinion as printed, also where it cannot be read
 */
public record Meeting(
    @Nullable LocalDate date,
    @Nullable String place,
    @Nullable Satisfaction satisfaction,
    @Nullable String opinionText) {}
