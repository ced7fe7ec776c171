package io.topgate.api;

/** The form of answers. Both carry the same; {@link TaobaoResponse#getBody()} shows which it was. */
public enum Format {
  JSON("json"),
  XML("xml");

  private final String wireName;

  Format(String wireName) {
    this.wireName = wireName;
  }

  /** The value of {@code format}. */
  public String wireName() {
    return wireName;
  }

  /** Throws IllegalArgumentException for a name that is neither. */
  public static Format of(String wireName) {
    for (Format format : values()) {
      if (format.wireName.equals(wireName)) return format;
    }
    throw new IllegalArgumentException("format is json or xml: " + wireName);
  }
}
