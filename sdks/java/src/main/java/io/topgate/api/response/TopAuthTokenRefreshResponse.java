package io.topgate.api.response;

import io.topgate.api.TaobaoResponse;
import io.topgate.api.internal.Wire;

/**
 * The answer.
 * <p>刷新Access Token
 * <p>Get a new session key for a refresh token
 */
public class TopAuthTokenRefreshResponse extends TaobaoResponse {
  /**
   * JSON 文本，字段与 /oauth/token 的返回相同
   * <p>JSON text with the members of the answer of /oauth/token
   */
  public String getTokenResult() {
    return Wire.text(this, "token_result");
  }

  @Override
  protected Object documented(String name) {
    return switch (name) {
      case "token_result" -> getTokenResult();
      default -> super.documented(name);
    };
  }
}
