package io.topgate.api.internal;

import io.topgate.api.ApiFacts;
import io.topgate.api.ApiFacts.KnownError;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds what the documentation says of a failure. */
final class KnownErrors {
  private KnownErrors() {}

  /** By the sub code, which is the finer one, else by the code; null for what nobody documented. */
  static KnownError refusal(ApiFacts api, String code, String subCode) {
    if (subCode == null) return platform(code, null);
    // Behind a colon stands what was wrong with this very call.
    String stem = subCode.split(":", 2)[0];
    return Stream.concat(api.errors().stream(), PlatformErrors.ALL.stream())
        .filter(error -> !error.isAnswer() && stem.equals(error.subCode()))
        .findFirst()
        .orElseGet(() -> platform(code, null));
  }

  /** What an API tells in its own answer. */
  static KnownError decline(List<KnownError> errors, String code) {
    return errors.stream()
        .filter(error -> error.isAnswer() && error.code().equals(code))
        .findFirst()
        .orElse(null);
  }

  private static KnownError platform(String code, String subCode) {
    return PlatformErrors.ALL.stream()
        .filter(error -> error.code().equals(code) && Objects.equals(error.subCode(), subCode))
        .findFirst()
        .orElse(null);
  }
}
