package org.dafu.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The letters held by place and year.
 *
 * @param total letters
 * @param years of any letter, earliest first
 * @param places provinces, each followed by its cities, each followed by its counties, in the order
 *     of the vocabulary and else by name; a place's numbers hold those of the places in it
 * @param unplaced letters without any place
 * @param partial whether the counting was ended by its time limit, and not all are counted
 */
public record Coverage(
    long total,
    SortedSet<Integer> years,
    List<PlaceCount> places,
    Years unplaced,
    boolean partial) {
  public Coverage {
    years = new TreeSet<>(years);
    places = List.copyOf(places);
  }

  /**
   * A place; at least one of its names is there.
   *
   * @param province null if unknown
   * @param city null for a province, and for what a province runs itself
   * @param county null for a province or city
   */
  public record Place(@Nullable String province, @Nullable String city, @Nullable String county) {
    private boolean isNowhere() {
      return province == null && city == null && county == null;
    }

    /** This place and those that hold it, the widest first. */
    private List<Place> withOuter() {
      List<Place> all = new ArrayList<>();
      if (province != null) {
        all.add(new Place(province, null, null));
      }
      if (city != null) {
        all.add(new Place(province, city, null));
      }
      if (county != null) {
        all.add(this);
      }
      return all;
    }
  }

  /**
   * Letters by year.
   *
   * @param total of all
   * @param byYear letters of each year, earliest first
   * @param missing letters without a year
   */
  public record Years(long total, SortedMap<Integer, Long> byYear, long missing) {
    /** Stands for the year of a letter that has none. */
    public static final int NO_YEAR = 0;

    /** No letters. */
    public static final Years NONE = new Years(0, new TreeMap<>(), 0);

    public Years {
      byYear = new TreeMap<>(byYear);
    }

    /** Both together. */
    public Years plus(Years other) {
      SortedMap<Integer, Long> sum = new TreeMap<>(byYear);
      other.byYear.forEach((year, count) -> sum.merge(year, count, Long::sum));
      return new Years(total + other.total, sum, missing + other.missing);
    }

    /** From the letters of each year, {@link #NO_YEAR} for those without. */
    public static Years of(Map<Integer, Long> counts) {
      SortedMap<Integer, Long> byYear = new TreeMap<>(counts);
      long missing = counts.getOrDefault(NO_YEAR, 0L);
      byYear.remove(NO_YEAR);
      return new Years(counts.values().stream().mapToLong(Long::longValue).sum(), byYear, missing);
    }
  }

  /** A place and its letters. */
  public record PlaceCount(Place place, Years years) {}

  /**
   * Coverage from the letters of each narrowest place.
   *
   * @param narrowest letters by what their own place is
   * @param vocabulary for the order of places
   */
  public static Coverage of(Map<Place, Years> narrowest, Vocabulary vocabulary) {
    Map<Place, Years> all = new HashMap<>();
    SortedSet<Integer> years = new TreeSet<>();
    Years unplaced = Years.NONE;
    Years total = Years.NONE;
    for (Map.Entry<Place, Years> entry : narrowest.entrySet()) {
      Years counted = entry.getValue();
      total = total.plus(counted);
      years.addAll(counted.byYear().keySet());
      if (entry.getKey().isNowhere()) {
        unplaced = unplaced.plus(counted);
      }
      entry.getKey().withOuter().forEach(place -> all.merge(place, counted, Years::plus));
    }
    List<PlaceCount> places =
        all.entrySet().stream()
            .map(entry -> new PlaceCount(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(PlaceCount::place, order(vocabulary)))
            .toList();
    return new Coverage(total.total(), years, places, unplaced, false);
  }

  /** The same of what was counted until the time limit, or of all. */
  public Coverage asPartial(boolean itIs) {
    return new Coverage(total, years, places, unplaced, itIs);
  }

  private static Comparator<Place> order(Vocabulary vocabulary) {
    return Comparator.comparing(Place::province, byPlace(vocabulary, FilterField.PROVINCE))
        .thenComparing(Place::city, byPlace(vocabulary, FilterField.CITY))
        .thenComparing(Place::county, byPlace(vocabulary, FilterField.COUNTY));
  }

  /** What holds the others, and has no name at this level, comes before them. */
  private static Comparator<@Nullable String> byPlace(Vocabulary vocabulary, FilterField field) {
    Map<String, Integer> ranks = new HashMap<>();
    vocabulary.values(field).forEach(name -> ranks.putIfAbsent(name, ranks.size()));
    return Comparator.nullsFirst(
        Comparator.<String>comparingInt(name -> ranks.getOrDefault(name, Integer.MAX_VALUE))
            .thenComparing(Comparator.naturalOrder()));
  }
}
