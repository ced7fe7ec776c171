#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

namespace topgate {

/// A text for people, in the two languages of the documentation.
struct Words {
  std::string_view zh;
  std::string_view en;
};

/// Whether sending the same call again can help.
struct Retry {
  enum class Kind {
    never,
    /// The same bytes, a little later.
    same_request,
    /// Only with a new session key.
    new_session,
    /// The same bytes, but not before `wait` is over.
    later,
  };
  Kind kind = Kind::never;
  /// Zero: nobody knows how long.
  std::chrono::seconds wait{0};
  /// Repeating surely does no harm: the platform asks for it, or the call never reached it.
  bool is_safe = false;
};

/// A failure that the documentation describes, with what to do about it.
struct KnownError {
  /// `in_answer`: the API itself says no. Otherwise an `error_response`.
  bool in_answer;
  std::string_view code;
  /// Empty: any.
  std::string_view sub_code;
  Words about;
  Words remedy;
  Retry::Kind retry;
};

struct KnownErrors {
  const KnownError* first = nullptr;
  std::size_t count = 0;

  const KnownError* begin() const noexcept { return first; }
  const KnownError* end() const noexcept { return first + count; }
};

/// The refusals that every call can meet.
KnownErrors platform_errors() noexcept;

/// What is known of an `error_response`: by the API's own errors, then by those of the platform.
/// Null: nothing.
const KnownError* find_refusal(KnownErrors own, std::string_view code, std::string_view sub_code);

/// What is known of an answer in which the API says no with this code. Null: nothing.
const KnownError* find_decline(KnownErrors own, std::string_view code);

}  // namespace topgate
