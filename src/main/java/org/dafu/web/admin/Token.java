package org.dafu.web.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.dafu.reply.Sha256;

/**
 * A named key to the service, of which only a hash is kept.
 *
 * <p>Why one round of salted SHA-256: a token is 256 random bits, which nobody finds by trying,
 * however fast a try is. Slow hashes protect passwords that people think up; here one would only
 * make every request slow.
 *
 * @param name who uses it; stands in the log of changes
 * @param role what it opens
 * @param created ISO 8601
 * @param salt hexadecimal
 * @param hash hexadecimal, of salt and token
 */
public record Token(String name, Role role, String created, String salt, String hash) {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");
  private static final int TOKEN_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final String PREFIX = "dafu_";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What a token opens. */
  public enum Role {
    /** Everything. */
    ADMIN("admin"),
    /** What the public may read, where the service wants a key for that. */
    READ("read");

    private final String code;

    Role(String code) {
      this.code = code;
    }

    /** Its name in files and on the command line. */
    public String code() {
      return code;
    }
  }

  /** Whether the name can be a token's. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** A secret for a new token: shown once, kept nowhere. */
  public static String newSecret() {
    byte[] random = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(random);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** The token of this secret. */
  public static Token of(String name, Role role, String created, String secret) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    byte[] hash = hash(salt, secret);
    return new Token(
        name, role, created, HexFormat.of().formatHex(salt), HexFormat.of().formatHex(hash));
  }

  /** Whether this is its secret; takes the same time wherever they differ. */
  boolean opensWith(String secret) {
    HexFormat hex = HexFormat.of();
    return MessageDigest.isEqual(hex.parseHex(hash), hash(hex.parseHex(salt), secret));
  }

  private static byte[] hash(byte[] salt, String secret) {
    MessageDigest digest = Sha256.digest();
    digest.update(salt);
    return digest.digest(secret.getBytes(StandardCharsets.UTF_8));
  }
}
