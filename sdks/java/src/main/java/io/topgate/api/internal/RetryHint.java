package io.topgate.api.internal;

import io.topgate.api.ApiFacts.KnownError;
import io.topgate.api.Retry;
import io.topgate.api.Retry.Kind;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether sending a call again can help: what the platform says, else what is documented. */
final class RetryHint {
  private static final int HTTP_SERVER_ERROR = 500;
  private static final Pattern AFTER = Pattern.compile("after=([0-9]+)");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  /** Platforms without the header say it in words. */
  private static final Pattern BAN = Pattern.compile("ban will last for ([0-9]+) more second");
  /** Failures of the platform that come back with the same parameters. */
  private static final Pattern PARSE_ERROR = Pattern.compile("isp\\.top-(?:mapping-)?parse-error.*");

  private RetryHint() {}

  static Retry ofRefusal(HttpAnswer http, String subCode, String subMsg, KnownError known) {
    Retry said = said(http);
    if (said != null) return said;
    Matcher ban = BAN.matcher(subMsg == null ? "" : subMsg);
    if (ban.find()) return Retry.askedAfter(seconds(ban.group(1)));
    if (known != null) return Retry.documented(known.retry());
    boolean isPassing =
        subCode != null && subCode.startsWith("isp.") && !PARSE_ERROR.matcher(subCode).matches();
    return Retry.documented(isPassing ? Kind.SAME_REQUEST : Kind.NEVER);
  }

  /** Of something that is no answer of the platform: a proxy may say when it is back. */
  static Retry ofNonsense(HttpAnswer http) {
    if (http.status() < HTTP_SERVER_ERROR) return Retry.NEVER;
    if (http.retryAfter() == null) return Retry.documented(Kind.SAME_REQUEST);
    return Retry.askedAfter(seconds(http.retryAfter()));
  }

  /** The header of the platform; null without one that this client knows. */
  private static Retry said(HttpAnswer http) {
    if (http.retryHint() == null) return null;
    Matcher after = AFTER.matcher(http.retryHint());
    if (after.matches()) return Retry.askedAfter(seconds(after.group(1)));
    return switch (http.retryHint()) {
      case "never" -> Retry.asked(Kind.NEVER);
      case "same-request" -> Retry.asked(Kind.SAME_REQUEST);
      case "new-session" -> Retry.asked(Kind.NEW_SESSION);
      default -> null;
    };
  }

  /** Null for what is no number of seconds, or one that nobody waits for. */
  private static Duration seconds(String text) {
    if (!SECONDS.matcher(text).matches()) return null;
    return Duration.ofSeconds(Long.parseLong(text));
  }
}
