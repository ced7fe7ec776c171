package io.topgate.api;

import java.io.Serializable;

/**
 * The platform's no to a call, its {@code error_response}.
 *
 * @param remedy what to do, from the documentation; null for codes that it does not have
 * @param retry what the platform said about sending again, else what the documentation says
 */
public record Refusal(
    String code,
    String msg,
    String subCode,
    String subMsg,
    String requestId,
    Bilingual remedy,
    Retry retry)
    implements Serializable {

  @Override
  public String toString() {
    String sub = subCode == null ? "" : " " + subCode;
    String about = subMsg == null ? "" : ": " + subMsg;
    String id = requestId == null ? "" : " (request_id " + requestId + ")";
    return code + " " + msg + sub + about + id;
  }
}
