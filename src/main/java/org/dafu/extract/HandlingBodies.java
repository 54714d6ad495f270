package org.dafu.extract;

import java.util.ArrayList;
import java.util.List;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.dafu.reply.Span;

/**
 * Bodies that handle a paper in one role, which brackets behind their names say:
 * 承办单位：甲局（主办）；乙局、丙局（会办）.
 *
 * @param names of them, as printed one behind the other
 * @param role 主办, 会办 and so on; 牵头, 协助 or 配合 where it says that
 * @param span of the role
 */
record HandlingBodies(Tight names, String role, Span span) {
  private static final Wording LABEL = Wording.of("^(?:承办|办理|答复)单位(?:\\(盖?章\\))?[:]?");

  private static final Wording WITH_ROLE =
      Wording.of("([^()]{3,120})[(](主办?|牵头|会办?|协办?|分办?|协助|配合)(?:单位)?[)]");

  /** A list of bodies is no longer than this. */
  private static final int LONGEST = 260;

  /** Those of the form and of the labelled lines, in the letter's order. */
  static List<HandlingBodies> of(Layout letter) {
    List<HandlingBodies> bodies = new ArrayList<>();
    letter.form.find(LABEL).ifPresent(value -> add(value.tight(), bodies));
    for (Line line : letter.lines) {
      Hits label = line.tight().matcher(LABEL);
      if (label.find()) {
        add(line.tight().beginning(LONGEST).from(label.end()), bodies);
      }
    }
    return bodies;
  }

  private static void add(Tight list, List<HandlingBodies> bodies) {
    Hits body = list.matcher(WITH_ROLE);
    while (body.find()) {
      Tight names = list.to(body.end(1)).from(body.start(1));
      String role = body.group(2).length() == 1 ? body.group(2) + "办" : body.group(2);
      bodies.add(new HandlingBodies(names, role, list.span(body, 2)));
    }
  }

  /** Whether they lead. */
  boolean lead() {
    return role.equals("主办") || role.equals("牵头");
  }
}
