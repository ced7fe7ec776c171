#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// A small JSON reader (RFC 8259, nothing beside it) that keeps every digit of a number.
namespace topgate::json {

class Value;
struct Member;

/// A number that is no signed 64-bit integer, as it was written.
struct Decimal {
  std::string text;
};

using Array = std::vector<Value>;
/// The members in their order; no two have the same name.
using Object = std::vector<Member>;

class Value {
 public:
  using Data =
      std::variant<std::nullptr_t, bool, std::int64_t, Decimal, std::string, Array, Object>;

  Value() = default;
  explicit Value(Data given) : data(std::move(given)) {}

  /// The value as one of the types of `Data`; null when it is of another.
  template <class T>
  const T* get_if() const noexcept {
    return std::get_if<T>(&data);
  }
  bool is_null() const noexcept { return std::holds_alternative<std::nullptr_t>(data); }
  /// A member of an object; null where there is none, also when this is no object.
  const Value* find(std::string_view name) const noexcept;
  /// A string as it is, anything else as its JSON text.
  std::string text() const;

  Data data = nullptr;
};

struct Member {
  std::string name;
  Value value;
};

struct Limits {
  /// How many arrays and objects may stand inside each other.
  std::size_t depth_max = 64;
  /// Values of any kind, members and items included; each costs some 60 bytes of memory.
  std::size_t values_max = 500'000;
};

/// Why a text is no acceptable JSON. The message names the place and never shows the text.
class ParseError : public std::runtime_error {
 public:
  ParseError(const std::string& reason, std::size_t at);
  /// Bytes from the start.
  std::size_t at;
};

/// Reads one JSON value. Refuses duplicate members, unpaired surrogates and invalid UTF-8. Time is
/// linear in the text but for the sorting of member names. Throws `ParseError`.
Value parse(std::string_view text, const Limits& limits = {});

/// Appends a string with its quotes; bytes above ASCII stay as they are.
void write_string(std::string& out, std::string_view text);

/// Appends the compact JSON text of a value.
void write(std::string& out, const Value& value);

}  // namespace topgate::json
