package org.dafu.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dafu.extract.Division.Level;
import org.dafu.read.CharSet;
import org.jspecify.annotations.Nullable;

/** All divisions by name: full, former and short. */
final class Gazetteer {
  /** A place down to its narrowest known level. */
  record Place(
      @Nullable Division province, @Nullable Division prefecture, @Nullable Division county) {
    /** The narrowest division. */
    @Nullable Division narrowest() {
      return county != null ? county : prefecture != null ? prefecture : province;
    }

    /** By its code alone: of so many names the codes are known. */
    @Override
    public int hashCode() {
      return code().hashCode();
    }

    String code() {
      Division narrowest = narrowest();
      return narrowest == null ? "" : narrowest.code();
    }

    /** Whether the other place lies within this one or is it. */
    boolean holds(Place other) {
      return other.code().startsWith(significant(code()));
    }

    private static String significant(String code) {
      return code.endsWith("0000")
          ? code.substring(0, 2)
          : code.endsWith("00") ? code.substring(0, 4) : code;
    }
  }

  /** A name found at a place of a text. */
  record Mention(int start, int end, List<Division> divisions, boolean full) {}

  private static final int LONGEST_ABBREVIATION = 6;

  private static final Set<String> MUNICIPALITIES = Set.of("11", "12", "31", "50");
  private static final List<String> ENDINGS =
      List.of(
          "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "新区", "林区", "矿区", "省", "市", "盟", "州", "县", "区",
          "旗");
  private static final String PEOPLES =
      "(?:壮|回|维吾尔|藏|蒙古|蒙古族|满|苗|侗|彝|土家|布依|白|傣|景颇|哈尼|傈僳|朝鲜|羌|哈萨克|柯尔克孜|土|撒拉|瑶|黎|佤|拉祜|纳西|独龙|怒|普米|布朗|仡佬|水|毛南|仫佬|京|畲|达斡尔|鄂温克|鄂伦春|锡伯|塔吉克|裕固|保安|东乡|各)族?";

  private final Map<String, List<Division>> fullNames = new HashMap<>();
  private final Map<String, List<Division>> shortNames = new HashMap<>();
  private final Map<String, List<Division>> abbreviations = new HashMap<>();
  private final Map<String, Division> byCode = new HashMap<>();

  /** Of each division by its code the place that it is. */
  private final Map<String, Place> places = new HashMap<>();

  /** The length of the longest name by its first two characters. */
  private final Map<Integer, Integer> longest = new HashMap<>();

  /** The characters that names begin with. */
  private final CharSet firsts;

  Gazetteer(List<Division> divisions) {
    for (Division division : divisions) {
      byCode.put(division.code(), division);
      addName(fullNames, division.name(), division);
      addName(shortNames, shortName(division.name()), division);
      for (String former : division.formerNames()) {
        addName(fullNames, former, division);
      }
      addStateName(division);
      for (String abbreviation : division.abbreviations()) {
        abbreviations.computeIfAbsent(abbreviation, each -> new ArrayList<>()).add(division);
      }
    }
    byCode.forEach((code, division) -> places.put(code, located(division)));
    StringBuilder units = new StringBuilder();
    longest.keySet().forEach(pair -> units.append((char) (pair >> 16)));
    firsts = CharSet.of(units.toString());
  }

  /** 黔东南苗族侗族自治州 is also called 黔东南州. */
  private void addStateName(Division division) {
    String name = division.name();
    for (String ending : List.of("自治州", "自治县", "自治旗")) {
      if (name.endsWith(ending)) {
        addName(fullNames, shortName(name) + ending.substring(2), division);
      }
    }
  }

  private int longestFrom(String text, int start) {
    return start + 2 > text.length() || !firsts.has(text.charAt(start))
        ? 0
        : longest.getOrDefault(pair(text, start), 0);
  }

  private static int pair(String text, int at) {
    return (text.charAt(at) << 16) | text.charAt(at + 1);
  }

  private void addName(Map<String, List<Division>> names, String name, Division division) {
    if (name.length() >= 2) {
      longest.merge(pair(name, 0), name.length(), Math::max);
      List<Division> same = names.computeIfAbsent(name, each -> new ArrayList<>());
      if (!same.contains(division)) {
        same.add(division);
      }
    }
  }

  /** 晋城市 → 晋城, 恭城瑶族自治县 → 恭城; the name itself where too little would be left. */
  static String shortName(String name) {
    for (String ending : ENDINGS) {
      if (name.endsWith(ending) && name.length() - ending.length() >= 2) {
        String stem = name.substring(0, name.length() - ending.length());
        boolean autonomous = ending.startsWith("自治");
        String bare = autonomous ? stem.replaceAll("(?:" + PEOPLES + ")+$", "") : stem;
        return bare.length() >= 2 ? bare : stem;
      }
    }
    return name;
  }

  /** The longest name that begins here, full names before short ones; null if none does. */
  @Nullable Mention at(String text, int start, boolean shortToo) {
    int longest = longestFrom(text, start);
    for (int end = Math.min(text.length(), start + longest); end >= start + 2; end--) {
      String name = text.substring(start, end);
      List<Division> full = fullNames.get(name);
      if (full != null) {
        return new Mention(start, end, full, true);
      }
    }
    for (int end = Math.min(text.length(), start + longest); shortToo && end >= start + 2; end--) {
      List<Division> shortened = shortNames.get(text.substring(start, end));
      if (shortened != null) {
        return new Mention(start, end, shortened, false);
      }
    }
    return null;
  }

  /** The divisions whose 文号 begin as this one does: the longest abbreviation counts. */
  List<Division> ofDocNumber(String docNumber) {
    for (int end = Math.min(docNumber.length(), LONGEST_ABBREVIATION); end > 0; end--) {
      List<Division> known = abbreviations.get(docNumber.substring(0, end));
      if (known != null) {
        return known;
      }
    }
    return List.of();
  }

  /** Whether a text names a division, by its full or its short name. */
  static boolean isNamed(Division division, String text) {
    return text.contains(shortName(division.name()));
  }

  /**
   * The place named by names that follow one another (河北省邯郸市, 北京市通州区); a name that several
   * divisions bear is decided by the others, else by what is known otherwise, else not at all.
   *
   * @param known a place that the letter is otherwise known to be in or around
   */
  Optional<Place> resolve(List<Mention> chain, @Nullable Place known) {
    List<Place> possible = List.of(new Place(null, null, null));
    for (Mention mention : chain) {
      List<Place> narrowed = new ArrayList<>(); // few, so that a list will do
      for (Place place : possible) {
        for (Division division : mention.divisions()) {
          Place inner = placeOf(division);
          if ((place.narrowest() == null || place.holds(inner)) && !narrowed.contains(inner)) {
            narrowed.add(inner);
          }
        }
      }
      if (!narrowed.isEmpty()) {
        possible = narrowed;
      }
    }
    return decide(possible, known);
  }

  private static Optional<Place> decide(List<Place> possible, @Nullable Place known) {
    List<Place> places = possible.stream().filter(place -> place.narrowest() != null).toList();
    if (places.size() > 1 && known != null) {
      List<Place> fitting =
          places.stream().filter(place -> known.holds(place) || place.holds(known)).toList();
      places = fitting.isEmpty() ? places : fitting;
    }
    if (places.size() > 1) {
      places = withoutDistricts(places);
    }
    return places.size() == 1 ? Optional.of(places.getFirst()) : Optional.empty();
  }

  /** 西安 is the city: who means one of the districts of that name says 西安区. */
  private static List<Place> withoutDistricts(List<Place> places) {
    List<Place> others =
        places.stream()
            .filter(place -> place.county() == null || !place.county().name().endsWith("区"))
            .toList();
    return others.size() == 1 && others.getFirst().county() == null ? others : places;
  }

  /** The division with what it lies in. Of a municipality the city is its own name. */
  Place placeOf(Division division) {
    Place place = places.get(division.code());
    return place != null && division.equals(place.narrowest()) ? place : located(division);
  }

  private Place located(Division division) {
    String code = division.code();
    Division province = byCode.get(code.substring(0, 2) + "0000");
    if (MUNICIPALITIES.contains(code.substring(0, 2))) {
      return new Place(province, province, division.level() == Level.COUNTY ? division : null);
    }
    Division prefecture = byCode.get(code.substring(0, 4) + "00");
    return switch (division.level()) {
      case PROVINCE -> new Place(division, null, null);
      case PREFECTURE -> new Place(province, division, null);
      case COUNTY -> new Place(province, prefecture, division);
    };
  }
}
