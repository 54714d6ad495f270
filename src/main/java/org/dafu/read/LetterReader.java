package org.dafu.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dafu.reply.Source;
import org.dafu.reply.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of any supported format: plain text, Markdown and HTML in any encoding of Chinese,
 * PDF, Word's DOCX, DOC, XML and RTF, web archives, and, with a program of the operator's, scans.
 */
public final class LetterReader {
  /** The longest letters have some tens of thousands; so many are read in seconds. */
  private static final long MOST_UNITS = 5_000_000;

  private final Folding folding;
  private final PersonalNumbers personalNumbers;
  private final DocumentOpener opener;

  /** A reader that looks at text through this folding; safe for use by many threads. */
  public LetterReader(Folding folding) {
    this(folding, null);
  }

  /**
   * The same.
   *
   * @param ocr reads scans; null to report them as such
   */
  public LetterReader(Folding folding, @Nullable OcrCommand ocr) {
    this.folding = folding;
    this.personalNumbers = new PersonalNumbers(folding);
    this.opener = new DocumentOpener(ocr);
  }

  /** The document in the file, or why there is none; never throws for what the bytes are. */
  public ReadResult read(SourceDocument file) {
    return switch (opener.open(file)) {
      case Unreadable unreadable -> unreadable;
      case RawDocument raw -> repaired(file, raw);
    };
  }

  private ReadResult repaired(SourceDocument file, RawDocument raw) {
    if (units(raw) > MOST_UNITS) {
      return new Unreadable("too-large", "文字超过 " + MOST_UNITS / 10_000 + " 万字，不读取 (too large)：请拆分");
    }
    PageFurniture furniture = new PageFurniture(folding);
    BrokenLines.Joined joined = new BrokenLines(folding).join(furniture.setAside(raw.blocks()));
    List<RawBlock> once = DoubledLetter.cut(joined.blocks());
    Assembly assembly = Assembly.of(once);
    Optional<Unreadable> objection = Legibility.objection(assembly.text());
    if (objection.isPresent()) {
      return objection.get();
    }
    List<Warning> warnings = new ArrayList<>(raw.warnings());
    warnings.addAll(warnings(furniture, joined, joined.blocks().size() - once.size()));
    return new ReadDocument(
        new Source(file.path(), file.sha256(), raw.mediaType(), raw.encoding()),
        personalNumbers.mask(assembly.text()),
        assembly.blocks(),
        masked(raw.fields(), furniture.fields()),
        warnings,
        assembly.sourceMap());
  }

  /** How much text there is, in UTF-16 units. */
  private static long units(RawDocument raw) {
    long units = 0;
    for (RawBlock block : raw.blocks()) {
      units += block.units();
    }
    return units;
  }

  private Map<String, String> masked(Map<String, String> head, Map<String, String> fields) {
    Map<String, String> masked = new TreeMap<>();
    head.forEach((label, value) -> masked.put(label, personalNumbers.mask(value)));
    fields.forEach((label, value) -> masked.put(label, personalNumbers.mask(value)));
    return masked;
  }

  private static List<Warning> warnings(
      PageFurniture furniture, BrokenLines.Joined joined, int doubledBlocks) {
    List<Warning> warnings = new ArrayList<>();
    if (joined.joins() > 0) {
      warnings.add(new Warning("lines-joined", "接合了 " + joined.joins() + " 处被分页或换行切断的文字"));
    }
    if (furniture.stamps() > 0) {
      warnings.add(new Warning("stamps-set-aside", "略去了 " + furniture.stamps() + " 行反复出现的印章或水印文字"));
    }
    if (doubledBlocks > 0) {
      warnings.add(new Warning("printed-twice", "同一答复印了两遍，只取一遍"));
    }
    return warnings;
  }
}
