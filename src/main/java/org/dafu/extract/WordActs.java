package org.dafu.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dafu.extract.CueIndex.Entry;

/**
 * What is to be done where the words of cues stand in a clause, in a few rows of numbers: a letter
 * touches words and cues all over the taxonomy, and if each had objects of its own, waiting for
 * memory would take most of the time.
 */
final class WordActs {
  // Bits of a word's head: its clause tells what a member asks or others do; it has 《 or 》 in it,
  // so that it is meant for titles; it is asked for; it leads cues with +; it is in cues with ….
  static final int REPORTS = 1;
  static final int QUOTES = 2;
  static final int ASKED = 4;
  static final int LEADS = 8;
  static final int LINKS = 16;

  /** Behind these a bit for each list in which the word hides shorter ones. */
  static final int HIDES_SHIFT = 5;

  static final int HIDES = 7 << HIDES_SHIFT;

  /** How many lists that is room for. */
  static final int MOST_LISTS = 3;

  /** Behind these the number of cues that the word is the whole of. */
  static final int COUNT_SHIFT = 8;

  static final int NONE = -1;

  /** How cues with … may begin alike: a part, and the number of the one before it. */
  private record Beginning(int previous, List<String> part) {}

  /** What was read of a word. */
  private static final class Word {
    final List<Integer> cues = new ArrayList<>();
    final List<Integer> leads = new ArrayList<>();
    final List<Integer> links = new ArrayList<>();
    int hides;
    boolean reports;
  }

  /**
   * The words; the number of each is the place of its record in {@link #acts}. Single characters
   * that are only asked for are not among them.
   */
  final CueWords words;

  /**
   * Of each word its head; if it is asked for, its number; if it leads cues, the place of its
   * record in {@link #led}; if it is in cues with …, how many parts of them it fills, and these;
   * the cues that it is the whole of.
   */
  final int[] acts;

  /**
   * Of each leading word how many cues it leads; of each of them the cue, the place of its record
   * in {@link #parts}, how many cells the words of its second part lie in, and of each cell its
   * place and the words' bits: of a row of bits by the words' numbers.
   */
  final int[] led;

  /** Of each cue with + how many parts it has; of each part how many words, and their numbers. */
  final int[] parts;

  /** Of each part of a cue with … the part that must stand shortly before it, or {@link #NONE}. */
  final int[] previous;

  /** Of each part of a cue with … the cue that is whole with it, or {@link #NONE}. */
  final int[] completes;

  private final AskedWords asked;
  private final List<Entry> entries;
  private final Map<String, Word> read = new LinkedHashMap<>();
  private final Map<Beginning, Integer> beginnings = new HashMap<>();
  private final List<Integer> readPrevious = new ArrayList<>();
  private final List<Integer> readCompletes = new ArrayList<>();

  /**
   * @param entries the cues that give points, by their numbers
   * @param hiding of each list the cues that only hide shorter words
   * @param reporting words of clauses that tell what a member asks or others do
   */
  WordActs(List<Entry> entries, List<List<Cue>> hiding, List<String> reporting, AskedWords asked) {
    this.asked = asked;
    this.entries = entries;
    for (int list = 0; list < hiding.size(); list++) {
      for (Cue cue : hiding.get(list)) {
        hide(cue, list);
      }
    }
    for (int cue = 0; cue < entries.size(); cue++) {
      read(cue, entries.get(cue));
    }
    asked.longer().forEach(this::word);
    reporting.forEach(word -> word(word).reports = true);
    previous = array(readPrevious);
    completes = array(readCompletes);
    Map<Integer, Integer> partsAt = new HashMap<>();
    parts = array(writtenParts(partsAt));
    Map<String, Integer> ledAt = new HashMap<>();
    led = array(writtenLed(partsAt, ledAt));
    Map<String, Integer> actsAt = new LinkedHashMap<>();
    acts = array(writtenActs(ledAt, actsAt));
    words = new CueWords(AskedWords.SIGNS.length(), asked.characters, actsAt);
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private Word word(String text) {
    return read.computeIfAbsent(text, unknown -> new Word());
  }

  private void hide(Cue cue, int list) {
    cue.parts().getFirst().forEach(word -> word(word).hides |= 1 << list);
  }

  private void read(int number, Entry entry) {
    Cue cue = entry.cue();
    if (cue.ordered()) {
      chain(cue.parts(), number);
    } else if (entry.isUnordered()) {
      cue.parts().getFirst().forEach(word -> word(word).leads.add(number));
    } else {
      cue.parts().getFirst().forEach(word -> word(word).cues.add(number));
      hide(cue, entry.list()); // a body's name too: 市水务局 in a text says nothing of 水务
    }
  }

  /** Cues with … that begin alike share what they have in common, but for the last part. */
  private void chain(List<List<String>> chain, int cue) {
    int last = NONE;
    for (List<String> part : chain.subList(0, chain.size() - 1)) {
      Beginning beginning = new Beginning(last, part);
      Integer known = beginnings.get(beginning);
      last = known != null ? known : link(beginning, NONE);
      beginnings.put(beginning, last);
    }
    link(new Beginning(last, chain.getLast()), entries.get(cue).packed(cue));
  }

  private int link(Beginning link, int completed) {
    int number = readPrevious.size();
    readPrevious.add(link.previous());
    readCompletes.add(completed);
    link.part().forEach(word -> word(word).links.add(number));
    return number;
  }

  private List<Integer> writtenParts(Map<Integer, Integer> places) {
    List<Integer> written = new ArrayList<>();
    for (int cue = 0; cue < entries.size(); cue++) {
      if (entries.get(cue).isUnordered()) {
        places.put(cue, written.size());
        List<List<String>> all = entries.get(cue).cue().parts();
        written.add(all.size());
        for (List<String> part : all) {
          written.add(part.size());
          part.forEach(word -> written.add(asked.of(word)));
        }
      }
    }
    return written;
  }

  private List<Integer> writtenLed(Map<Integer, Integer> partsAt, Map<String, Integer> places) {
    List<Integer> written = new ArrayList<>();
    read.forEach(
        (text, word) -> {
          if (!word.leads.isEmpty()) {
            places.put(text, written.size());
            written.add(word.leads.size());
          }
          for (int cue : word.leads) {
            written.add(entries.get(cue).packed(cue));
            written.add(partsAt.getOrDefault(cue, 0));
            writeRow(entries.get(cue).cue().parts().get(1), written);
          }
        });
    return written;
  }

  private void writeRow(List<String> part, List<Integer> written) {
    Map<Integer, Integer> cells = new TreeMap<>();
    for (String word : part) {
      int number = asked.of(word);
      cells.merge(AskedWords.cell(number), AskedWords.bit(number), (a, b) -> a | b);
    }
    written.add(cells.size());
    cells.forEach(
        (cell, bits) -> {
          written.add(cell);
          written.add(bits);
        });
  }

  private List<Integer> writtenActs(Map<String, Integer> ledAt, Map<String, Integer> places) {
    List<Integer> written = new ArrayList<>();
    read.forEach(
        (text, word) -> {
          places.put(text, written.size());
          written.add(head(text, word));
          if (asked.of(text) > 0) {
            written.add(asked.of(text));
          }
          if (!word.leads.isEmpty()) {
            written.add(Objects.requireNonNull(ledAt.get(text)));
          }
          if (!word.links.isEmpty()) {
            written.add(word.links.size());
            written.addAll(word.links);
          }
          word.cues.forEach(cue -> written.add(entries.get(cue).packed(cue)));
        });
    return written;
  }

  private int head(String text, Word word) {
    int head = word.reports ? REPORTS : 0;
    head |= text.indexOf('《') >= 0 || text.indexOf('》') >= 0 ? QUOTES : 0;
    head |= asked.of(text) > 0 ? ASKED : 0;
    head |= word.leads.isEmpty() ? 0 : LEADS;
    head |= word.links.isEmpty() ? 0 : LINKS;
    return head | word.hides << HIDES_SHIFT | word.cues.size() << COUNT_SHIFT;
  }
}
