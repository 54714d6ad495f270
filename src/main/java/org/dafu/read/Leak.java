package org.dafu.read;

/**
 * A number of a person that a file would make public.
 *
 * @param kind what it is
 * @param line from 1, as editors count; of a PDF or a Word file in the text taken out of it
 * @param column from 1, in characters of the line
 * @param text as it stands in the file, markup aside
 */
public record Leak(PersonalNumber.Kind kind, int line, int column, String text) {}
