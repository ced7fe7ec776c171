#pragma once

#include <topgate/client.hpp>

namespace topgate {

/// taobao.time.get: 获取系统当前时间
/// The present time of the platform
/// 获取系统当前时间
struct TimeGetRequest {
};

/// The answer to `TimeGetRequest`.
struct TimeGetResponse {
  /// 系统当前时间
  /// Beijing time
  /// Example: 2015-09-16 15:53:37
  /// Required
  std::optional<topgate::Moment> time;
};

template <>
struct Fields<TimeGetRequest> {
  template <class Self, class Visitor>
  static void visit(Self&, Visitor&) {}
};

template <>
struct Fields<TimeGetResponse> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("time", self.time, Need::required);
  }
};

template <>
struct Api<TimeGetRequest> {
  using Response = TimeGetResponse;
  static ApiFacts facts() {
    ApiFacts facts;
    facts.method = "taobao.time.get";
    facts.repeat = ApiFacts::Repeat::free;
    facts.deadline = std::chrono::milliseconds(3000);
    return facts;
  }
};

}  // namespace topgate
