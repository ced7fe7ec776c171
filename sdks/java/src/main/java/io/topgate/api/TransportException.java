package io.topgate.api;

/** No answer came. Whether the call was done is unknown, unless no connection could be made. */
public final class TransportException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  public TransportException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind getKind() {
    return kind;
  }

  @Override
  public Retry getRetry() {
    return kind == Kind.INTERRUPTED ? Retry.NEVER : Retry.documented(Retry.Kind.SAME_REQUEST);
  }

  @Override
  public boolean mayHaveRun() {
    return kind != Kind.NOT_CONNECTED;
  }

  public enum Kind {
    /** No connection could be made; the call was not sent. */
    NOT_CONNECTED,
    /** The answer did not come in time. */
    TIMED_OUT,
    /** The connection broke. */
    BROKEN,
    /** The calling thread was interrupted. */
    INTERRUPTED
  }
}
