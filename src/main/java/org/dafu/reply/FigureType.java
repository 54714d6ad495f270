package org.dafu.reply;

/** What a figure counts; each type has one base unit. */
public enum FigureType implements Coded {
  /** Yuan. */
  MONEY("money", "资金"),
  /** Persons or person-times. */
  PEOPLE("people", "人数"),
  /** Beds. */
  BEDS("beds", "床位"),
  /** Households. */
  HOUSEHOLDS("households", "户数"),
  /** Institutions, sites and other facilities. */
  FACILITIES("facilities", "设施"),
  /** Square metres. */
  AREA("area", "面积"),
  /** Percent. */
  RATE("rate", "比率"),
  /** Metres. */
  LENGTH("length", "长度"),
  /** Anything else that is counted. */
  COUNT("count", "数量");

  private final String code;
  private final String label;

  FigureType(String code, String label) {
    this.code = code;
    this.label = label;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String label() {
    return label;
  }
}
