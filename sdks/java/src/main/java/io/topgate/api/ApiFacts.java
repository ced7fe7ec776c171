package io.topgate.api;

import java.time.Duration;
import java.util.List;

/**
 * What the client has to know of an API, from its contract.
 *
 * @param root the root member of an answer
 * @param deadline how long the platform may take; null where the contract does not say
 * @param outcome how an answer says whether it succeeded; null: every answer is a success
 * @param errors the failures that this API alone has
 */
public record ApiFacts(
    String method,
    String root,
    Repeat repeat,
    Duration deadline,
    Outcome outcome,
    List<KnownError> errors) {

  /** When a call may be sent again whose fate is unknown: a time-out, a broken connection. */
  public enum Repeat {
    /** It only reads. */
    FREE,
    /** The platform knows the very same bytes again and answers as it did the first time. */
    SAME_BYTES,
    /** Nobody said; it is not sent again. */
    UNKNOWN
  }

  /**
   * Paths below the root member, in which digits are a place in a list.
   *
   * @param success the text of the flag that means success
   */
  public record Outcome(List<String> flag, String success, List<String> code) {}

  /**
   * A documented failure.
   *
   * @param isAnswer told inside of the documented answer, not as a refusal
   * @param subCode null: any
   */
  public record KnownError(
      boolean isAnswer,
      String code,
      String subCode,
      Bilingual about,
      Bilingual remedy,
      Retry.Kind retry) {}
}
