/**
 * What an operator edits without Java: the folder {@code index-config}.
 *
 * <p>Flow: {@link org.dafu.app.config.ConfigFile} (which files there are) → {@link
 * org.dafu.app.config.ConfigRows} (one file's rows, with every fault by its line) → {@link
 * org.dafu.app.config.IndexConfig}, or {@link org.dafu.app.config.InvalidConfig} with all faults
 * found. {@link org.dafu.app.config.ConfigWatch} follows the folder while serving. May import:
 * {@code reply}, {@code extract}, {@code analysis}, {@code search}; of libraries only SLF4J.
 */
@NullMarked
package org.dafu.app.config;

import org.jspecify.annotations.NullMarked;
