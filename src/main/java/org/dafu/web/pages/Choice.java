package org.dafu.web.pages;

/**
 * One of several ways to see the same search.
 *
 * @param label for people
 * @param url where it leads
 * @param selected whether it is the way chosen now
 */
public record Choice(String label, String url, boolean selected) {}
