package io.topgate.api.internal;

import io.topgate.api.SignMethod;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures over the parameters of a call. */
public final class Signer {
  private Signer() {}

  /** Upper-case hexadecimal digits; a {@code body} follows the parameters as it is. */
  public static String sign(
      Map<String, String> parameters, String body, String secret, SignMethod method) {
    byte[] base = (baseText(parameters) + body).getBytes(StandardCharsets.UTF_8);
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = switch (method) {
        case MD5 -> md5(key, base);
        case HMAC -> hmac("HmacMD5", key, base);
        case HMAC_SHA256 -> hmac("HmacSHA256", key, base);
      };
      return HexFormat.of().withUpperCase().formatHex(digest);
    } catch (GeneralSecurityException error) {
      throw new IllegalStateException("this Java has no digest for " + method.wireName(), error);
    }
  }

  /**
   * Names and values without separators, sorted by name as ASCII. Empty values count with their
   * names alone, because this client sends them.
   */
  public static String baseText(Map<String, String> parameters) {
    StringBuilder base = new StringBuilder();
    new TreeMap<>(parameters).forEach((name, value) -> {
      if (!name.equals("sign")) base.append(name).append(value);
    });
    return base.toString();
  }

  private static byte[] md5(byte[] secret, byte[] base) throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("MD5");
    digest.update(secret);
    digest.update(base);
    return digest.digest(secret);
  }

  private static byte[] hmac(String algorithm, byte[] secret, byte[] base)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(secret, algorithm));
    return mac.doFinal(base);
  }
}
