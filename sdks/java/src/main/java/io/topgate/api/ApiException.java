package io.topgate.api;

/**
 * A call that has no usable answer. The kinds are {@link RefusedException}, {@link
 * TransportException} and {@link UnreadableAnswerException}. No message contains a secret, a session
 * key or a value of a parameter.
 *
 * <p>Unchecked, unlike TOP's; code that catches or declares TOP's compiles all the same.
 */
public class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ApiException(String message) {
    super(message);
  }

  public ApiException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The code of a refusal; null for other failures, as are the next three. */
  public String getErrCode() {
    return null;
  }

  public String getErrMsg() {
    return getMessage();
  }

  public String getSubErrCode() {
    return null;
  }

  public String getSubErrMsg() {
    return null;
  }

  /** The number under which the platform knows the call; null when it never answered. */
  public String getRequestId() {
    return null;
  }

  /** Whether sending the call again can help; the client has already tried what it may. */
  public Retry getRetry() {
    return Retry.NEVER;
  }

  /** Whether the platform may have done what the call asked for, although no answer says so. */
  public boolean mayHaveRun() {
    return false;
  }
}
