package io.topgate.api;

/** The platform refused the call; nothing was done. */
public final class RefusedException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final String body;

  public RefusedException(String method, Refusal refusal, String body) {
    super(method + " was refused: " + refusal);
    this.refusal = refusal;
    this.body = body;
  }

  public Refusal getRefusal() {
    return refusal;
  }

  /** The answer as it came. */
  public String getBody() {
    return body;
  }

  /** What to do, in words; null for codes that the documentation does not have. */
  public Bilingual getRemedy() {
    return refusal.remedy();
  }

  @Override
  public String getErrCode() {
    return refusal.code();
  }

  @Override
  public String getErrMsg() {
    return refusal.msg();
  }

  @Override
  public String getSubErrCode() {
    return refusal.subCode();
  }

  @Override
  public String getSubErrMsg() {
    return refusal.subMsg();
  }

  @Override
  public String getRequestId() {
    return refusal.requestId();
  }

  @Override
  public Retry getRetry() {
    return refusal.retry();
  }
}
