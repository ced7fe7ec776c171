package io.topgate.api;

import java.time.Duration;

/**
 * Hears of every try, for logs and metrics. It is told no parameter, no session key and no secret.
 * What it throws is ignored: a broken log breaks no call.
 */
@FunctionalInterface
public interface CallObserver {
  CallObserver NONE = tried -> {};

  void onTry(Try tried);

  /**
   * @param number of this try, from 1
   * @param outcome how it ended
   * @param code of a refusal or decline; null otherwise, as is {@code subCode}
   * @param requestId null when no answer was read
   * @param nextAfter the wait before the next try; null when there is none
   */
  record Try(
      String method,
      int number,
      Duration took,
      Outcome outcome,
      String code,
      String subCode,
      String requestId,
      Duration nextAfter) {}

  enum Outcome {
    SUCCESS,
    DECLINED,
    REFUSED,
    UNREADABLE,
    NO_ANSWER
  }
}
