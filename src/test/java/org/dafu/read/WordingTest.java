package org.dafu.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wording finds what its expression finds, in letters and elsewhere. */
class WordingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "答复函?;答复",
        "^(?:关于|对).{2,9}答复$;答复",
        "联系人|承办人;承办人 联系人",
        "[《“];《 “",
        "类别[:]?([AB])类;类别A类 类别B类 类别:A类 类别:B类",
        "(?<!不)公开(?=$|发布);公开",
        "第(\\d{1,3})号;号",
        "第\\d+号|NO;第 NO",
        "(?:局|委)(?:长|员){1,2};局 委",
        "\\d{4}年;年",
        "\\u4e2d国;中国",
        "经.{2,4}?(?:审签|签发);审签 签发",
        "(?i:at)号;AT号 At号 aT号 at号",
        "(?i:a|b)c甲;Ac甲 ac甲 Bc甲 bc甲",
        "(?i:e-?mail.)地址;地址",
        "(?:短号|内线)(?:号码|号)?[0-9]{3};短号 内线",
      })
  void required_hasThisGroupOfWords(String regex, String words) {
    Set<String> expected = new TreeSet<>(List.of(words.split(" ")));
    List<List<String>> required = RequiredWords.of(regex).groups();

    boolean found = required.stream().anyMatch(group -> expected.equals(new TreeSet<>(group)));

    assertTrue(found, () -> regex + ": " + required);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"(?i)qq;", "a*;", "[^a]b?;", "(?:类)?;", "(\\w+)\\1;", "\\p{IsHan}+;", "x?|y;"})
  void required_isNothingWhereNothingIsSure(String regex) {
    assertEquals(List.of(), RequiredWords.of(regex).groups());
  }

  @Test
  void everyRule_findsTheSameWithItsFilterAsWithout() throws Exception {
    List<Wording> rules = rules();
    assertTrue(rules.size() > 150, () -> rules.size() + " rules");
    int matches = 0;
    for (String text : letters()) {
      for (String line : text.lines().toList()) {
        String tight = line.replaceAll("\\s", "");
        Presence presence = Presence.of(tight);
        Presence beginning = presence.part(tight.substring(0, tight.length() / 2));
        for (Wording rule : rules) {
          List<String> plain = places(Pattern.compile(rule.toString()).matcher(tight));
          boolean found = !plain.isEmpty();
          assertEquals(found, rule.in(tight), () -> rule + " in " + tight);
          assertEquals(found, rule.in(presence), () -> rule + " in letter's " + tight);
          assertEquals(
              rule.in(beginning.text()), rule.in(beginning), () -> rule + " in part of " + tight);
          assertEquals(plain, places(rule.matcher(tight)), () -> rule + " in " + tight);
          assertEquals(plain, places(rule.matcher(presence)), () -> rule + " in " + tight);
          matches += found ? 1 : 0;
        }
      }
    }
    int all = matches;
    assertTrue(all > 10_000, () -> all + " matches");
  }

  private static List<String> places(Matcher matcher) {
    List<String> places = new ArrayList<>();
    while (matcher.find()) {
      places.add(place(matcher));
    }
    return places;
  }

  private static List<String> places(Hits hits) {
    List<String> places = new ArrayList<>();
    while (hits.find()) {
      places.add(place(hits));
    }
    return places;
  }

  private static String place(MatchResult hit) {
    StringBuilder place = new StringBuilder();
    for (int group = 0; group <= hit.groupCount(); group++) {
      place.append(hit.start(group)).append('-').append(hit.end(group)).append(' ');
    }
    return place.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a|b*;xaybbz",
        "^a?;aab",
        "(?<=x)a;axa a",
        "(?:^|(?<=,))[ab]+;ab,ba,x",
        "(a)?b;abb",
        "$;ab",
        "a{0,2}?;aab",
        "b{1,2}$;abbb",
        "(?:a|bc)$;xxxxxabc",
        "^(?:a|bc)$;abcbc",
        "[ab]{2,}c?$;ababc",
        ".{1,2}$;abc",
        "(?<=a)[^x]$;baa𠮷",
        "\\bab;ab cab ab",
        "(?i:e-?mail)x;E-MaiLx emailX",
        "(?i:at)号;at号 aT号 A号"
      })
  void matcher_ofAnyExpression_findsWhatItsPatternFinds(String regex, String text) {
    Pattern pattern = Pattern.compile(regex);
    Wording wording = Wording.of(regex);

    assertEquals(places(pattern.matcher(text)), places(wording.matcher(text)));
    assertEquals(pattern.matcher(text).lookingAt(), wording.matcher(text).lookingAt());
    assertEquals(pattern.matcher(text).matches(), wording.matcher(text).matches());
  }

  @ParameterizedTest
  @ValueSource(strings = {"公开", "公开\n", "公开\r\n", "公开\u0085", "公开。"})
  void matcher_ofExpressionBoundToTheEnd_takesALineEndForIt(String text) {
    for (String regex : List.of("开$", "公?开$", "[公开]{2}$", "(?:公|开)$")) {
      List<String> plain = places(Pattern.compile(regex).matcher(text));

      assertEquals(plain, places(Wording.of(regex).matcher(text)), regex);
    }
  }

  @Test
  void presence_ofAWordingMadeLater_asksForItsWordsByThemselves() {
    Presence presence = Presence.of("第68号提案");
    for (int i = 0; i < 10; i++) {
      assertTrue(presence.allows(Wording.of("提案"))); // asked so often, it knows its words
    }
    assertTrue(presence.allows(Wording.of("第68号")));
    assertFalse(presence.allows(Wording.of("第86号")));
    assertTrue(presence.allows(Wording.of("第6[0-9]{1,3}号提案之一|提案")));
    assertFalse(presence.part("第68号").allows(Wording.of("提案")));
  }

  @Test
  void tree_ofEveryRule_findsTheWordsThatAreThere() throws Exception {
    List<Wording> rules = rules();
    for (int i = 0; i < 100; i++) {
      RequiredWordTree.latest(); // it waits for more classes to be loaded
    }
    RequiredWordTree tree = RequiredWordTree.latest();
    for (String text : letters()) {
      for (String line : text.lines().toList()) {
        long[] bits = tree.in(line);
        for (Wording rule : rules) {
          boolean all = true;
          for (int group : rule.groups()) {
            all &= (bits[group / Long.SIZE] >>> group & 1) == 1;
          }
          assertEquals(rule.hasRequired(line), all, () -> rule + " in " + line);
        }
      }
    }
  }

  /** Every wording that some class of the two rooms keeps in a constant. */
  private static List<Wording> rules() throws IOException, ReflectiveOperationException {
    List<Wording> rules = new ArrayList<>();
    for (String room : List.of("read", "extract")) {
      try (Stream<Path> files = Files.list(Path.of("src/main/java/org/dafu", room))) {
        for (Path file : files.sorted().toList()) {
          String name = file.getFileName().toString().replace(".java", "");
          if (!name.endsWith("-info")) {
            add(Class.forName("org.dafu." + room + "." + name), rules);
          }
        }
      }
    }
    return rules;
  }

  private static void add(Class<?> type, List<Wording> rules) throws IllegalAccessException {
    MethodHandles.Lookup inside = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType().equals(Wording.class)) {
        rules.add((Wording) inside.unreflectVarHandle(field).get());
      }
    }
  }

  private static List<String> letters() throws IOException {
    List<String> texts = new ArrayList<>();
    Folding folding = new Folding(unit -> unit);
    try (Stream<Path> files = Files.walk(Path.of("sample-corpus"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        SourceDocument source =
            new SourceDocument(file.toString(), "0".repeat(64), Files.readAllBytes(file));
        if (new LetterReader(folding).read(source) instanceof ReadDocument document) {
          texts.add(folding.fold(document.text()));
        }
      }
    }
    assertFalse(texts.isEmpty());
    return texts;
  }
}
