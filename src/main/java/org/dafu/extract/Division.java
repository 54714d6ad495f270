package org.dafu.extract;

import java.util.List;

/**
 * An administrative division (行政区划).
 *
 * @param code six digits of GB/T 2260
 * @param level which of the three
 * @param name official full name
 * @param formerNames names it had before
 * @param abbreviations what its 文号 begin with, where that is not its name
 */
public record Division(
    String code, Level level, String name, List<String> formerNames, List<String> abbreviations) {
  public Division {
    formerNames = List.copyOf(formerNames);
    abbreviations = List.copyOf(abbreviations);
  }

  /** A division without abbreviations. */
  public Division(String code, Level level, String name, List<String> formerNames) {
    this(code, level, name, formerNames, List.of());
  }

  /** Levels that letters are told apart by. */
  public enum Level {
    /** 省、自治区、直辖市. */
    PROVINCE,
    /** 地级市、地区、自治州、盟. */
    PREFECTURE,
    /** 县、县级市、市辖区、旗. */
    COUNTY
  }
}
