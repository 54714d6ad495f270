package org.dafu.extract;

import java.util.ArrayList;
import java.util.List;
import org.dafu.extract.Numeral.Kind;
import org.dafu.reply.FigureType;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/**
 * One pass over folded text that finds figures. Nearly every character is passed over after one
 * look into a table of characters; all else happens only where a number stands, and looks no
 * further than a clause.
 */
final class FigureScan {
  private static final byte PLAIN = 0;
  private static final byte NUMBER = 1;
  private static final byte YEAR = 2;
  private static final byte CLAUSE_END = 3;
  private static final byte SENTENCE_END = 4;
  private static final byte LINE_END = 5;
  private static final byte BRACKET = 6;
  private static final byte CUE = 7;
  private static final byte BED = 8;

  private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

  static {
    mark("0123456789零〇一二两三四五六七八九十百千万亿", NUMBER);
    mark("年", YEAR);
    mark(",;:、()", CLAUSE_END);
    mark("。!?", SENTENCE_END);
    mark("\n\t", LINE_END);
    mark("《〔[【", BRACKET);
    mark(Tense.CUE_STARTS, CUE);
    mark("床", BED);
  }

  /** A title in 《》 is no longer than this. */
  private static final int LONGEST_TITLE = 120;

  /** 张 counts the beds that were named no further back than this in its line. */
  private static final int NEAR = 80;

  private final String text;
  private final int limit;
  private final StatedYear years;
  private final Tense tense;
  private final Subject subjects;
  private final List<FigureMention> found = new ArrayList<>();

  private int lineStart;

  /** Where the first cell of a table's row ends; -1 in running text. */
  private int firstTab;

  /** Where 床 was read last in the line; long ago if it was not. */
  private int lastBed;

  private int sentenceStart;
  private int clauseStart;
  private @Nullable Span lastSubject;

  /** The open counting word read last in this line and what it counted; null if none was. */
  private @Nullable Unit lastUnit;

  private @Nullable FigureType lastCounted;

  /**
   * @param letterYear the year of the letter, by which 今年 and 去年 are told; null if unknown
   */
  FigureScan(String text, int limit, @Nullable Integer letterYear) {
    this.text = text;
    this.limit = limit;
    this.years = new StatedYear(text, letterYear);
    this.tense = new Tense(text);
    this.subjects = new Subject(text, limit);
  }

  private static void mark(String units, byte kind) {
    for (int i = 0; i < units.length(); i++) {
      KINDS[units.charAt(i)] = kind;
    }
  }

  /** The figures of {@code text[from, limit)}, in order. */
  List<FigureMention> from(int from) {
    startLine(from);
    int at = from;
    while (at < limit) {
      byte kind = KINDS[text.charAt(at)];
      at = kind == PLAIN ? at + 1 : step(kind, at);
    }
    return found;
  }

  private int step(byte kind, int at) {
    switch (kind) {
      case NUMBER -> {
        return number(at);
      }
      case YEAR -> years.relative(at);
      case CLAUSE_END -> endClause(at);
      case SENTENCE_END -> startSentence(at + 1);
      case LINE_END -> endLine(at);
      case BRACKET -> {
        return afterBracket(at);
      }
      case CUE -> tense.cue(at);
      case BED -> lastBed = at;
      default -> throw new IllegalStateException("no such kind of character: " + kind);
    }
    return at + 1;
  }

  private void endClause(int at) {
    clauseStart = at + 1;
    if (text.charAt(at) == ';') {
      years.start();
    }
  }

  private void endLine(int at) {
    if (text.charAt(at) == '\n') {
      startLine(at + 1);
    } else {
      firstTab = firstTab < 0 ? at : firstTab;
      clauseStart = at + 1;
    }
  }

  private void startLine(int at) {
    lineStart = at;
    firstTab = -1;
    lastBed = at - NEAR;
    lastSubject = null;
    lastUnit = null;
    lastCounted = null;
    startSentence(at);
  }

  private void startSentence(int at) {
    sentenceStart = at;
    clauseStart = at;
    years.start();
    tense.startSentence();
  }

  /** The place after a title or a document's number, in which no figures stand. */
  private int afterBracket(int at) {
    char close =
        switch (text.charAt(at)) {
          case '《' -> '》';
          case '〔' -> '〕';
          case '[' -> ']';
          default -> '】';
        };
    int longest = Math.min(limit, at + (close == '》' ? LONGEST_TITLE : 14));
    for (int end = at + 1; end < longest && text.charAt(end) != '\n'; end++) {
      if (text.charAt(end) == close) {
        return end + 1;
      }
    }
    return at + 1;
  }

  private int number(int at) {
    if (text.charAt(at) == '一' && isOneOfText(at)) {
      return at + 1;
    }
    Numeral number = Numeral.at(text, at, limit);
    if (years.absolute(number, limit, tense)) {
      return number.end();
    }
    int fraction = Fraction.end(text, number, limit);
    if (fraction > 0) {
      double percent = Fraction.percent(text, number, limit);
      boolean named = number.kind() != Kind.BARE_SCALE && NumberContext.isNamed(text, number);
      return named || percent <= 0
          ? fraction
          : add(rate(number, percent, fraction), subjects.after(fraction));
    }
    if (number.kind() == Kind.INEXACT || NumberContext.isNamed(text, number)) {
      return number.end();
    }
    Quantity quantity = Quantity.at(text, number, limit);
    if (quantity == null) {
      return number.end();
    }
    Span after = subjects.after(quantity.end());
    return NumberContext.isCounted(text, quantity, after) ? add(quantity, after) : number.end();
  }

  /** 进一步, 一是, 一个: a lone 一 is counted in 一成 only. */
  private boolean isOneOfText(int at) {
    if (at + 1 >= limit) {
      return true;
    }
    char next = text.charAt(at + 1);
    return KINDS[next] != NUMBER && next != '成' && next != '点';
  }

  private static Quantity rate(Numeral number, double percent, int end) {
    Unit unit = Unit.PERCENT;
    return new Quantity(number, percent, null, unit, new Span(number.start(), end), end);
  }

  private int add(Quantity quantity, Span after) {
    int start = NumberContext.qualifierStart(text, quantity.number().start(), clauseStart);
    Span before = subjects.before(clauseStart, start);
    FigureType type = type(quantity.unit(), after, before, start);
    Span named = subject(quantity.unit(), type, after, before);
    lastSubject = named;
    found.add(
        new FigureMention(
            type,
            quantity.value(),
            quantity.max(),
            quantity.unitSpan(),
            new Span(start, quantity.end()),
            named,
            years.year(),
            tense.promise(),
            sentenceStart));
    clauseStart = quantity.end();
    return quantity.end();
  }

  private FigureType type(Unit unit, Span after, Span before, int start) {
    if (!unit.open()) {
      return unit.type();
    }
    FigureType told = CountedNoun.firstIn(text, after.start(), after.end());
    if (told == null && !isElliptical(before)) {
      told = CountedNoun.endOf(text, before.start(), before.end());
    }
    if (told == null && unit.equals(lastUnit)) {
      told = lastCounted;
    } else if (told == null && unit.word().equals("张") && start - lastBed < NEAR) {
      told = FigureType.BEDS;
    }
    FigureType type = told == null ? unit.type() : unit.told(told);
    lastUnit = unit;
    lastCounted = type;
    return type;
  }

  /** 没有固定场所的12个: the noun was named before. */
  private boolean isElliptical(Span before) {
    return before.end() < limit && text.charAt(before.end()) == '的';
  }

  /** Measures follow what they measure; counting words stand before the noun if one is there. */
  private @Nullable Span subject(Unit unit, FigureType type, Span after, Span before) {
    boolean measure =
        switch (type) {
          case MONEY, RATE, AREA, LENGTH -> true;
          case PEOPLE, BEDS, HOUSEHOLDS, FACILITIES, COUNT -> unit.factor() != 1;
        };
    Span first = measure ? before : after;
    Span second = measure ? after : before;
    if (first.length() > 1) {
      return first;
    }
    return second.length() > 1 ? second : rowLabel();
  }

  /** In a table the row's first cell says what is counted; elsewhere the figure before. */
  private @Nullable Span rowLabel() {
    boolean row = firstTab > lineStart && firstTab - lineStart < LONGEST_TITLE;
    return row ? new Span(lineStart, firstTab) : lastSubject;
  }
}
