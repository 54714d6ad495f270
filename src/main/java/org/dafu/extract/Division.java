package org.dafu.extract;

import java.util.List;

/**
 * An administrative division (行政区划).
 *
 * @param code six digits of GB/T 2260
 * @param level which of the three
 * @param name official full name
 * @param formerNames names it had before
 */
public record Division(String code, Level level, String name, List<String> formerNames) {
  public Division {
    formerNames = List.copyOf(formerNames);
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
