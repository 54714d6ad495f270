/**
 * The operator's pages (运维): files that are not in the index and why, letters received, corrections
 * with their history, the state of the index, and bringing it up to date.
 *
 * <p>Flow: a token typed into a form → {@link org.dafu.web.operator.Sessions} → {@link
 * org.dafu.web.operator.OperatorRoutes} → what {@link org.dafu.web.admin.Administration} holds → a
 * record of plain words → a template in {@code src/main/jte/operator}. What is changed here is
 * changed by {@link org.dafu.ingest.LetterDesk} and noted as over the API. May import what {@code
 * web} may.
 */
@NullMarked
package org.dafu.web.operator;

import org.jspecify.annotations.NullMarked;
