package org.dafu.extract;

import org.dafu.reply.Kind;
import org.dafu.reply.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a printed class means at a place.
 *
 * @param id name of the scheme
 * @param place division code; {@code *} for everywhere
 * @param kind null for both
 * @param classification as printed, normalised
 * @param outcome its meaning
 * @param source where this is laid down
 */
public record ClassScheme(
    String id,
    String place,
    @Nullable Kind kind,
    String classification,
    Outcome outcome,
    String source) {}
