/** Dafu 答复检索: full-text search over Chinese government reply letters. */
@NullMarked
package org.dafu;

import org.jspecify.annotations.NullMarked;
