#pragma once

#include <topgate/client.hpp>

namespace topgate {

/// taobao.appip.get: 获取ISV发起请求服务器IP
/// The address that the caller is seen with
/// 获取ISV发起请求服务器IP
struct AppipGetRequest {
};

/// The answer to `AppipGetRequest`.
struct AppipGetResponse {
  /// ISV发起请求服务器IP
  /// Address
  /// Example: 203.0.113.9
  /// Required
  std::optional<std::string> ip;
};

template <>
struct Fields<AppipGetRequest> {
  template <class Self, class Visitor>
  static void visit(Self&, Visitor&) {}
};

template <>
struct Fields<AppipGetResponse> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("ip", self.ip, Need::required);
  }
};

template <>
struct Api<AppipGetRequest> {
  using Response = AppipGetResponse;
  static ApiFacts facts() {
    ApiFacts facts;
    facts.method = "taobao.appip.get";
    facts.repeat = ApiFacts::Repeat::free;
    facts.deadline = std::chrono::milliseconds(3000);
    return facts;
  }
};

}  // namespace topgate
