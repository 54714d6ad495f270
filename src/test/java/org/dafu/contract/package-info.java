/** What every engine must do, as tests that each engine's own test runs. */
@NullMarked
package org.dafu.contract;

import org.jspecify.annotations.NullMarked;
