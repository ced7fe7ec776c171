#pragma once

#include <topgate/client.hpp>

namespace topgate {

/// taobao.top.auth.token.refresh: 刷新Access Token
/// Get a new session key for a refresh token
/// 用 refresh_token 换取新的 SessionKey 与新的 refresh_token
/// Gives a new session key and a new refresh token for a refresh token
struct TopAuthTokenRefreshRequest {
  /// 与上一个 SessionKey 一同得到的 refresh_token，只能用一次
  /// The refresh token that came with the last session key; it counts once
  /// ≤128 字符
  /// Up to 128 characters
  /// Example: 6200sandbox0000000000000000000000000000000000000000000007
  /// Required
  std::optional<std::string> refresh_token;
};

/// The answer to `TopAuthTokenRefreshRequest`.
struct TopAuthTokenRefreshResponse {
  /// JSON 文本，字段与 /oauth/token 的返回相同
  /// JSON text with the members of the answer of /oauth/token
  /// Example: {"access_token":"6200sandbox0000000000000000000000000000000000000000000001","token_type":"Bearer","expires_in":86400,"refresh_token":"6200sandbox0000000000000000000000000000000000000000000007","re_expires_in":2592000,"r1_expires_in":86400,"r2_expires_in":86400,"w1_expires_in":86400,"w2_expires_in":1800,"taobao_user_id":"2201234567890","taobao_user_nick":"%E6%B2%99%E7%AE%B1%E5%95%86%E5%AE%B6","scope":"alihouse"}
  /// Required
  std::optional<std::string> token_result;
};

template <>
struct Fields<TopAuthTokenRefreshRequest> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("refresh_token", self.refresh_token, Need::required);
  }
};

template <>
struct Fields<TopAuthTokenRefreshResponse> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("token_result", self.token_result, Need::required);
  }
};

template <>
struct Api<TopAuthTokenRefreshRequest> {
  using Response = TopAuthTokenRefreshResponse;
  static ApiFacts facts() {
    ApiFacts facts;
    facts.method = "taobao.top.auth.token.refresh";
    facts.repeat = ApiFacts::Repeat::same_bytes;
    facts.deadline = std::chrono::milliseconds(5000);
    return facts;
  }
};

}  // namespace topgate
