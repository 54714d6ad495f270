package org.dafu.extract;

import java.util.Optional;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/** A line of a letter outside of tables. For use by one thread. */
final class Line {
  private final Span span;
  private final Tight tight;
  private final boolean marked;
  private @Nullable SectionLabel label;
  private boolean labelRead;
  private @Nullable Boolean agency;
  private Dates.@Nullable Dated lastDate;
  private boolean lastDateRead;

  /**
   * @param span its place in the letter
   * @param tight its folded text without white space
   * @param marked whether the source marks it as a heading
   */
  Line(Span span, Tight tight, boolean marked) {
    this.span = span;
    this.tight = tight;
    this.marked = marked;
  }

  Span span() {
    return span;
  }

  Tight tight() {
    return tight;
  }

  boolean marked() {
    return marked;
  }

  String text() {
    return tight.text();
  }

  int length() {
    return tight.length();
  }

  /** Whether it is nothing but the name of a body. */
  boolean isAgency() {
    if (agency == null) {
      agency = AgencyNames.isAgencyLine(text());
    }
    return agency;
  }

  /** The last date in it. */
  Optional<Dates.Dated> lastDate() {
    if (!lastDateRead) {
      lastDate = Dates.last(tight).orElse(null);
      lastDateRead = true;
    }
    return Optional.ofNullable(lastDate);
  }

  /** The label that it begins with; null if none. */
  @Nullable SectionLabel label() {
    if (!labelRead) {
      label = SectionLabel.of(this);
      labelRead = true;
    }
    return label;
  }
}
