package org.dafu.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dafu.extract.BestCues.Best;
import org.dafu.extract.CueIndex.Place;
import org.dafu.read.Folding;
import org.dafu.reply.SectionCue;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/**
 * Codes the sections of a letter by the taxonomy: what measures they take ({@link TopicChoice}), by
 * which instruments ({@link ToolTally}), and how far they are ({@link ProgressTally}). Safe for use
 * by many threads.
 */
final class SectionCoder {
  /**
   * A section to be coded.
   *
   * @param heading its label and heading, as folded; may be empty
   * @param text what stands under it, parts included
   * @param children parts one level below
   */
  record Part(Tight heading, Tight text, List<Part> children) {}

  /**
   * The codes of a section.
   *
   * @param measures measure types in the order of the taxonomy
   * @param instruments policy instruments, likewise
   * @param status fulfilment status, likewise
   * @param cues for each code the cue that speaks loudest for it, in the order of the three lists;
   *     none for a code that the section has from its letter
   * @param children of the parts below, in order: those of the section's codes that they speak of
   */
  record Codes(
      List<String> measures,
      List<String> instruments,
      List<String> status,
      List<SectionCue> cues,
      List<Codes> children) {}

  /** A section after its text was seen: topics by their points, the other codes chosen. */
  private static final class Seen {
    final double[] topics;
    final List<Integer> tools;
    final List<Integer> progress;
    final BestCues best;

    Seen(double[] topics, List<Integer> tools, List<Integer> progress, BestCues best) {
      this.topics = topics;
      this.tools = tools;
      this.progress = progress;
      this.best = best;
    }
  }

  private static final int MEASURES = 0;
  private static final int INSTRUMENTS = 1;
  private static final int STATUS = 2;

  /** What the points of a heading's cues are worth against those of its text. */
  private static final double HEADING = 2;

  private final CueIndex index;
  private final TopicTree tree;

  /** Sets of arrays that no letter uses now, as many as there were threads at once. */
  private final Queue<Desk> desks = new ConcurrentLinkedQueue<>();

  SectionCoder(Taxonomy taxonomy, Folding folding) {
    index = new CueIndex(taxonomy, folding::fold);
    tree = new TopicTree(taxonomy.measures());
  }

  /**
   * The codes of a letter's sections, in their order.
   *
   * @param titles the proposals'
   * @param agency name of the issuing body; null if unknown
   */
  List<Codes> code(List<Tight> titles, @Nullable Tight agency, List<Part> sections) {
    if (sections.isEmpty()) {
      return List.of();
    }
    Desk idle = desks.poll();
    Desk desk = idle == null ? new Desk() : idle;
    List<Codes> codes = desk.code(titles, agency, sections);
    desks.offer(desk); // not if it threw: half-filled arrays would spoil the next letter
    return codes;
  }

  /** Where one letter at a time is coded, with arrays that are used for one after another. */
  private final class Desk {
    private final ClauseScanner scanner = new ClauseScanner(index);
    private final TopicTally topics = new TopicTally(index, MEASURES);
    private final ToolTally tools = new ToolTally(index, INSTRUMENTS);
    private final ProgressTally progress = new ProgressTally(index, STATUS);

    List<Codes> code(List<Tight> titles, @Nullable Tight agency, List<Part> sections) {
      int measures = index.firstCode[MEASURES + 1];
      List<double[]> titlePoints =
          titles.stream().map(title -> topicsOf(title, Place.HEADINGS)).toList();
      double[] agencyPoints =
          agency == null ? new double[measures] : topicsOf(agency, Place.AGENCY);
      List<Seen> seen = sections.stream().map(this::see).toList();
      TopicChoice choice =
          new TopicChoice(
              tree,
              titlePoints,
              agencyPoints,
              seen.stream().map(section -> section.topics).toList());
      List<Codes> codes = new ArrayList<>();
      for (int s = 0; s < sections.size(); s++) {
        Seen section = seen.get(s);
        List<Integer> all = new ArrayList<>(choice.of(s));
        all.addAll(section.tools);
        all.addAll(section.progress);
        Collections.sort(all);
        List<Codes> children =
            sections.get(s).children().stream().map(part -> below(part, all)).toList();
        codes.add(codes(all, section.best, children));
      }
      return codes;
    }

    private double[] topicsOf(Tight name, Place place) {
      BestCues unused = new BestCues(index.codes.size());
      scanner.scan(name.text(), place, clause -> topics.take(clause, name, unused));
      return topics.drain();
    }

    private Seen see(Part part) {
      BestCues best = new BestCues(index.codes.size());
      Tight heading = part.heading();
      scanner.scan(
          heading.text(),
          Place.HEADINGS,
          clause -> {
            topics.take(clause, heading, best);
            tools.take(clause, heading, best, true);
            progress.takeHeading(clause, heading, best);
          });
      double[] inHeading = topics.drain();
      Tight text = part.text();
      scanner.scan(
          text.text(),
          Place.EVERYWHERE,
          clause -> {
            topics.take(clause, text, best);
            tools.take(clause, text, best, false);
            progress.take(clause, text, best);
          });
      double[] points = topics.drain();
      TopicTally.add(points, inHeading, HEADING);
      return new Seen(points, tools.drain(), progress.drain(), best);
    }

    /** A part bears those of its section's codes that it speaks of itself. */
    private Codes below(Part part, List<Integer> ofSection) {
      BestCues best = see(part).best;
      List<Integer> own =
          ofSection.stream()
              .filter(
                  code -> {
                    Best cue = best.of(code);
                    return cue != null && cue.weight() >= CueIndex.STRONG;
                  })
              .toList();
      return codes(own, best, List.of());
    }

    /** The codes of these numbers, which are in order. */
    private Codes codes(List<Integer> numbers, BestCues best, List<Codes> children) {
      List<List<String>> names = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      List<SectionCue> cues = new ArrayList<>();
      for (int number : numbers) {
        String name = index.codes.get(number).code();
        names.get(listOf(number)).add(name);
        Best cue = best.of(number);
        if (cue != null) {
          Span span = cue.span();
          cues.add(new SectionCue(name, index.entries[cue.cue()].text(), span.start(), span.end()));
        }
      }
      return new Codes(
          names.get(MEASURES), names.get(INSTRUMENTS), names.get(STATUS), cues, children);
    }

    private int listOf(int code) {
      int list = MEASURES;
      while (code >= index.firstCode[list + 1]) {
        list++;
      }
      return list;
    }
  }
}
