package io.topgate.api;

/** How a call is signed. All three are accepted; HMAC-SHA256 is the one to choose. */
public enum SignMethod {
  MD5("md5"),
  HMAC("hmac"),
  HMAC_SHA256("hmac-sha256");

  private final String wireName;

  SignMethod(String wireName) {
    this.wireName = wireName;
  }

  /** The value of {@code sign_method}. */
  public String wireName() {
    return wireName;
  }

  /** Throws IllegalArgumentException for a name that is none of the three. */
  public static SignMethod of(String wireName) {
    for (SignMethod method : values()) {
      if (method.wireName.equals(wireName)) return method;
    }
    throw new IllegalArgumentException("sign_method is md5, hmac or hmac-sha256: " + wireName);
  }
}
