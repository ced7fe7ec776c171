#include "retries.hpp"

#include <algorithm>
#include <charconv>
#include <random>

namespace topgate {
namespace {

constexpr unsigned seconds_max = 24 * 3600;

/// Between half and the whole, so that callers who failed together do not come back together.
std::chrono::milliseconds jittered(std::chrono::milliseconds whole) {
  thread_local std::minstd_rand random{std::random_device{}()};
  const auto half = whole.count() / 2;
  return std::chrono::milliseconds(
      std::uniform_int_distribution<std::chrono::milliseconds::rep>(half, whole.count())(random));
}

}  // namespace

std::optional<std::chrono::seconds> read_seconds(std::string_view text) {
  unsigned seconds = 0;
  const char* end = text.data() + text.size();
  const auto [at, failure] = std::from_chars(text.data(), end, seconds);
  if (failure != std::errc() || at != end || seconds > seconds_max) return std::nullopt;
  return std::chrono::seconds(seconds);
}

std::optional<Retry> read_retry_hint(const HttpResponse& response) {
  constexpr std::string_view after = "after=";
  const std::string_view hint = response.retry_hint;
  if (hint == "never") return Retry{Retry::Kind::never, {}, false};
  if (hint == "same-request") return Retry{Retry::Kind::same_request, {}, true};
  if (hint == "new-session") return Retry{Retry::Kind::new_session, {}, false};
  if (hint.substr(0, after.size()) != after) return std::nullopt;
  const auto wait = read_seconds(hint.substr(after.size()));
  return Retry{Retry::Kind::later, wait.value_or(std::chrono::seconds(0)), true};
}

std::optional<std::chrono::milliseconds> Retries::next_wait(const Retry& retry,
                                                            ApiFacts::Repeat repeat) {
  const bool is_harmless = retry.is_safe || repeat != ApiFacts::Repeat::unknown;
  // Who is told to come back later, but not when, decides for himself.
  const bool is_repeatable = (retry.kind == Retry::Kind::same_request && is_harmless) ||
                             (retry.kind == Retry::Kind::later && retry.wait.count() > 0);
  if (!is_repeatable || tries_ >= policy_.tries_max) return std::nullopt;
  const auto doubled = policy_.wait_first * (std::int64_t{1} << std::min(tries_ - 1, 16U));
  const auto back_off = jittered(std::min(doubled, policy_.wait_max));
  const auto wait = std::max<std::chrono::milliseconds>(back_off, retry.wait);
  if (waited_ + wait > policy_.wait_max) return std::nullopt;
  waited_ += wait;
  return wait;
}

}  // namespace topgate
