#include "topgate/known_error.hpp"

#include <algorithm>

namespace topgate {
namespace {

/// `isp.*`: the platform failed, whatever follows.
bool is_failure(std::string_view sub_code) { return sub_code.substr(0, 4) == "isp."; }

/// TOP counts these among its own failures, yet the same call would fail in the same way.
bool is_unconvertible(std::string_view sub_code) {
  return sub_code == "isp.top-parse-error" || sub_code == "isp.top-mapping-parse-error";
}

template <class Condition>
const KnownError* find(KnownErrors errors, Condition condition) {
  const auto* found = std::find_if(errors.begin(), errors.end(), condition);
  return found == errors.end() ? nullptr : found;
}

}  // namespace

const KnownError* find_refusal(KnownErrors own, std::string_view code, std::string_view sub_code) {
  const auto* found = find(own, [&](const KnownError& error) {
    return !error.in_answer && error.sub_code == sub_code;
  });
  if (found != nullptr) return found;
  if (is_unconvertible(sub_code)) return nullptr;
  // TOP itself answers 15 where the documented pages print 50.
  const std::string_view number = code == "15" ? "50" : code;
  const auto find_of_code = [&](auto condition) {
    return find(platform_errors(), [&](const KnownError& error) {
      return error.code == number && condition(error);
    });
  };
  found = find_of_code([&](const KnownError& error) { return error.sub_code == sub_code; });
  if (found == nullptr && is_failure(sub_code)) {
    found = find_of_code([](const KnownError& error) { return is_failure(error.sub_code); });
  }
  return found != nullptr ? found : find_of_code([](const KnownError&) { return true; });
}

const KnownError* find_decline(KnownErrors own, std::string_view code) {
  return find(own, [&](const KnownError& error) { return error.in_answer && error.code == code; });
}

}  // namespace topgate
