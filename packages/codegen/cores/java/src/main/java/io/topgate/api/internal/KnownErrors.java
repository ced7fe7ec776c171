package io.topgate.api.internal;

import io.topgate.api.ApiFacts;
import io.topgate.api.ApiFacts.KnownError;
import java.util.List;

/** Finds what the documentation says of a refusal. */
final class KnownErrors {
  private KnownErrors() {}

  /** The error of the API with this sub code, else that of the platform; null for an unknown one. */
  static KnownError find(ApiFacts api, String code, String subCode) {
    KnownError own = find(api.errors(), null, subCode);
    if (own != null) return own;
    KnownError exact = find(PlatformErrors.ALL, code, subCode);
    return exact != null ? exact : find(PlatformErrors.ALL, code, null);
  }

  /** The sub code counts up to a colon: behind it stands what was wrong. */
  private static KnownError find(List<KnownError> errors, String code, String subCode) {
    if (code == null && subCode == null) return null;
    String stem = subCode == null ? null : subCode.split(":", 2)[0];
    for (KnownError error : errors) {
      boolean fits = code == null || error.code().equals(code);
      boolean subFits = stem == null ? error.subCode() == null : stem.equals(error.subCode());
      if (!error.isAnswer() && fits && subFits) return error;
    }
    return null;
  }
}
