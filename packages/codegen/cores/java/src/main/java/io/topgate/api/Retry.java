package io.topgate.api;

import java.io.Serializable;
import java.time.Duration;

/**
 * Whether sending a call again can help.
 *
 * @param kind what can help
 * @param delay how long to wait before; zero unless {@code kind} is {@code AFTER}
 */
public record Retry(Kind kind, Duration delay) implements Serializable {
  public static final Retry NEVER = new Retry(Kind.NEVER, Duration.ZERO);
  public static final Retry SAME_REQUEST = new Retry(Kind.SAME_REQUEST, Duration.ZERO);
  public static final Retry NEW_SESSION = new Retry(Kind.NEW_SESSION, Duration.ZERO);

  public static Retry after(Duration delay) {
    return new Retry(Kind.AFTER, delay);
  }

  public enum Kind {
    /** The same again gets the same answer. */
    NEVER,
    /** The very same request may be sent again; the client does so by itself. */
    SAME_REQUEST,
    /** After a wait; the client waits by itself when that is not too long. */
    AFTER,
    /** With a new session key of the user. */
    NEW_SESSION
  }
}
