package org.dafu.web.operator;

import org.dafu.web.pages.Shell;
import org.jspecify.annotations.Nullable;

/**
 * Where an operator comes in.
 *
 * @param shell around it
 * @param off whether there is no token that could open anything
 * @param error why one was not let in; null for no error
 * @param said what was done just now; null for nothing
 */
public record SignInPage(Shell shell, boolean off, @Nullable String error, @Nullable String said) {}
