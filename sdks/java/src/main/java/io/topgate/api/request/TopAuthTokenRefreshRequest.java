package io.topgate.api.request;

import io.topgate.api.ApiFacts;
import io.topgate.api.ApiFacts.Repeat;
import io.topgate.api.TaobaoRequest;
import io.topgate.api.internal.Wire;
import io.topgate.api.response.TopAuthTokenRefreshResponse;
import java.time.Duration;
import java.util.List;

/**
 * 刷新Access Token
 * <p>Get a new session key for a refresh token
 * <p>taobao.top.auth.token.refresh
 * <p>用 refresh_token 换取新的 SessionKey 与新的 refresh_token
 * <p>Gives a new session key and a new refresh token for a refresh token
 * <p>不可重复：refresh_token 第二次出现时，同一授权下的所有 SessionKey 作废
 * <p>Never repeat it: a refresh token that comes a second time ends every session key of the authorisation
 */
public class TopAuthTokenRefreshRequest extends TaobaoRequest<TopAuthTokenRefreshResponse> {
  private static final ApiFacts FACTS =
      new ApiFacts(
          "taobao.top.auth.token.refresh",
          "top_auth_token_refresh_response",
          Repeat.SAME_BYTES,
          Duration.ofMillis(5000),
          null,
          List.of());

  @Override
  public ApiFacts apiFacts() {
    return FACTS;
  }

  @Override
  public TopAuthTokenRefreshResponse newResponse() {
    return new TopAuthTokenRefreshResponse();
  }

  /**
   * 与上一个 SessionKey 一同得到的 refresh_token，只能用一次
   * <p>The refresh token that came with the last session key; it counts once
   * <p>≤128 字符
   * <p>Up to 128 characters
   */
  public String getRefreshToken() {
    return Wire.text(this, "refresh_token");
  }

  public void setRefreshToken(String value) {
    setRawMember("refresh_token", value);
  }

  public TopAuthTokenRefreshRequest refreshToken(String value) {
    setRefreshToken(value);
    return this;
  }

  @Override
  protected Object documented(String name) {
    return switch (name) {
      case "refresh_token" -> getRefreshToken();
      default -> super.documented(name);
    };
  }
}
