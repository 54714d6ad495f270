package org.dafu.app.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dafu.extract.Division;

/**
 * The names of the divisions of one level: 晋城市, 晋城, 140500 and names of old. A name that two
 * different places share at the best of these is nobody's.
 */
final class PlaceNames {
  /** The peoples that autonomous places are named for, as their names have them. */
  private static final String PEOPLES =
      "壮族|回族|藏族|苗族|彝族|侗族|瑶族|白族|傣族|黎族|畲族|羌族|怒族|满族|水族|佤族|土族|土家族|朝鲜族|布依族|哈尼族|"
          + "傈僳族|拉祜族|纳西族|景颇族|仡佬族|仫佬族|毛南族|布朗族|阿昌族|普米族|独龙族|德昂族|基诺族|撒拉族|东乡族|保安族|"
          + "裕固族|各族|(?:维吾尔|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|达斡尔|鄂温克|鄂伦春)族?";

  private static final Pattern KIND_OF_AUTONOMOUS = Pattern.compile("自治[区州县旗]$");

  private static final Pattern AUTONOMOUS =
      Pattern.compile("(?:" + PEOPLES + ")*" + KIND_OF_AUTONOMOUS.pattern());

  /** What says the kind of a place, longest first. */
  private static final List<String> ENDINGS =
      List.of("特别行政区", "地区", "林区", "特区", "省", "市", "盟", "县", "区", "旗");

  private static final int MIN_SHORT = 2;

  private final Set<String> values = new LinkedHashSet<>();

  /** Best first: full names and codes, short names, former names, short former names. */
  private final List<Map<String, Set<String>>> tiers =
      List.of(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());

  void add(Division division) {
    String name = division.name();
    values.add(name);
    put(0, name, name);
    put(0, division.code(), name);
    put(1, shortened(name), name);
    for (String former : division.formerNames()) {
      put(2, former, name);
      put(3, shortened(former), name);
    }
  }

  List<String> values() {
    return new ArrayList<>(values);
  }

  /** The full name; empty if no place, or several, have this one. */
  Optional<String> resolve(String given) {
    for (Map<String, Set<String>> tier : tiers) {
      Set<String> found = tier.getOrDefault(given, Set.of());
      if (!found.isEmpty()) {
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private void put(int tier, String given, String name) {
    tiers.get(tier).computeIfAbsent(given, key -> new LinkedHashSet<>()).add(name);
  }

  /** Without what says its kind: 晋城市 → 晋城, 恩施土家族苗族自治州 → 恩施; 内蒙古 and 城区 stay. */
  static String shortened(String name) {
    if (!name.contains("自治")) {
      return longEnough(withoutEnding(name), name);
    }
    String place = AUTONOMOUS.matcher(name).replaceFirst("");
    return longEnough(place, longEnough(KIND_OF_AUTONOMOUS.matcher(name).replaceFirst(""), name));
  }

  private static String longEnough(String rest, String otherwise) {
    return rest.length() >= MIN_SHORT ? rest : otherwise;
  }

  private static String withoutEnding(String name) {
    for (String ending : ENDINGS) {
      if (name.endsWith(ending)) {
        return name.substring(0, name.length() - ending.length());
      }
    }
    return name;
  }
}
