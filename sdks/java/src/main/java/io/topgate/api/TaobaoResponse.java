package io.topgate.api;

/** An answer. {@link #isSuccess()} is the one question that every answer of every API can be asked. */
public abstract class TaobaoResponse extends TaobaoObject {
  private String body = "";
  private Refusal refusal;
  private Decline decline;

  /** The answer as it came, in the form that was asked for. */
  public final String getBody() {
    return body;
  }

  /**
   * Whether the call did what it is for: neither did the platform refuse it nor did the API decline
   * it in its own answer, wherever that says so.
   */
  public final boolean isSuccess() {
    return refusal == null && decline == null;
  }

  /** The platform's no; null otherwise. */
  public final Refusal getRefusal() {
    return refusal;
  }

  /** The API's own no, told in its documented answer; null otherwise. */
  public final Decline getDecline() {
    return decline;
  }

  /** The code of a refusal; null otherwise, as are the next three. */
  public final String getErrorCode() {
    return refusal == null ? null : refusal.code();
  }

  public final String getMsg() {
    return refusal == null ? null : refusal.msg();
  }

  public final String getSubCode() {
    return refusal == null ? null : refusal.subCode();
  }

  public final String getSubMsg() {
    return refusal == null ? null : refusal.subMsg();
  }

  /** The number under which the platform knows the call. */
  public final String getRequestId() {
    if (refusal != null) return refusal.requestId();
    return rawMember("request_id") instanceof String id ? id : null;
  }

  @Override
  protected Object documented(String name) {
    return name.equals("request_id") ? getRequestId() : null;
  }

  /** For the client, which fills an answer once; from then on threads may share it. */
  public final void settle(String body, Refusal refusal, Decline decline) {
    readAll();
    this.body = body;
    this.refusal = refusal;
    this.decline = decline;
  }

  /**
   * The call was fine and the state said no.
   *
   * @param code the API's own code; null when the answer has none
   * @param remedy what to do, from the documentation; null for codes that it does not have
   * @param retry whether sending the same again can help
   */
  public record Decline(String code, Bilingual about, Bilingual remedy, Retry retry) {}
}
