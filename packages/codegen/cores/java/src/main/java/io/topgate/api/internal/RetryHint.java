package io.topgate.api.internal;

import io.topgate.api.ApiFacts.KnownError;
import io.topgate.api.Retry;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether sending a refused call again can help: what the platform says, else what is documented. */
final class RetryHint {
  private static final Pattern AFTER = Pattern.compile("after=([0-9]{1,9})");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  /** Platforms without the header say it in words. */
  private static final Pattern BAN = Pattern.compile("ban will last for ([0-9]{1,9}) more second");

  private RetryHint() {}

  static Retry of(HttpAnswer http, String code, String subCode, String subMsg, KnownError known) {
    if (http.retryHint() != null) return said(http);
    Retry.Kind kind = known == null ? Retry.Kind.NEVER : known.retry();
    if (subCode != null && subCode.startsWith("isp.") && known == null) return Retry.SAME_REQUEST;
    if (kind != Retry.Kind.AFTER) return new Retry(kind, Duration.ZERO);
    Matcher ban = BAN.matcher(subMsg == null ? "" : subMsg);
    return ban.find() ? after(ban.group(1)) : Retry.NEVER;
  }

  private static Retry said(HttpAnswer http) {
    Matcher after = AFTER.matcher(http.retryHint());
    if (after.matches()) return after(longest(after.group(1), http.retryAfter()));
    return switch (http.retryHint()) {
      case "same-request" -> Retry.SAME_REQUEST;
      case "new-session" -> Retry.NEW_SESSION;
      default -> Retry.NEVER;
    };
  }

  private static String longest(String hinted, String retryAfter) {
    if (retryAfter == null || !SECONDS.matcher(retryAfter).matches()) return hinted;
    return Long.parseLong(retryAfter) > Long.parseLong(hinted) ? retryAfter : hinted;
  }

  private static Retry after(String seconds) {
    return Retry.after(Duration.ofSeconds(Long.parseLong(seconds)));
  }
}
