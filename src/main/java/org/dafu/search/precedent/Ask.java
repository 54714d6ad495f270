package org.dafu.search.precedent;

/**
 * One thing that a proposal asks for (建议).
 *
 * @param label as typed: 1. or 一是; empty for a paragraph without one
 * @param text without the label, exactly as typed
 * @param start of the text in what was pasted, UTF-16 units
 * @param end unit after its last
 */
public record Ask(String label, String text, int start, int end) {}
