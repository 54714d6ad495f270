/**
 * The program: command line, settings, wiring.
 *
 * <p>Flow: {@link org.dafu.app.Main} → a command → {@link org.dafu.app.Wiring}, the one place that
 * names an engine (with {@link org.dafu.app.Embedded}) and puts the rooms together. What is served
 * stands in {@link org.dafu.app.Holdings}, which builds another index beside it where that must be.
 * Results go to stdout, everything else to stderr; exit status 0 done, 1 failed, 2 done but some
 * input was rejected. May import: everything.
 */
@NullMarked
package org.dafu.app;

import org.jspecify.annotations.NullMarked;
