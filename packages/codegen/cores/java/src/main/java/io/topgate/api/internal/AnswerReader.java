package io.topgate.api.internal;

import io.topgate.api.ApiFacts;
import io.topgate.api.ApiFacts.KnownError;
import io.topgate.api.Bilingual;
import io.topgate.api.Refusal;
import io.topgate.api.RefusedException;
import io.topgate.api.Retry;
import io.topgate.api.TaobaoRequest;
import io.topgate.api.TaobaoResponse;
import io.topgate.api.TaobaoResponse.Decline;
import io.topgate.api.UnreadableAnswerException;
import java.util.List;
import java.util.Map;

/** From the bytes of an answer to the answer of an API, or to what is wrong with them. */
final class AnswerReader {
  private static final int HTTP_OK = 200;
  private static final int HTTP_NOT_FOUND = 404;
  private static final String OTHER_ADDRESS =
      "is the url the whole address of the gateway, such as https://HOST/router/rest?";
  private static final String ERROR_ROOT = "error_response";

  private AnswerReader() {}

  /**
   * Throws {@link RefusedException}, and {@link UnreadableAnswerException} for what is no answer of
   * the platform.
   */
  static <T extends TaobaoResponse> T read(TaobaoRequest<T> request, HttpAnswer http) {
    ApiFacts api = request.apiFacts();
    Map<?, ?> document = document(http);
    if (document.get(ERROR_ROOT) instanceof Map<?, ?> error) {
      throw new RefusedException(api.method(), refusal(api, error, http), http.body());
    }
    if (http.status() != HTTP_OK) throw unreadable("no error", http);
    if (!document.containsKey(api.root())) throw unreadable("no member " + api.root(), http);
    T response = request.newResponse();
    if (!Wire.fill(response, document.get(api.root()))) throw unreadable("no object", http);
    response.settle(http.body(), null, decline(api, response));
    return response;
  }

  private static Map<?, ?> document(HttpAnswer http) {
    String text = http.body().trim();
    try {
      Object value = text.startsWith("<") ? XmlReader.read(text) : JsonReader.read(text);
      if (value instanceof Map<?, ?> members) return members;
      throw unreadable("no object", http);
    } catch (SyntaxException error) {
      throw unreadable(error.getMessage(), http);
    }
  }

  private static UnreadableAnswerException unreadable(String why, HttpAnswer http) {
    String status = http.status() == HTTP_OK ? "" : "HTTP status " + http.status() + ", ";
    String reason = http.status() == HTTP_NOT_FOUND ? OTHER_ADDRESS : why;
    String message = "no answer of the platform: " + status + reason;
    return new UnreadableAnswerException(message, http.status(), RetryHint.ofNonsense(http));
  }

  private static Refusal refusal(ApiFacts api, Map<?, ?> error, HttpAnswer http) {
    String code = text(error.get("code"));
    String subCode = text(error.get("sub_code"));
    String subMsg = text(error.get("sub_msg"));
    KnownError known = KnownErrors.refusal(api, code, subCode);
    Retry retry = RetryHint.ofRefusal(http, subCode, subMsg, known);
    Bilingual remedy = known == null ? null : known.remedy();
    String msg = text(error.get("msg"));
    return new Refusal(code, msg, subCode, subMsg, text(error.get("request_id")), remedy, retry);
  }

  private static Decline decline(ApiFacts api, TaobaoResponse response) {
    if (api.outcome() == null) return null;
    if (api.outcome().success().equals(text(at(response.rawMembers(), api.outcome().flag())))) {
      return null;
    }
    String code = text(at(response.rawMembers(), api.outcome().code()));
    KnownError known = KnownErrors.decline(api.errors(), code);
    if (known == null) return new Decline(code, null, null, Retry.NEVER);
    return new Decline(code, known.about(), known.remedy(), Retry.documented(known.retry()));
  }

  private static Object at(Object value, List<String> path) {
    Object found = value;
    for (String step : path) {
      if (Character.isDigit(step.charAt(0))) found = item(found, Integer.parseInt(step));
      else found = found instanceof Map<?, ?> members ? members.get(step) : null;
    }
    return found;
  }

  /** Of a list, in the member that wraps it or without one. */
  private static Object item(Object value, int index) {
    Object items = value;
    if (items instanceof Map<?, ?> wrapper && wrapper.size() == 1) {
      items = wrapper.values().iterator().next();
    }
    if (items instanceof List<?> list) return index < list.size() ? list.get(index) : null;
    return index == 0 ? items : null;
  }

  private static String text(Object value) {
    return value == null || value instanceof Map || value instanceof List ? null : value.toString();
  }
}
