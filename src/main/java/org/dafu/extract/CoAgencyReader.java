package org.dafu.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.dafu.reply.ReplyType;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies that handled a paper with the issuing one (会办单位, 协办单位): those that a label
 * names, those that the opening says it was handled with, and those that sign too; not those merely
 * mentioned.
 */
final class CoAgencyReader {
  private static final Wording FORM_LABEL = Wording.of("(?:会办|协办|分办)(?:单位|部门)");
  private static final Wording LABELLED =
      Wording.of("(?:会办|协办|分办|联办)(?:单位|部门)?(?:[:]|(?<=单位)为)([^。]{3,120})");

  private static final Wording LEAD =
      Wording.of("^主办单位[:](.{3,40}?)[。;]?$|^(.{3,40}?)[(]主办(?:单位)?[)]");

  /** Whom a co-opinion is written to leads. */
  private static final Wording YOU_LEAD = Wording.of("由[你贵][局委办厅院部处](?:牵头)?主办");

  /** A body's name begins here. */
  private static final String ONE_BODY =
      "(?=(?!为)[\\u4e00-\\u9fa5]{2,20}(?:局|委|办|厅|会|行|公司|中心|部|队|院|联|社|海关|[所站馆校]|政府|镇|乡|街道))";

  /** 市财政局, 赣州市财政局: not 局长办公会, 局党委. */
  private static final String OF_A_PLACE = "(?=[省市县区州旗]|[\\u4e00-\\u9fa5]{2,8}[市县区州旗镇乡])";

  /** What is said before the bodies that a paper was handled with. */
  private static final Wording JOINTLY =
      Wording.of(
          "(?:(?:会同|会商请?|经商|经会(?!同|商|办|议)|函商|联合(?!会)|征求|汇总|综合|结合|(?<![市县区省州工招外电])商(?!务|业|贸)请?)了?"
              + "|经(?!与)(?=[^,。;]{3,40}[与和、][^,。;]{3,60}(?:共同|联合)(?:研究|会商|办理))"
              + OF_A_PLACE
              + "|经与|并与|牵头与|我[局委办厅](?:及(?!时)|和|、)|我[局委办厅们]邀请"
              + "|(?:^|(?<=[,。;]|我[局委办厅们院]))(?:(?:及时|主动|多次|先后|立即|积极|迅速|认真|已|还)){0,2}与"
              + "|(?:组织|根据|按照|听取|吸收)了?(?=[^,。;]{2,60}(?:会办意见|协办意见|办理意见|反馈意见|召开|会商|研究))"
              + OF_A_PLACE
              + "|(?:责成|指定|安排|交由|转由)(?=[^,。;]{2,60}(?:办理|承办|牵头|研究))"
              + OF_A_PLACE
              + ")"
              + "(?:(?:会办|协办|主办|配合)单位)?"
              + ONE_BODY
              + "|(?:会办|协办|主办|配合)单位"
              + ONE_BODY);

  /** What is to be done with others does not count. */
  private static final Wording DONE_WITH =
      Wording.of("(?:^|(?<=[,。;]|我[局委办厅们]|我[局委办厅们]已))会同" + ONE_BODY);

  /** 甲局、乙局提出了会办意见. */
  private static final Wording GAVE_OPINION =
      Wording.of(
          "(?:^|(?<=[,。;]))([^,。;:]{3,80}?)(?:分别|均|都|也|已|先后|及时){0,2}(?:提出|反馈|出具|提供|报送|回复)了?(?:书面)?(?:的)?(?:会办|协办)意见");

  /** 由甲局主办，乙镇、丙镇协办: the names stand before the word. */
  private static final Wording BY_OTHERS =
      Wording.of(
          "(?<=[,。;:由经])([\\u4e00-\\u9fa5、()&&[^由经]]{3,80}?)(?:(?:分别|共同)?(?:协办|会办|配合办理|协同办理|协助办理)(?!意见|单位|部门)|配合(?=[,。;]|$)|(?:共同|联合)(?:主办|承办|办理)(?!意见|单位|部门)|作?为(?:协办|会办)单位)");

  /** Where a list of bodies ends and the sentence goes on. */
  private static final Wording LIST_END =
      Wording.of(
          "[。;:“《]|向[\\u4e00-\\u9fa5]|等(?:部门|单位|\\d|[二两三四五六七八九十])|(?:共同|研究(?![所院室中])|会商|会办意见|协办意见|的意见|意见|到[\\u4e00-\\u9fa5]|对(?!外)|认真|合并|并案|进行|逐[条项]|开展|提出|就(?!业)[\\u4e00-\\u9fa5]|赴|深入|三次|多次|沟通|走访|调研|现[将就答]|办理|商议|[,])");

  /** After 如下 the answer itself begins: what it tells of others is not about handling the paper. */
  private static final Wording ANSWER_BEGINS = Wording.of("如下|以下答复");

  /** Whom one talks with on the spot handles nothing: 与虞乡镇的干部群众座谈. */
  private static final Wording VISITED = Wording.of("[^,。;]{2,40}(?:群众|座谈|代表|学生|企业家)");

  private static final Wording SPLIT = Wording.of("[、,;]|(?<=[局委厅办会部院司队行心联府镇乡站处团])(?:和|及|与|以及)");
  private static final String ENDING = "(?:" + AgencyNames.ENDING + "|镇(?!化)|(?<!城)乡(?!村)|街道|苏木)";
  private static final Wording NAME = Wording.of("[\\u4e00-\\u9fa5()]{1,30}" + ENDING);

  /**
   * A name that a verb follows without any sign: the first end that is not within a longer name.
   */
  private static final Wording NAME_AND_VERB =
      Wording.of(
          "^([\\u4e00-\\u9fa5()]{1,24}?"
              + ENDING
              + ")(?!(?:人民)?政府|办公[室厅]|[组宣统][织传战]部|政法委|网信办|办?事处|编办|督查室|分局|支队|大队|中心|[交特刑]警|[局厅委会门]|联(?!系|合|动|手|络|审|办))");

  private static final Wording AND_OTHERS = Wording.of("(?:等部门|等单位|等|。)$");
  private static final Wording NO_NAME =
      Wording.of(
          "^(?:我|了|贵|各|会办|协办|主办|有关|相关|本|你|该|其他|属地|当地|辖区|上级|职能|由|召开|[分主]管|副|[局党]|委(?!员)|业务|全)|长办$|^[乡镇]政府$|^[省市县区]委(?:[省市县区]政府)?$|^(?:市|县|区)?(?:相关|有关)|[请求复]函|我[局委办厅]|[主承]办$");
  private static final int LONGEST_NAME = 30;

  /** A list of bodies without an end is read so far. */
  private static final int LONGEST_LIST = 60;

  /** Where an opening says with whom the paper was handled. */
  private static final int OPENING_UNITS = 260;

  private final Layout letter;
  private final @Nullable Found<String> agency;
  private final List<Found<String>> found = new ArrayList<>();

  private CoAgencyReader(Layout letter, @Nullable Found<String> agency) {
    this.letter = letter;
    this.agency = agency;
  }

  /**
   * The bodies in the order in which they are named.
   *
   * @param agency the issuing body, which is not among them under any of its names
   */
  static List<Found<String>> read(Layout letter, @Nullable Found<String> agency) {
    CoAgencyReader reader = new CoAgencyReader(letter, agency);
    reader.fromLabels();
    letter.form.find(FORM_LABEL).ifPresent(value -> reader.split(value.tight()));
    HandlingBodies.of(letter).stream()
        .filter(bodies -> !bodies.lead())
        .forEach(bodies -> reader.split(bodies.names()));
    reader.fromOpening();
    if (reader.found.isEmpty()) {
      reader.fromBody();
    }
    reader.fromSignatures();
    reader.fromLead();
    return List.copyOf(reader.found);
  }

  private void fromLabels() {
    for (Line line : letter.lines) {
      if (line.tight().mayContain(LABELLED)) {
        Hits hits = line.tight().beginning(OPENING_UNITS).matcher(LABELLED);
        if (hits.find()) {
          split(line.tight().to(hits.end(1)).from(hits.start(1)));
        }
      }
    }
  }

  private void fromOpening() {
    List<Line> body = letter.body();
    for (Line line : body.subList(0, Math.min(2, body.size()))) {
      Tight beginning = line.tight().beginning(OPENING_UNITS);
      Hits answer = beginning.matcher(ANSWER_BEGINS);
      boolean begins = answer.find();
      Tight opening = begins ? beginning.to(answer.start()) : beginning;
      Hits jointly = opening.matcher(JOINTLY);
      while (jointly.find()) {
        Tight rest = opening.from(jointly.end());
        if (rest.matcher(VISITED).lookingAt()) {
          continue;
        }
        splitUpToEnd(rest);
      }
      Hits others = opening.matcher(BY_OTHERS);
      while (others.find()) {
        split(opening.to(others.end(1)).from(others.start(1)));
      }
      if (begins) {
        return;
      }
    }
  }

  /**
   * Where the opening names nobody: who gave an opinion, or else with whom the answer says that
   * something was done.
   */
  private void fromBody() {
    for (Line line : letter.body()) {
      Hits opinion = line.tight().matcher(GAVE_OPINION);
      while (opinion.find()) {
        split(line.tight().to(opinion.end(1)).from(opinion.start(1)));
      }
    }
    if (!found.isEmpty()) {
      return;
    }
    for (Line line : letter.body()) {
      Hits matcher = line.tight().matcher(DONE_WITH);
      while (matcher.find()) {
        splitUpToEnd(line.tight().from(matcher.end()));
      }
    }
  }

  /** Further names that sign; who gets a copy stands below them. */
  private void fromSignatures() {
    List<Found<String>> signatures = new ArrayList<>();
    AgencyReader.signingLines(letter)
        .forEach(line -> AgencyReader.addSignature(letter, line, signatures));
    signatures.addAll(AgencyReader.signedTable(letter));
    for (Found<String> each : signatures) {
      if (agency != null
          && !AgencyReader.isLongerForm(agency.value(), each.value())
          && !AgencyReader.isLongerForm(each.value(), agency.value())) {
        add(each);
      }
    }
  }

  /** A co-opinion may name the body that leads: by a label, or behind the addressee. */
  private void fromLead() {
    boolean coOpinion =
        KindReader.readType(letter)
            .filter(type -> type.value() == ReplyType.CO_OPINION)
            .isPresent();
    for (Line line : coOpinion ? letter.head() : List.<Line>of()) {
      addLead(line.tight());
    }
    Line addressee = letter.salutationLine();
    if (coOpinion && addressee != null) {
      addLead(addressee.tight());
      int colon = addressee.text().indexOf(':');
      if (colon > 0
          && letter.openingStretch().filter(line -> line.contains(YOU_LEAD)).isPresent()) {
        split(addressee.tight().to(colon));
      }
    }
  }

  private void addLead(Tight line) {
    Hits lead = line.matcher(LEAD);
    if (lead.find()) {
      int group = lead.group(1) != null ? 1 : 2;
      split(line.to(lead.end(group)).from(lead.start(group)));
    }
  }

  private void splitUpToEnd(Tight list) {
    Hits end = list.matcher(LIST_END);
    split(end.find() ? list.to(end.start()) : list.beginning(LONGEST_LIST));
  }

  private void split(Tight list) {
    int from = 0;
    Hits separator = list.matcher(SPLIT);
    while (separator.find()) {
      addBody(list, from, separator.start());
      from = separator.end();
    }
    addBody(list, from, list.length());
  }

  private void addBody(Tight list, int from, int to) {
    if (to <= from) {
      return;
    }
    String name = AND_OTHERS.replaceAll(list.text().substring(from, to), "");
    if (!NAME.is(name)) {
      Hits verb = NAME_AND_VERB.matcher(name);
      name = verb.find() ? verb.group(1) : "";
    }
    if (!name.isEmpty() && name.length() <= LONGEST_NAME && !NO_NAME.in(name)) {
      Span span = list.span(from, from + name.length());
      add(Found.of(letter.compact(span), "co-handling", span, 0.85));
    }
  }

  /** Unless it is the issuing body, or already there under another name. */
  private void add(Found<String> body) {
    Optional<Found<String>> own = Optional.ofNullable(agency);
    boolean issuer =
        own.isPresent()
            && (own.get().value().endsWith(body.value())
                || AgencyNames.isSameBody(own.get().value(), body.value()));
    boolean known =
        found.stream()
            .anyMatch(
                each ->
                    each.value().equals(body.value())
                        || AgencyNames.isSameBody(each.value(), body.value()));
    if (!issuer && !known) {
      found.add(body);
    }
  }
}
