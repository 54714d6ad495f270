package org.dafu.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How the service is.
 *
 * @param status {@code live} or {@code ready}
 * @param letters that can be searched; null and absent where it was not asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Health(String status, @Nullable Long letters) {}
