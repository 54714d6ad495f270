/**
 * The program: command line, settings, wiring.
 *
 * <p>Flow: {@link org.dafu.app.Main} → a command → {@link org.dafu.app.Wiring}, the one place that
 * names an engine and puts the rooms together. Results go to stdout, everything else to stderr;
 * exit status 0 done, 1 failed, 2 done but some input was rejected. May import: everything.
 */
@NullMarked
package org.dafu.app;

import org.jspecify.annotations.NullMarked;
