package io.topgate.api;

/** Something answered that is no answer of the platform: a page, half an answer, too much of one. */
public final class UnreadableAnswerException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final int httpStatus;

  /** The answer was read, and a member of it is of another type than documented. */
  public UnreadableAnswerException(String message) {
    this(message, 200);
  }

  public UnreadableAnswerException(String message, int httpStatus) {
    super(message);
    this.httpStatus = httpStatus;
  }

  public int getHttpStatus() {
    return httpStatus;
  }
}
