/**
 * Damaged, hostile and huge input against readers and extractor: nothing escapes, what is read
 * holds together, and time grows as the input does. Short in every build; {@code mvn -Pfuzz verify}
 * goes on for long and adds fuzzing guided by coverage.
 */
@NullMarked
package org.dafu.fuzz;

import org.jspecify.annotations.NullMarked;
