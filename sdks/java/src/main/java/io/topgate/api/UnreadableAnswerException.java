package io.topgate.api;

/** Something answered that is no answer of the platform: a page, half an answer, too much of one. */
public final class UnreadableAnswerException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final int httpStatus;
  private final Retry retry;

  public UnreadableAnswerException(String message, int httpStatus, Retry retry) {
    super(message);
    this.httpStatus = httpStatus;
    this.retry = retry;
  }

  public int getHttpStatus() {
    return httpStatus;
  }

  @Override
  public Retry getRetry() {
    return retry;
  }

  @Override
  public boolean mayHaveRun() {
    return true;
  }
}
