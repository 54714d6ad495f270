package org.dafu.web.admin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a caller, as a proxy or the connection tells it. */
final class CallerAddress {
  private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern V4 =
      Pattern.compile("(" + BYTE + "(?:\\." + BYTE + "){3})(?::\\d+)?");
  private static final Pattern V6_IN_BRACKETS =
      Pattern.compile("\\[([0-9a-fA-F.:]{2,45})](?::\\d+)?");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F.:]*");

  /** Bytes of the network of an IPv6 address, which is as good as one caller. */
  private static final int NETWORK_BYTES = 8;

  private CallerAddress() {}

  /** The address alone in what a proxy says, which may name a port too; empty if it is none. */
  static Optional<String> of(String said) {
    Matcher v4 = V4.matcher(said);
    if (v4.matches()) {
      return Optional.of(v4.group(1));
    }
    Matcher bracketed = V6_IN_BRACKETS.matcher(said);
    String bare = bracketed.matches() ? bracketed.group(1) : said;
    return V6.matcher(bare).matches() && parsed(bare).isPresent()
        ? Optional.of(bare)
        : Optional.empty();
  }

  /** What one caller can hardly have many of: an address, of IPv6 its network. */
  static String network(String address) {
    String bare = address.replaceFirst("%.*", ""); // the interface, of a local one
    return V6.matcher(bare).matches()
        ? parsed(bare).map(CallerAddress::network).orElse(address)
        : address;
  }

  private static String network(InetAddress address) {
    return address instanceof Inet6Address v6
        ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), NETWORK_BYTES))
        : address.getHostAddress();
  }

  /** What has a colon is never looked up as a name. */
  private static Optional<InetAddress> parsed(String v6) {
    try {
      return Optional.of(InetAddress.getByName(v6));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
