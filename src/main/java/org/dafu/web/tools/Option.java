package org.dafu.web.tools;

/**
 * A value to choose in a form.
 *
 * @param nested whether it stands below the one before it
 */
public record Option(String value, String label, boolean selected, boolean nested) {}
