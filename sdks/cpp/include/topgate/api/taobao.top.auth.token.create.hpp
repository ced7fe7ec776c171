#pragma once

#include <topgate/client.hpp>

namespace topgate {

/// taobao.top.auth.token.create: 获取Access Token
/// Get a session key for an authorisation code
/// 用户授权后，用授权码 code 换取 SessionKey 与 refresh_token
/// After the user has authorised, gives a session key and a refresh token for the code
struct TopAuthTokenCreateRequest {
  /// 授权码，授权成功后附在回调地址上；60 秒内有效，只能用一次
  /// The authorisation code that came back to the redirect address; it counts once, for 60 s
  /// 授权时带有 code_challenge 的 code 请到 /oauth/token 换取，那里可以传 code_verifier
  /// A code that was asked for with code_challenge goes to /oauth/token with its code_verifier
  /// Example: sandboxauthorizationcode00000001
  /// Required
  std::optional<std::string> code;
  /// TOP 客户端可能发送的标识，此处不使用
  /// An id that TOP clients may send; it is not used here
  /// ≤128 字符
  /// Up to 128 characters
  /// Example: abc
  std::optional<std::string> uuid;
};

/// The answer to `TopAuthTokenCreateRequest`.
struct TopAuthTokenCreateResponse {
  /// JSON 文本，字段与 /oauth/token 的返回相同
  /// JSON text with the members of the answer of /oauth/token
  /// Example: {"access_token":"6200sandbox0000000000000000000000000000000000000000000001","token_type":"Bearer","expires_in":86400,"refresh_token":"6200sandbox0000000000000000000000000000000000000000000007","re_expires_in":2592000,"r1_expires_in":86400,"r2_expires_in":86400,"w1_expires_in":86400,"w2_expires_in":1800,"taobao_user_id":"2201234567890","taobao_user_nick":"%E6%B2%99%E7%AE%B1%E5%95%86%E5%AE%B6","scope":"alihouse"}
  /// Required
  std::optional<std::string> token_result;
};

template <>
struct Fields<TopAuthTokenCreateRequest> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("code", self.code, Need::required);
    visitor("uuid", self.uuid, Need::optional);
  }
};

template <>
struct Fields<TopAuthTokenCreateResponse> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("token_result", self.token_result, Need::required);
  }
};

template <>
struct Api<TopAuthTokenCreateRequest> {
  using Response = TopAuthTokenCreateResponse;
  static ApiFacts facts() {
    ApiFacts facts;
    facts.method = "taobao.top.auth.token.create";
    facts.repeat = ApiFacts::Repeat::same_bytes;
    facts.deadline = std::chrono::milliseconds(5000);
    return facts;
  }
};

}  // namespace topgate
