package io.topgate.api;

import io.topgate.api.ApiFacts.Repeat;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When a call is sent again, and after which wait.
 *
 * @param triesMax all tries together, the first one included
 * @param waitMin before the second try; it doubles from try to try
 * @param waitMax the longest wait; a call that the platform asks to wait longer ends at once
 */
public record RetryPolicy(int triesMax, Duration waitMin, Duration waitMax) {
  public static final int TRIES_MAX = 10;
  /** All tries carry one timestamp, which counts for ten minutes. */
  public static final Duration WAIT_MAX = Duration.ofSeconds(45);

  public static final RetryPolicy DEFAULT =
      new RetryPolicy(3, Duration.ofMillis(400), Duration.ofSeconds(30));
  public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

  public RetryPolicy {
    if (triesMax < 1 || triesMax > TRIES_MAX) {
      throw new IllegalArgumentException("tries are 1 to " + TRIES_MAX);
    }
    if (waitMin.isNegative() || waitMax.compareTo(WAIT_MAX) > 0 || waitMin.compareTo(waitMax) > 0) {
      throw new IllegalArgumentException("0 <= waitMin <= waitMax <= " + WAIT_MAX);
    }
  }

  /** The wait before the next try; null: there is no next one. */
  public Duration waitAfter(
      ApiException failure, Repeat repeat, int triesDone, RandomGenerator random) {
    if (triesDone >= triesMax || !mayRepeat(failure, repeat)) return null;
    Retry retry = failure.getRetry();
    if (retry.kind() == Retry.Kind.LATER) {
      if (retry.delay() == null || retry.delay().compareTo(waitMax) > 0) return null;
      // Everybody was told the same moment; nobody may come before it.
      return retry.delay().plusMillis(random.nextInt(1 + (int) waitMin.toMillis()));
    }
    long fullMs = Math.min(waitMin.toMillis() << (triesDone - 1), waitMax.toMillis());
    return Duration.ofMillis(fullMs / 2 + random.nextLong(fullMs / 2 + 1));
  }

  /**
   * Of an API that nobody described as harmless to repeat, only what surely was not run is sent
   * again, or what the platform itself asks for.
   */
  private static boolean mayRepeat(ApiException failure, Repeat repeat) {
    Retry retry = failure.getRetry();
    boolean canHelp =
        retry.kind() == Retry.Kind.SAME_REQUEST || retry.kind() == Retry.Kind.LATER;
    if (!canHelp) return false;
    if (repeat != Repeat.UNKNOWN) return true;
    return failure instanceof RefusedException ? retry.isAsked() : !failure.mayHaveRun();
  }
}
