/**
 * The pages as people use them: a real Chromium without a window, driven over the DevTools
 * protocol, and the real program with its sample letters.
 *
 * <p>No driver library: the protocol is JSON over a WebSocket, which the JDK speaks, and Debian's
 * Chromium is the browser that is installed anyway. What is asked of the pages: tasks of staff and
 * researchers with and without script, on wide and narrow screens; accessibility (axe-core, WCAG
 * 2.2 AA) of every page; screenshots, kept in {@code target/screenshots}.
 */
@NullMarked
package org.dafu.browser;

import org.jspecify.annotations.NullMarked;
