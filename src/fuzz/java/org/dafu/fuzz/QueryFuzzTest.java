package org.dafu.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import org.dafu.search.ParsedQuery;
import org.dafu.search.QueryParser;
import org.dafu.search.QueryWarning;

/** The query language never fails, and what is warned of stands in the query. */
class QueryFuzzTest {
  @FuzzTest
  void query_isUnderstoodSomehow(@NotNull String query) {
    ParsedQuery parsed = QueryParser.parse(query);
    for (QueryWarning warning : parsed.warnings()) {
      assertTrue(0 <= warning.start() && warning.start() <= warning.end(), warning::toString);
      assertTrue(warning.end() <= query.length(), warning::toString);
    }
    assertEquals(parsed, QueryParser.parse(query), "the same query is understood the same way");
  }
}
