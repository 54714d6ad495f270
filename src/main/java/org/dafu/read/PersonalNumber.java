package org.dafu.read;

import org.dafu.reply.Span;

/**
 * A number or address of a person, to be hidden before a letter is published.
 *
 * @param kind what it is
 * @param span where it stands in the text
 */
public record PersonalNumber(Kind kind, Span span) {
  /** What such a number is. */
  public enum Kind {
    /** 手机号码. */
    MOBILE,
    /** 固定电话、传真. */
    TELEPHONE,
    /** 电子邮箱. */
    MAILBOX,
    /** 身份证号码. */
    IDENTITY,
    /** 微信号、QQ 号. */
    MESSENGER,
    /** 银行账号、卡号. */
    ACCOUNT
  }
}
