package org.dafu.app.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rows of one file and the faults found in them.
 *
 * <p>Files come back from Excel, WPS and Notepad: a byte order mark, UTF-16 with one, CRLF, cells
 * in quotation marks, trailing tabs and empty lines are taken; a line that begins with # is a
 * comment.
 */
final class ConfigRows {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String file;
  private final List<ConfigFault> faults;
  private final List<Row> rows = new ArrayList<>();

  /**
   * A row that is not a comment.
   *
   * @param line from 1
   * @param cells stripped of white space around them
   */
  record Row(int line, List<String> cells) {
    Row {
      cells = List.copyOf(cells);
    }

    String cell(int column) {
      return cells.get(column);
    }
  }

  /**
   * Reads a table of cells parted by tabs. Rows with too few or too many cells are faults and left
   * out.
   *
   * @param file its path as the operator knows it
   * @param faults where faults are added
   * @param required cells at the beginning that must not be empty
   * @param columns all cells there can be
   */
  static ConfigRows table(
      String file, byte[] bytes, List<ConfigFault> faults, int required, int columns) {
    ConfigRows rows = new ConfigRows(file, faults);
    rows.eachLine(bytes, (line, text) -> rows.addCells(line, text, required, columns));
    return rows;
  }

  /** Reads lines of one cell each. */
  static ConfigRows lines(String file, byte[] bytes, List<ConfigFault> faults) {
    ConfigRows rows = new ConfigRows(file, faults);
    rows.eachLine(bytes, (line, text) -> rows.rows.add(new Row(line, List.of(text.strip()))));
    return rows;
  }

  private ConfigRows(String file, List<ConfigFault> faults) {
    this.file = file;
    this.faults = faults;
  }

  List<Row> rows() {
    return rows;
  }

  /** Notes a fault of this row. */
  void fault(Row row, String message) {
    faults.add(new ConfigFault(file, row.line(), message));
  }

  /** Notes a fault of the file as a whole. */
  void fault(String message) {
    faults.add(new ConfigFault(file, 0, message));
  }

  /** Notes a fault for each row whose first cell an earlier row has, and leaves such rows out. */
  ConfigRows withoutRepeats() {
    Map<String, Integer> lines = new HashMap<>();
    rows.removeIf(
        row -> {
          Integer first = lines.putIfAbsent(row.cell(0), row.line());
          if (first != null) {
            fault(row, String.format(Locale.ROOT, "“%s”在第 %d 行已经有了：只留一行", row.cell(0), first));
          }
          return first != null;
        });
    return this;
  }

  /** What the file says, without comments and the way it was saved: equal for equal content. */
  String content() {
    StringBuilder content = new StringBuilder();
    rows.forEach(row -> content.append(String.join("\t", row.cells())).append('\n'));
    return content.toString();
  }

  private interface LineSink {
    void take(int line, String text);
  }

  private void eachLine(byte[] bytes, LineSink sink) {
    int line = 0;
    for (String text : decoded(bytes).lines().toList()) {
      line++;
      boolean comment = text.startsWith("#") || text.startsWith("\"#");
      if (!comment && !text.isBlank()) {
        sink.take(line, text);
      }
    }
  }

  private String decoded(byte[] bytes) {
    Charset charset = charset(bytes);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      String text = decoder.decode(in).toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      faults.add(
          new ConfigFault(
              file,
              lineAt(bytes, in.position()),
              "不是 UTF-8 编码：请另存为 UTF-8（Excel、WPS 中选“Unicode 文本”）"));
      return "";
    }
  }

  private static Charset charset(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }

  private static int lineAt(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }

  private void addCells(int line, String text, int required, int columns) {
    List<String> cells = new ArrayList<>();
    for (String cell : text.split("\t", -1)) {
      cells.add(unquoted(cell.strip()));
    }
    while (cells.size() > columns && cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    int found = cells.size();
    while (cells.size() < columns) {
      cells.add("");
    }
    Row row = new Row(line, cells);
    int empty = cells.subList(0, required).indexOf("");
    if (found > columns) {
      fault(row, String.format(Locale.ROOT, "有 %d 列，最多只能有 %d 列：各列之间用一个制表符分开", found, columns));
    } else if (empty >= 0) {
      fault(
          row,
          found <= empty
              ? String.format(Locale.ROOT, "只有 %d 列，至少要有 %d 列：各列之间用一个制表符分开", found, required)
              : String.format(Locale.ROOT, "第 %d 列是空的：请填写，或在行首加 #", empty + 1));
    } else {
      rows.add(row);
    }
  }

  private static String unquoted(String cell) {
    boolean quoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
    return quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"").strip() : cell;
  }
}
