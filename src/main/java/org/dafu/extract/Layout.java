package org.dafu.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.dafu.read.Block;
import org.dafu.read.Folding;
import org.dafu.read.Hits;
import org.dafu.read.ReadDocument;
import org.dafu.read.Wording;
import org.dafu.reply.Span;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a letter: head (letterhead, class, title), salutation, opening sentence, body, and
 * tail (thanks, sign-off, copies). A document that is no letter has all its lines in the head.
 */
final class Layout {
  private static final Wording TITLE =
      Wording.of(
          "^(?:\\(?[A-D]\\)?类?)?(?:关于|对|政协|致|[\\u4e00-\\u9fa5]{2,24}关于|[\\u4e00-\\u9fa5]{2,24}对|[\\u4e00-\\u9fa5]{2,30}第|第|《|“|\\().{2,220}?"
              + "(?:答复函?|复函|回复函?|函复|复文|办复|办理情况(?:的?(?:报告|答复|回复|反馈|汇报))?|(?:会办|协办|办理|主办)意见|办理结果|续复(?:情况的?报告)?|续办(?:情况的?报告)?|办理答复|答复意见|意见的?函|答复情况)"
              + "(?:的?函|意见|报告|书)?(?:\\(关于[^()]{4,90}的(?:提案|建议|议案)\\))?(?:[(\\[【〔][^()\\[\\]【】〔〕。:]{1,20}[)\\]】〕]类?){0,2}[(\\[]?(?:[A-D]类?)?[)\\]]?(?::[^:。,您]{2,40})?$");

  private static final Wording TITLE_START =
      Wording.of("^(?:关于|对|政协|[\\u4e00-\\u9fa5]{2,24}(?:关于|对)|《|“|[\\u4e00-\\u9fa5]{1,20}第|第)");

  private static final Wording SALUTATION =
      Wording.of(
          "^(?:致(?:[:]|(?!公党)))?(?:尊敬的|敬爱的)?(?!抄|领衔|联名|附议|联系|承办|经办|主办|会办|协办|签发|答复如下|您|你|一、|二、)([^:。;!?]{1,90}?)(?:[:]|(?=您(?:们)?(?:好|在|提|于)|你们?(?:好|在|提)|贵(?:委(?!员)|局|厅|部|办|单位|会|党派|支部|院|公司|处|小组|社)(?![、,]|委员|代表|等)))");

  private static final Wording ADDRESSED =
      Wording.of(
          "(?:委员|代表|同志|先生|女士|委员会|工委|支部|总支|支社|总社|小组|界|界别|代表团|妇联|残联|团委|会|局|委|办|厅|院|部|政府|工商联|组|党派)(?:们|等)?$|等\\d*[一二三四五六七八九十]*[名位]?(?:委员|代表)|\\)$");

  private static final Wording OPENING =
      Wording.of(
          "收悉|已?收到|悉[,。]|[现兹].{0,24}(?:答复|回复|函复|反馈|复函|汇报|报告|说明|意见)(?:如下|给)|(?:答复|回复|意见|情况|复函|反馈)(?:函告|汇报|报告)?如下|提出的.{2,120}(?:提案|建议|议案)|现就.{2,90}(?:答复|回复|报告|回告|反馈|说明|汇报)|(?:答复|回告|报告|反馈)如下|作如下(?:答复|回复|说明|反馈)");

  private static final Wording CLOSING =
      Wording.of(
          "^(?:最后[,，]?)?(?:衷心|再次|诚挚|非常|十分|真诚)?(?:地)?(?:感谢|谢谢)|^(?:专此|特此|此复|以上(?:答复|意见|是|为)|如(?:对|有|您).{0,20}(?:意见|不妥|不满)|妥否|欢迎)|^(?:您|你)们?对(?:以上|上述|本)(?:答复|办理)");

  private static final Wording SIGN_OFF =
      Wording.of(
          "^[(（]?(?:抄[送报:]|主送|联[系络](?:人|员|单位|电话|方式|科|处)|(?:承办|经办|主办|责任|办理|答复|具体承办|具体经办)(?:人|员|领导|单位|科室|处室|部门|民警|干部)|签发|领导署名|领导签[字名]|负责人|(?:主管|分管|主要|单位)(?:领导|负责)|邮政编码|邮编|地址|电话|主办单位|会办单位|协办单位|类别|办[理复](?:结果|类别)|(?:是否)?公开|附件?:|审签|审核|具体承办|(?:[此本该][函件])?已?经[\\u4e00-\\u9fa5]{2,8}审签)");

  /** What a register calls the member whose name stands behind: 代表：周立新. */
  private static final Wording MEMBER = Wording.of("(?:提案|建议|附议)?(?:代表|委员)");

  /** Stray lines among those of the sign-off are no longer than this. */
  private static final int LONGEST_ODD_LINE = 45;

  private static final int LONGEST_TITLE = 160;

  /** Text with no gap of two spaces in it, or of one before 签发人. */
  private static final Wording PIECE = Wording.of("\\S(?:\\s?(?!签发)\\S)*+");

  private static final Wording UNSPACED = Wording.of("[^\\s\\u3000\\u00a0]+");

  /** A letter opens within so many lines. */
  private static final int OPENED_WITHIN = 60;

  /** An opening says so within so many characters of its line, which has more than these. */
  private static final int OPENING_WITHIN = 400;

  private static final int SHORTER_THAN_OPENING = 12;

  /** A label with its unit of organisation is no longer than this. */
  private static final int LONGEST_LABEL = 20;

  /** What sites put before a letter's own title. */
  private static final Wording TITLE_PREFIX =
      Wording.of("^(?:[【\\[(][^】\\])]{1,14}[】\\])]|[^:《“]{2,24}:(?=关于|对))");

  final ReadDocument document;
  final String text;
  final String folded;
  final List<Line> lines = new ArrayList<>();
  final Form form;
  final int salutation;
  final int opening;

  /** The line in which a register labels the answer; -1 if it is none. */
  final int registerAnswer;

  final int bodyStart;
  final int bodyEnd;
  private final @Nullable Tight title;

  /** The first line, of those seen so far, that opens a letter; -1 if none does. */
  private int opened = -1;

  Layout(ReadDocument document, Folding folding) {
    this.document = document;
    this.text = document.text();
    this.folded = folding.fold(text);
    for (Block block : document.blocks()) {
      switch (block) {
        case Block.Heading heading -> addLine(heading.span(), true);
        case Block.Paragraph paragraph -> addLine(paragraph.span(), false);
        case Block.Table table -> {} // a form, read by cells
      }
    }
    this.form = new Form(this, document.blocks());
    this.opening = opened;
    this.salutation = findSalutation();
    this.registerAnswer = opening < 0 && salutation < 0 ? Register.answerLine(lines, form) : -1;
    this.bodyStart = findBodyStart();
    this.bodyEnd = findBodyEnd();
    this.title = findTitle();
  }

  private void addLine(Span span, boolean marked) {
    Tight tight = tight(span.start(), span.end());
    if (tight.isEmpty()) {
      return;
    }
    Optional<Tight> answer = opened < 0 ? Register.answerIn(tight) : Optional.empty();
    if (answer.isPresent()) { // behind its label in the same line
      int start = answer.get().span(0, 1).start();
      Span label = new Span(span.start(), start);
      addLine(new Line(label, tight(label.start(), label.end()), marked));
      addLine(new Line(new Span(start, span.end()), answer.get(), marked));
    } else {
      addLine(new Line(span, tight, marked));
    }
  }

  private void addLine(Line line) {
    if (opened < 0 && lines.size() < OPENED_WITHIN && isOpening(line.tight())) {
      opened = lines.size();
    }
    lines.add(line);
  }

  private static boolean isOpening(Tight line) {
    return line.length() > SHORTER_THAN_OPENING
        && line.beginning(OPENING_WITHIN).contains(OPENING)
        && !line.contains(TITLE);
  }

  Map<String, String> pageFields() {
    return document.pageFields();
  }

  /** Lines before the salutation, or before the answer for want of one. */
  List<Line> head() {
    int answer = opening >= 0 ? opening : registerAnswer;
    int end = salutation >= 0 ? salutation : answer >= 0 ? answer : Math.min(lines.size(), 12);
    return lines.subList(0, end);
  }

  /** Lines of the answer itself. */
  List<Line> body() {
    return bodyStart < bodyEnd ? lines.subList(bodyStart, bodyEnd) : List.of();
  }

  /** Thanks, sign-off and copies. */
  List<Line> tail() {
    return lines.subList(bodyEnd, lines.size());
  }

  /** The printed text at a place, with line ends and runs of white space made one space. */
  String printed(Span span) {
    return spaced(span.of(text), " ");
  }

  /** The printed text at a place without any white space: for names and numbers. */
  String compact(Span span) {
    return spaced(span.of(text), "");
  }

  /** The text with this in place of each run of white space, and none at its ends. */
  private static String spaced(String text, String gap) {
    StringBuilder spaced = new StringBuilder(text.length());
    boolean parted = false;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit <= '\u3000' && (Character.isWhitespace(unit) || unit == '\u00a0')) {
        parted = !spaced.isEmpty();
      } else {
        if (parted) {
          spaced.append(gap);
          parted = false;
        }
        spaced.append(unit);
      }
    }
    return spaced.toString();
  }

  /** 王强 李明: names parted by white space only, each with its place; 王 强 is one name. */
  List<Span> namesIn(Span span) {
    List<Span> parts = new ArrayList<>();
    Hits part = UNSPACED.matcher(span.of(text));
    while (part.find()) {
      parts.add(new Span(span.start() + part.start(), span.start() + part.end()));
    }
    boolean names =
        parts.size() > 1
            && parts.stream().allMatch(each -> each.length() >= 2 && each.length() <= 4);
    return names ? parts : List.of(span);
  }

  /** The stretch {@code folded[start, end)}. */
  Tight tight(int start, int end) {
    return Tight.of(folded, start, end);
  }

  /** A line, and where it has wide gaps the pieces between them, what is signed with apart. */
  List<Tight> pieces(Line line) {
    if (line.length() == line.span().length()) {
      return List.of(line.tight());
    }
    List<Tight> pieces = new ArrayList<>(List.of(line.tight()));
    String printed = line.span().of(folded);
    Matcher piece = PIECE.within(printed, 0, printed.length());
    while (piece.find()) {
      pieces.add(tight(line.span().start() + piece.start(), line.span().start() + piece.end()));
    }
    return pieces;
  }

  /** The stretch from one line to another, both included. */
  Tight stretch(int from, int to) {
    return tight(lines.get(from).span().start(), lines.get(to).span().end());
  }

  /**
   * The title line of the letter, joined where it was wrapped; the last one before the salutation.
   */
  Optional<Tight> title() {
    return Optional.ofNullable(title);
  }

  private @Nullable Tight findTitle() {
    int end = head().size();
    Tight last = null;
    for (int from = 0; from < end; from++) {
      for (int to = from; to < Math.min(end, from + 4); to++) {
        Tight joined = withoutPrefix(stretch(from, to));
        if (!TITLE_START.in(joined.text()) || lines.get(from).length() > LONGEST_TITLE) {
          break;
        }
        if (joined.contains(TITLE)) {
          last = joined;
          from = to;
          break;
        }
      }
    }
    return last;
  }

  private static Tight withoutPrefix(Tight title) {
    var prefix = title.matcher(TITLE_PREFIX);
    return prefix.find() ? title.from(prefix.end()) : title;
  }

  /** The salutation's line, if there is one. */
  @Nullable Line salutationLine() {
    return salutation >= 0 ? lines.get(salutation) : null;
  }

  /** The sentence that says what is answered, if there is one. */
  Optional<Tight> openingStretch() {
    return opening < 0 ? Optional.empty() : Optional.of(lines.get(opening).tight());
  }

  private int findSalutation() {
    int limit = opening >= 0 ? opening + 1 : Math.min(lines.size(), 30);
    for (int i = limit - 1; i >= 0; i--) {
      Tight line = lines.get(i).tight();
      Hits address = line.matcher(SALUTATION);
      if (address.lookingAt()
          && ADDRESSED.in(address.group(1))
          && !isLabel(address.group(1))
          && !(i != opening && MEMBER.is(address.group(1)) && address.end() < line.length())) {
        return i;
      }
      if (opening >= 0 && i < opening - 3) {
        break;
      }
    }
    return -1;
  }

  private static boolean isLabel(String text) {
    boolean tooLong = text.length() > 60 && !text.contains("等") && !text.contains("、");
    return text.endsWith("单位") || tooLong;
  }

  private int findBodyStart() {
    if (opening >= 0) {
      return opening;
    }
    return salutation >= 0
        ? salutation + 1
        : registerAnswer >= 0 ? registerAnswer + 1 : lines.size();
  }

  private int findBodyEnd() {
    int lastBody = signedLine();
    for (int i = lastBody - 1; i > bodyStart; i--) {
      Line line = lines.get(i);
      if (isTail(line, i)) {
        lastBody = i;
      } else if (line.length() > LONGEST_ODD_LINE || line.label() != null) {
        break;
      }
    }
    return Math.max(lastBody, Math.min(bodyStart, lines.size()));
  }

  /** The first line of an agency with the date below: what follows is attached; else the end. */
  private int signedLine() {
    for (int i = bodyStart + 2; i + 1 < lines.size(); i++) {
      if (lines.get(i).isAgency() && DateReader.isDateOrMonth(lines.get(i + 1))) {
        return i;
      }
    }
    return lines.size();
  }

  /** A line of thanks or of the sign-off; a section's beginning or a longer sentence is neither. */
  private boolean isTail(Line line, int index) {
    String text = line.text();
    if (line.label() != null) {
      return false;
    }
    if (line.tight().contains(CLOSING) || DateReader.isDateAlone(line)) {
      return true;
    }
    boolean labelled = line.tight().contains(SIGN_OFF) && !isSentence(text);
    boolean agency = index > bodyStart + 1 && line.isAgency();
    return labelled || agency;
  }

  /**
   * Text that happens to begin with a label's word: no colon follows soon, and it ends as sentences
   * do.
   */
  private static boolean isSentence(String text) {
    int colon = text.indexOf(':');
    return (colon < 0 || colon > LONGEST_LABEL)
        && text.length() > LONGEST_LABEL
        && text.endsWith("。");
  }
}
