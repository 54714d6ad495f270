package org.dafu.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dafu.search.QueryNode.AllOf;
import org.dafu.search.QueryNode.AnyOf;
import org.dafu.search.QueryNode.InField;
import org.dafu.search.QueryNode.Not;

/**
 * Reads the query language: words, of which all are wanted; {@code "…"}, “…”, 「…」 and 『…』 for exact
 * text; {@code OR}, 或 or a bar between two parts; {@code -} or {@code NOT} before what must not be
 * there; parentheses; {@code title:} and the other {@link TextField}s before what must stand in one
 * field; numbers of proposals and documents in any of their forms; years from one to another,
 * 2018..2020 or 2018-2020. Signs may be half- or full-width.
 *
 * <p>A pasted text, longer than anybody types and with the signs of sentences, is no such language:
 * its quotation marks, dashes and brackets are its author's, and all of it is words.
 *
 * <p>It never fails: what is no part of the language is searched as plain words, or left out where
 * nothing could be found by it, and said in the warnings, the first of them.
 */
public final class QueryParser {
  // Deeper nesting and more parts than any person types; beyond, parts are left out.
  private static final int MAX_DEPTH = 20;
  private static final int MAX_PARTS = 1000;

  /** Nobody reads more; a query can hold a thousand empty quotations. */
  private static final int MAX_WARNINGS = 20;

  /** A longer query with signs of sentences among its words, not quoted, was pasted. */
  private static final int MAX_TYPED_CODE_POINTS = 60;

  private static final Pattern SENTENCE_SIGN = Pattern.compile("[。！？；，]|[,.!?;](?=\\D|$)|\\R");

  private final List<QueryToken> tokens;
  private final List<QueryWarning> warnings;
  private int at;
  private int parts;

  private QueryParser(List<QueryToken> tokens, List<QueryWarning> warnings) {
    this.tokens = tokens;
    this.warnings = warnings;
  }

  /** The query as understood; an empty one asks for all letters. */
  public static ParsedQuery parse(String query) {
    List<QueryWarning> warnings = new ArrayList<>();
    List<QueryToken> tokens = new QueryLexer(query, warnings).tokens();
    if (isPasted(query, tokens)) {
      QueryNode text = new QueryNode.Words(query.strip());
      return new ParsedQuery(text, Understood.text(text), List.of());
    }
    QueryNode node = new QueryParser(tokens, warnings).all();
    List<QueryWarning> told = warnings.subList(0, Math.min(MAX_WARNINGS, warnings.size()));
    return new ParsedQuery(node, Understood.text(node), told);
  }

  private static boolean isPasted(String query, List<QueryToken> tokens) {
    if (query.codePointCount(0, query.length()) <= MAX_TYPED_CODE_POINTS) {
      return false;
    }
    int plainUnits = 0;
    boolean sentences = false;
    for (QueryToken token : tokens) {
      if (token instanceof QueryToken.Leaf(QueryNode.Words(String text), int start, int end)) {
        plainUnits += end - start;
        sentences |= SENTENCE_SIGN.matcher(text).find();
      }
    }
    return sentences && plainUnits * 2 > query.length();
  }

  private QueryNode all() {
    List<QueryNode> found = new ArrayList<>();
    while (at < tokens.size()) {
      either(0).ifPresent(found::add);
      if (at < tokens.size() && tokens.get(at) instanceof QueryToken.Close close) {
        warn("unopened-parenthesis", "多出的右括号已忽略", close);
        at++;
      }
    }
    return switch (found.size()) {
      case 0 -> new QueryNode.All();
      case 1 -> found.getFirst();
      default -> new AllOf(found);
    };
  }

  /** Parts joined by OR, up to a closing parenthesis or the end. */
  private Optional<QueryNode> either(int depth) {
    List<QueryNode> choices = new ArrayList<>();
    Optional<QueryToken> pendingOr = Optional.empty();
    while (at < tokens.size() && !(tokens.get(at) instanceof QueryToken.Close)) {
      if (tokens.get(at) instanceof QueryToken.Or or) {
        if (pendingOr.isPresent() || choices.isEmpty()) {
          warnLoneOr(or);
        } else {
          pendingOr = Optional.of(or);
        }
        at++;
        continue;
      }
      Optional<QueryNode> together = together(depth);
      together.ifPresent(choices::add);
      if (together.isPresent()) {
        pendingOr = Optional.empty();
      }
    }
    pendingOr.ifPresent(this::warnLoneOr);
    return switch (choices.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(choices.getFirst());
      default -> Optional.of(new AnyOf(choices));
    };
  }

  private void warnLoneOr(QueryToken or) {
    warn("lone-or", "“或”的一边没有内容，已忽略", or);
  }

  /** Parts that are all wanted, up to OR, a closing parenthesis or the end. */
  private Optional<QueryNode> together(int depth) {
    List<QueryNode> wanted = new ArrayList<>();
    while (at < tokens.size()
        && !(tokens.get(at) instanceof QueryToken.Or)
        && !(tokens.get(at) instanceof QueryToken.Close)) {
      one(depth).ifPresent(wanted::add);
    }
    return switch (wanted.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(wanted.getFirst());
      default -> Optional.of(new AllOf(wanted));
    };
  }

  private Optional<QueryNode> one(int depth) {
    QueryToken token = tokens.get(at++);
    return switch (token) {
      case QueryToken.Leaf leaf -> counted(leaf);
      case QueryToken.Open open -> group(open, depth);
      case QueryToken.Minus minus -> negated(minus, depth);
      case QueryToken.Field field -> inField(field, depth);
      case QueryToken.Or or -> Optional.empty();
      case QueryToken.Close close -> Optional.empty();
    };
  }

  private Optional<QueryNode> counted(QueryToken.Leaf leaf) {
    if (++parts <= MAX_PARTS) {
      return Optional.of(leaf.node());
    }
    if (parts == MAX_PARTS + 1) {
      warn("too-many-parts", "查询超过" + MAX_PARTS + "个部分，其余已忽略", leaf);
    }
    return Optional.empty();
  }

  private Optional<QueryNode> group(QueryToken.Open open, int depth) {
    if (depth == MAX_DEPTH) {
      warn("too-deep", "括号超过" + MAX_DEPTH + "层，更深的已忽略", open);
      return Optional.empty();
    }
    Optional<QueryNode> inner = either(depth + 1);
    if (at < tokens.size()) {
      at++; // the closing one, for either() stops nowhere else
    } else {
      warn("unclosed-parenthesis", "缺少右括号，已补在末尾", open);
    }
    if (inner.isEmpty()) {
      warn("empty-parentheses", "括号内没有内容，已忽略", open);
    }
    return inner;
  }

  private Optional<QueryNode> negated(QueryToken.Minus minus, int depth) {
    if (!partFollows()) {
      warn("lone-minus", "减号没有紧接词语，已忽略", minus);
      return Optional.empty();
    }
    return one(depth).map(Not::new);
  }

  private Optional<QueryNode> inField(QueryToken.Field field, int depth) {
    if (!partFollows()) {
      warn("empty-field", "“" + field.field().names().get(1) + "”后没有内容，已忽略", field);
      return Optional.empty();
    }
    Optional<QueryNode> part = one(depth);
    if (field.field() == TextField.YEAR && part.filter(QueryParser::isNoYear).isPresent()) {
      warn("unknown-year", "“年份”后不是年份，按普通词语检索", field);
      return part;
    }
    return part.map(node -> within(field.field(), node));
  }

  private static boolean isNoYear(QueryNode node) {
    return node instanceof QueryNode.Words(String text) && TypedYears.value(text).isEmpty();
  }

  /** A field within a field keeps the inner one. */
  private static QueryNode within(TextField field, QueryNode node) {
    return switch (node) {
      case Not(QueryNode part) -> new Not(within(field, part));
      case InField inner -> inner;
      case QueryNode.All all -> all;
      case QueryNode.Words words -> new InField(field, words);
      case QueryNode.Phrase phrase -> new InField(field, phrase);
      case QueryNode.Numbered numbered -> new InField(field, numbered);
      case QueryNode.DocNumbered numbered -> new InField(field, numbered);
      case QueryNode.Years years ->
          years.text().isEmpty() ? years : new InField(field, new QueryNode.Words(years.text()));
      case AllOf all -> new InField(field, all);
      case AnyOf any -> new InField(field, any);
    };
  }

  private boolean partFollows() {
    return at < tokens.size()
        && switch (tokens.get(at)) {
          case QueryToken.Leaf leaf -> true;
          case QueryToken.Open open -> true;
          case QueryToken.Minus minus -> true;
          case QueryToken.Field field -> true;
          case QueryToken.Or or -> false;
          case QueryToken.Close close -> false;
        };
  }

  private void warn(String code, String message, QueryToken token) {
    warnings.add(new QueryWarning(code, message, token.start(), token.end()));
  }
}
