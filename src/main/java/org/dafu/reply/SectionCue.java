package org.dafu.reply;

/**
 * Why a section bears a code: the cue that speaks loudest for it, and where it stands.
 *
 * @param code of the taxonomy
 * @param cue as it is written in {@code index-config}
 * @param start first UTF-16 unit in the letter's text
 * @param end unit after the last
 */
public record SectionCue(String code, String cue, int start, int end) {}
