package org.dafu.web.operator;

import java.util.Arrays;
import java.util.Optional;

/** A list of files that an operator may want to look through. */
enum FileList {
  REFUSED("refused", "未收录", "读过而没有收录的文件：不是答复、已损坏、重复，或者格式不读。原因写在每件后面。"),
  FAILED("failed", "读取失败", "因文件以外的原因没有读成的文件，每次同步都会再试。"),
  WITHDRAWN("withdrawn", "已撤下", "有人撤下的信件。打开一件可以恢复。"),
  NOT_PUBLIC("not-public", "不予公开", "标明“不予公开”的信件：只在这里列出，检索、全文、接口都不显示。"),
  RECEIVED("received", "收到的文件", "经接口收到、放在数据文件夹 received 里的文件。");

  private final String code;
  private final String label;
  private final String about;

  FileList(String code, String label, String about) {
    this.code = code;
    this.label = label;
    this.about = about;
  }

  String code() {
    return code;
  }

  String label() {
    return label;
  }

  String about() {
    return about;
  }

  String url() {
    return OperatorRoutes.FILES + "?list=" + code;
  }

  /** The list of this name. */
  static Optional<FileList> of(String code) {
    return Arrays.stream(values()).filter(list -> list.code.equals(code)).findFirst();
  }
}
