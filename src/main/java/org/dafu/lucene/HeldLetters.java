package org.dafu.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.dafu.reply.Reply;
import org.dafu.reply.ReplyId;

/** Which letters are held, those that no search finds too. */
final class HeldLetters {
  private static final Set<String> FIELDS = Set.of(Fields.KEY, Fields.ID);

  private HeldLetters() {}

  /** Their ids by the key of the file that they were read from. */
  static Map<String, List<ReplyId>> all(IndexSearcher searcher) throws IOException {
    Query letters =
        new BooleanQuery.Builder()
            .add(Fields.ofType(Fields.LETTER), Occur.SHOULD)
            .add(Fields.ofType(Fields.HIDDEN), Occur.SHOULD)
            .build();
    int most = Math.max(1, searcher.getIndexReader().maxDoc());
    Map<String, List<ReplyId>> held = new TreeMap<>();
    for (ScoreDoc found : searcher.search(letters, most).scoreDocs) {
      Document document = searcher.storedFields().document(found.doc, FIELDS);
      held.computeIfAbsent(document.get(Fields.KEY), key -> new ArrayList<>())
          .add(new ReplyId(document.get(Fields.ID)));
    }
    return held;
  }

  /** Those that no search finds, as they were read. */
  static List<Reply> hidden(IndexSearcher searcher) throws IOException {
    int most = Math.max(1, searcher.getIndexReader().maxDoc());
    List<Reply> hidden = new ArrayList<>();
    for (ScoreDoc found : searcher.search(Fields.ofType(Fields.HIDDEN), most).scoreDocs) {
      hidden.add(Hits.reply(searcher, found.doc));
    }
    return hidden;
  }
}
