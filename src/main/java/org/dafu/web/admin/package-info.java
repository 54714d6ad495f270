/**
 * Who may do what over HTTP, and what is done with that: tokens, limits, the routes that change
 * letters, and the log of changes.
 *
 * <p>Flow: {@link org.dafu.web.admin.Access} lets a request pass → {@link
 * org.dafu.web.admin.AdminRoutes} → {@link org.dafu.ingest.LetterDesk}, which tells {@link
 * org.dafu.web.admin.AuditLog} before it changes anything. May import what {@code web} may.
 */
@NullMarked
package org.dafu.web.admin;

import org.jspecify.annotations.NullMarked;
