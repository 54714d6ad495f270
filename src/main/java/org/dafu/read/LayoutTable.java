package org.dafu.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tells a table that lays out a page, or a form around a letter, from a table of data. */
final class LayoutTable {
  /** A table with longer cells, in UTF-16 units, lays out a page. */
  private static final int LONG_CELL = 500;

  private static final int MANY_PARAGRAPHS = 6;

  /** How a letter begins. */
  private static final Pattern OPENING = Pattern.compile("收\\s*悉|[答回函][复復複](?:意[见見])?如下|尊敬的");

  /** What a form calls the answer, in the cell before it. */
  private static final Pattern ANSWER_LABEL =
      Pattern.compile(
          "^(?:承办单位)?(?:办理|答[复復複]|承办|回[复復複])(?:情况|内容|意[见見]|正文)(?:及结果)?[:：]?$|^(?:答[复復複]|回[复復複]|正文|内容)[:：]?$");

  /** What forms around letters call what they say of them. */
  private static final Pattern FORM_LABEL =
      Pattern.compile(
          "^(?:提案|建议|议案|案件?)?(?:编号|案号|标题|题目|案由|名称|类[别型]|号)[:：]?$"
              + "|^(?:第一|领衔)?(?:提案|建议|提议|提出)(?:者|人|单位)[:：]?$|^(?:领衔|联名|附议)?(?:代表|委员)(?:姓名)?[:：]?$"
              + "|^(?:主办|承办|协办|会办|分办|答复|办理|办结|办复|交办)(?:单位|部门|日期|时间|类别|结果|方式|状态)[:：]?$"
              + "|^(?:签发|联系|承办|经办|负责)人[:：]?$|^联系电话[:：]?$|^(?:届次|会议届次|是否公开|公开(?:属性|方式|类别|情况)|满意(?:程度|度|情况))[:：]?$");

  /** A 文号 that nothing stands before in its cell. */
  private static final Pattern DOC_NUMBER =
      Pattern.compile(
          "^\\s*\\p{IsHan}{1,16}\\s*[〔\\[［【（(]\\s*(?:19|20)\\d{2}\\s*[〕\\]］】）)]\\s*第?\\s*\\d{1,5}\\s*号");

  /**
   * A cell next to {@link #ANSWER_LABEL} that says less is no letter, which greets and thanks, but
   * 已办结 or a date.
   */
  private static final int SHORT_ANSWER = 60;

  private LayoutTable() {}

  /**
   * What tells of a cell.
   *
   * @param paragraphs in it
   * @param text of all of them
   */
  record Cell(int paragraphs, String text) {}

  /** Whether the cell holds a text of several paragraphs. */
  static boolean isText(Cell cell) {
    return cell.paragraphs() > MANY_PARAGRAPHS || cell.text().length() > LONG_CELL;
  }

  /**
   * Whether one of the cells holds a text of several paragraphs, or the letter. A list of letters
   * has the opening of each in a cell, and is a table.
   */
  static boolean holdsText(List<Cell> cells) {
    int openings = 0;
    for (Cell cell : cells) {
      if (isText(cell)) {
        return true;
      }
      openings += OPENING.matcher(cell.text()).find() ? 1 : 0;
    }
    return openings == 1;
  }

  /** Whether a cell with this text says what stands in the next one. */
  static boolean isLabel(CharSequence cell) {
    if (!mayBeLabel(cell)) {
      return false;
    }
    String label = PageFurniture.bare(cell);
    return PageFurniture.isLabel(label) || FORM_LABEL.matcher(label).find();
  }

  /** Whether a text, white space aside, is not too long for a label. */
  private static boolean mayBeLabel(CharSequence cell) {
    int signs = 0;
    for (int i = 0; i < cell.length() && signs <= PageFurniture.LONGEST_LABEL; i++) {
      signs += MappedText.isSpace(cell.charAt(i)) ? 0 : 1;
    }
    return signs <= PageFurniture.LONGEST_LABEL;
  }

  /**
   * A row, looked at once.
   *
   * @param blocks of each cell
   * @param lines all text of each cell
   * @param hasTable whether a table stands in a cell
   * @param isShort whether it has several cells, none with a table, a text or the letter
   * @param isOfForm whether it is short and begins with a label
   */
  private record Row(
      List<List<RawBlock>> blocks,
      List<MappedText> lines,
      boolean hasTable,
      boolean isShort,
      boolean isOfForm) {
    static Row of(List<List<RawBlock>> blocks) {
      List<MappedText> lines = blocks.stream().map(LayoutTable::asOneLine).toList();
      boolean hasTable =
          blocks.stream().flatMap(List::stream).anyMatch(RawBlock.Table.class::isInstance);
      boolean isShort =
          lines.size() > 1 && !hasTable && !holdsText(cells(blocks, lines)) && !holdsAnswer(lines);
      return new Row(blocks, lines, hasTable, isShort, isShort && isLabel(lines.getFirst()));
    }

    List<Cell> cells() {
      return cells(blocks, lines);
    }

    private static List<Cell> cells(List<List<RawBlock>> blocks, List<MappedText> lines) {
      List<Cell> cells = new ArrayList<>(lines.size());
      for (int c = 0; c < lines.size(); c++) {
        cells.add(new Cell(blocks.get(c).size(), lines.get(c).toString()));
      }
      return cells;
    }
  }

  /**
   * The blocks of a table: itself, or where a cell holds a letter that cell's own, between the rows
   * of the form around it.
   *
   * @param rows of cells, each with its blocks
   */
  static List<RawBlock> blocks(List<List<List<RawBlock>>> rows) {
    if (rows.size() == 1 && rows.getFirst().size() == 1) {
      return rows.getFirst().getFirst();
    }
    List<Row> all = rows.stream().map(Row::of).toList();
    boolean layout = isLayout(all) || isHead(all);
    boolean form = all.stream().filter(Row::isOfForm).count() > 1;
    List<RawBlock> blocks = new ArrayList<>();
    List<List<MappedText>> table = new ArrayList<>();
    for (Row row : all) {
      if (layout ? row.isOfForm() || (form && row.isShort()) : !row.hasTable()) {
        if (row.lines().stream().anyMatch(cell -> cell.length() > 0)) {
          table.add(row.lines());
        }
      } else {
        endTable(table, blocks);
        row.blocks().forEach(blocks::addAll);
      }
    }
    endTable(table, blocks);
    return blocks;
  }

  private static void endTable(List<List<MappedText>> rows, List<RawBlock> blocks) {
    if (!rows.isEmpty()) {
      blocks.add(new RawBlock.Table(List.copyOf(rows)));
      rows.clear();
    }
  }

  private static boolean isLayout(List<Row> rows) {
    return holdsText(rows.stream().flatMap(row -> row.cells().stream()).toList())
        || rows.stream().anyMatch(row -> holdsAnswer(row.lines()));
  }

  /** The 文号 and who signed, side by side below the letterhead. */
  private static boolean isHead(List<Row> rows) {
    return rows.size() == 1
        && rows.getFirst().lines().stream().anyMatch(cell -> isDocNumber(cell.toString()));
  }

  /** Whether a cell begins with a 文号. */
  static boolean isDocNumber(String cell) {
    return DOC_NUMBER.matcher(cell).find();
  }

  /** Whether the letter stands next to what a form calls it. */
  private static boolean holdsAnswer(List<MappedText> cells) {
    for (int c = 0; c + 1 < cells.size(); c++) {
      if (cells.get(c + 1).length() > SHORT_ANSWER
          && mayBeLabel(cells.get(c))
          && ANSWER_LABEL.matcher(PageFurniture.bare(cells.get(c))).find()) {
        return true;
      }
    }
    return false;
  }

  /** All text of a cell, its lines and cells parted by spaces. */
  static MappedText asOneLine(List<RawBlock> cell) {
    if (cell.size() == 1 && cell.getFirst() instanceof RawBlock.Line line) {
      return line.text();
    }
    MappedText all = new MappedText();
    for (RawBlock block : cell) {
      switch (block) {
        case RawBlock.Line line -> addSpaced(all, line.text());
        case RawBlock.Table table ->
            table.rows().forEach(row -> row.forEach(each -> addSpaced(all, each)));
      }
    }
    return all;
  }

  private static void addSpaced(MappedText all, MappedText more) {
    if (more.length() > 0) {
      if (all.length() > 0) {
        all.append(' ', more.origin(0));
      }
      all.append(more);
    }
  }
}
