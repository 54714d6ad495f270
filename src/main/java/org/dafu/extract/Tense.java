package org.dafu.extract;

import org.dafu.read.CharSet;
import org.jspecify.annotations.Nullable;

/** Tells what a sentence promises from what it says is reached: the last cue before a figure. */
final class Tense {
  /** The characters that cues begin with. */
  static final String CUE_STARTS = "拟将计力争预目确打下今明底已累截现";

  /** 将 before these is a promise; elsewhere it marks an object: 将其纳入. */
  private static final CharSet AFTER_WILL = CharSet.of("在于继进加新建达投按会积推组全以逐陆联为同不通分结开从研适尽有大实重着");

  private final String text;
  private @Nullable Boolean promise;

  Tense(String text) {
    this.text = text;
  }

  void startSentence() {
    promise = null;
  }

  /** Whether the sentence so far promises; null if it says neither. */
  @Nullable Boolean promise() {
    return promise;
  }

  void promised() {
    promise = true;
  }

  /** Looks at the cue that may begin here. */
  void cue(int at) {
    char before = at > 0 ? text.charAt(at - 1) : ' ';
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    switch (text.charAt(at)) {
      case '拟' -> promise("模虚草研".indexOf(before) < 0);
      case '将' -> promise(AFTER_WILL.has(next));
      case '计' ->
          promise(next == '划' && "动度作入资供设训的项目造务成式".indexOf(before) < 0 && !follows(at, "划生"));
      case '力', '争' -> promise(next == '争' || next == '取');
      case '预' -> promise(next == '计' || next == '期');
      case '确' -> promise(next == '保');
      case '打' -> promise(next == '算');
      case '下' -> promise(next == '一' || next == '步' || next == '阶' || follows(at, "半年将"));
      case '今' -> promise(next == '后');
      case '明' -> promise(next == '年');
      case '底' -> promise(next == '前');
      case '目' -> aim(next);
      case '已' -> reached(true);
      case '累' -> reached(next == '计');
      case '截' -> reached(next == '至' || next == '止');
      case '现' -> reached(next == '有' || next == '已');
      default -> {}
    }
  }

  private void aim(char next) {
    promise(next == '标');
    reached(next == '前');
  }

  private boolean follows(int at, String words) {
    return text.startsWith(words, at + 1);
  }

  private void promise(boolean cue) {
    if (cue) {
      promise = true;
    }
  }

  private void reached(boolean cue) {
    if (cue) {
      promise = false;
    }
  }
}
