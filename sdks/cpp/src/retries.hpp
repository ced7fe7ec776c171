#pragma once

#include <optional>

#include "topgate/client.hpp"

namespace topgate {

/// What `X-Topgate-Retry` says; nothing when it is absent or of a later version.
std::optional<Retry> read_retry_hint(const HttpResponse& response);

/// Whole seconds, as in `Retry-After`; nothing for a date, another text or more than a day.
std::optional<std::chrono::seconds> read_seconds(std::string_view text);

/// The tries of one call: how many there were, and how long it waited in all.
class Retries {
 public:
  explicit Retries(const RetryPolicy& policy) : policy_(policy) {}

  unsigned tries() const noexcept { return tries_; }
  /// Counts a try that begins now.
  void begin() noexcept { ++tries_; }
  /// How long to wait before the next try; nothing when there is to be none.
  std::optional<std::chrono::milliseconds> next_wait(const Retry& retry, ApiFacts::Repeat repeat);

 private:
  RetryPolicy policy_;
  unsigned tries_ = 0;
  std::chrono::milliseconds waited_{0};
};

}  // namespace topgate
