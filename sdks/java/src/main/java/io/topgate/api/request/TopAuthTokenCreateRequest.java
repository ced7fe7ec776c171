package io.topgate.api.request;

import io.topgate.api.ApiFacts;
import io.topgate.api.ApiFacts.Repeat;
import io.topgate.api.TaobaoRequest;
import io.topgate.api.internal.Wire;
import io.topgate.api.response.TopAuthTokenCreateResponse;
import java.time.Duration;
import java.util.List;

/**
 * 获取Access Token
 * <p>Get a session key for an authorisation code
 * <p>taobao.top.auth.token.create
 * <p>用户授权后，用授权码 code 换取 SessionKey 与 refresh_token
 * <p>After the user has authorised, gives a session key and a refresh token for the code
 * <p>不可重复：code 第二次出现时，由它得到的所有 SessionKey 作废
 * <p>Never repeat it: a code that comes a second time ends every session key that came from it
 */
public class TopAuthTokenCreateRequest extends TaobaoRequest<TopAuthTokenCreateResponse> {
  private static final ApiFacts FACTS =
      new ApiFacts(
          "taobao.top.auth.token.create",
          "top_auth_token_create_response",
          Repeat.SAME_BYTES,
          Duration.ofMillis(5000),
          null,
          List.of());

  @Override
  public ApiFacts apiFacts() {
    return FACTS;
  }

  @Override
  public TopAuthTokenCreateResponse newResponse() {
    return new TopAuthTokenCreateResponse();
  }

  /**
   * 授权码，授权成功后附在回调地址上；60 秒内有效，只能用一次
   * <p>The authorisation code that came back to the redirect address; it counts once, for 60 s
   * <p>授权时带有 code_challenge 的 code 请到 /oauth/token 换取，那里可以传 code_verifier
   * <p>A code that was asked for with code_challenge goes to /oauth/token with its code_verifier
   */
  public String getCode() {
    return Wire.text(this, "code");
  }

  public void setCode(String value) {
    setRawMember("code", value);
  }

  public TopAuthTokenCreateRequest code(String value) {
    setCode(value);
    return this;
  }

  /**
   * TOP 客户端可能发送的标识，此处不使用
   * <p>An id that TOP clients may send; it is not used here
   * <p>≤128 字符
   * <p>Up to 128 characters
   */
  public String getUuid() {
    return Wire.text(this, "uuid");
  }

  public void setUuid(String value) {
    setRawMember("uuid", value);
  }

  public TopAuthTokenCreateRequest uuid(String value) {
    setUuid(value);
    return this;
  }

  @Override
  protected Object documented(String name) {
    return switch (name) {
      case "code" -> getCode();
      case "uuid" -> getUuid();
      default -> super.documented(name);
    };
  }
}
