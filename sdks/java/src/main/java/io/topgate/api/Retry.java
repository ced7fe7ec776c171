package io.topgate.api;

import java.io.Serializable;
import java.time.Duration;

/**
 * Whether sending a call again can help.
 *
 * @param kind what can help
 * @param delay how long to wait before; null when nobody said, or unless it is {@code LATER}
 * @param isAsked the platform itself said so in this answer; else the documentation says it
 */
public record Retry(Kind kind, Duration delay, boolean isAsked) implements Serializable {
  public static final Retry NEVER = documented(Kind.NEVER);

  public static Retry documented(Kind kind) {
    return new Retry(kind, null, false);
  }

  public static Retry asked(Kind kind) {
    return new Retry(kind, null, true);
  }

  /** A null delay: later, nobody knows when. */
  public static Retry askedAfter(Duration delay) {
    return new Retry(Kind.LATER, delay, true);
  }

  public enum Kind {
    /** The same again gets the same answer. */
    NEVER,
    /** The very same request may be sent again; the client does so by itself. */
    SAME_REQUEST,
    /** After a wait; the client waits by itself when that is not too long. */
    LATER,
    /** With a new session key of the user. */
    NEW_SESSION
  }
}
