package org.dafu.reply;

/**
 * A person named in the sign-off.
 *
 * @param name as printed
 * @param role the word before the name: 联系人, 承办人, 经办人, 主管领导
 */
public record Contact(String name, String role) {}
