package org.dafu.read;

/** How a word processor prints the numbers of its automatic lists. */
enum ListNumerals {
  ARABIC,
  FULL_WIDTH,
  /** 一, 二, … 十, 十一, 二十一. */
  CHINESE,
  /** 壹, 贰. */
  CHINESE_FORMAL,
  /** 甲, 乙. */
  STEMS,
  /** 子, 丑. */
  BRANCHES,
  CIRCLED,
  UPPER_LETTERS,
  LOWER_LETTERS,
  UPPER_ROMAN,
  LOWER_ROMAN,
  /** A bullet, or nothing: not part of what is said. */
  NONE;

  private static final String[] DIGITS = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  private static final String[] FORMAL = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
  private static final String STEM_SIGNS = "甲乙丙丁戊己庚辛壬癸";
  private static final String BRANCH_SIGNS = "子丑寅卯辰巳午未申酉戌亥";
  private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] ROMAN = {
    "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
  };

  /** The style by its name in WordprocessingML (ECMA-376, ST_NumberFormat). */
  static ListNumerals ofWordMl(String name) {
    return switch (name) {
      case "bullet", "none" -> NONE;
      case "chineseCounting",
          "chineseCountingThousand",
          "japaneseCounting",
          "taiwaneseCounting",
          "taiwaneseCountingThousand",
          "ideographDigital",
          "japaneseDigitalTenThousand",
          "taiwaneseDigital",
          "koreanDigital2" ->
          CHINESE;
      case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal" -> CHINESE_FORMAL;
      case "ideographTraditional" -> STEMS;
      case "ideographZodiac" -> BRANCHES;
      case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> CIRCLED;
      case "decimalFullWidth", "decimalFullWidth2" -> FULL_WIDTH;
      case "upperLetter" -> UPPER_LETTERS;
      case "lowerLetter" -> LOWER_LETTERS;
      case "upperRoman" -> UPPER_ROMAN;
      case "lowerRoman" -> LOWER_ROMAN;
      default -> ARABIC;
    };
  }

  /** The style by its number in the binary format ([MS-OSHARED], MSONFC). */
  static ListNumerals ofBinary(int code) {
    return switch (code) {
      case 1 -> UPPER_ROMAN;
      case 2 -> LOWER_ROMAN;
      case 3 -> UPPER_LETTERS;
      case 4 -> LOWER_LETTERS;
      case 10, 11, 17, 33, 34, 35, 36, 37, 39 -> CHINESE;
      case 14, 19 -> FULL_WIDTH;
      case 15, 32, 38 -> CHINESE_FORMAL;
      case 18, 28, 29 -> CIRCLED;
      case 23, 255 -> NONE;
      case 30 -> STEMS;
      case 31 -> BRANCHES;
      default -> ARABIC;
    };
  }

  /** A number as printed; numbers beyond the style's reach as Arabic ones. */
  String print(int number) {
    if (number < 1 || number > 9_999) {
      return this == NONE ? "" : String.valueOf(number);
    }
    return switch (this) {
      case ARABIC -> String.valueOf(number);
      case FULL_WIDTH -> shifted(String.valueOf(number));
      case CHINESE -> chinese(number, DIGITS, number < 20);
      case CHINESE_FORMAL -> chinese(number, FORMAL, false).replace('十', '拾').replace('百', '佰');
      case STEMS -> sign(STEM_SIGNS, number);
      case BRANCHES -> sign(BRANCH_SIGNS, number);
      case CIRCLED ->
          number <= 20 ? String.valueOf((char) ('①' + number - 1)) : String.valueOf(number);
      case UPPER_LETTERS -> letter('A', number);
      case LOWER_LETTERS -> letter('a', number);
      case UPPER_ROMAN -> roman(number);
      case LOWER_ROMAN -> roman(number).toLowerCase(java.util.Locale.ROOT);
      case NONE -> "";
    };
  }

  private static String shifted(String digits) {
    StringBuilder wide = new StringBuilder();
    digits.chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
    return wide.toString();
  }

  private static String sign(String signs, int number) {
    return number <= signs.length() ? signs.substring(number - 1, number) : String.valueOf(number);
  }

  /** As word processors count: a, …, z, aa, bb. */
  private static String letter(char first, int number) {
    String letter = String.valueOf((char) (first + (number - 1) % 26));
    return letter.repeat(Math.min(9, (number - 1) / 26 + 1));
  }

  private static String roman(int number) {
    StringBuilder roman = new StringBuilder();
    int rest = number;
    for (int i = 0; i < ROMAN_VALUES.length; i++) {
      while (rest >= ROMAN_VALUES[i]) {
        roman.append(ROMAN[i]);
        rest -= ROMAN_VALUES[i];
      }
    }
    return roman.toString();
  }

  /**
   * @param bareTen 十一 rather than 一十一
   */
  private static String chinese(int number, String[] digits, boolean bareTen) {
    String[] units = {"千", "百", "十", ""};
    int unit = 1000;
    StringBuilder printed = new StringBuilder();
    boolean gap = false;
    for (String name : units) {
      int digit = number / unit % 10;
      if (digit == 0) {
        gap = !printed.isEmpty();
      } else {
        printed.append(gap ? digits[0] : "");
        printed.append(bareTen && unit == 10 ? "" : digits[digit]).append(name);
        gap = false;
      }
      unit /= 10;
    }
    return printed.toString();
  }
}
