#include "topgate/json.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "utf8.hpp"

namespace topgate::json {
namespace {

bool is_digit(char unit) { return unit >= '0' && unit <= '9'; }

class Reader {
 public:
  Reader(std::string_view text, const Limits& limits) : text_(text), limits_(limits) {}

  Value read_document() {
    skip_space();
    Value value = read_value(0);
    skip_space();
    if (at_ < text_.size()) refuse("something follows the value");
    return value;
  }

 private:
  [[noreturn]] void refuse(const char* reason) const { throw ParseError(reason, at_); }

  /// The next byte; 0 at the end, which no rule of the grammar accepts.
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool passes(char expected) {
    if (peek() != expected) return false;
    ++at_;
    return true;
  }

  void skip_space() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') ++at_;
  }

  Value read_value(std::size_t depth) {
    if (++values_ > limits_.values_max) refuse("too many values");
    switch (peek()) {
      case '{':
        return read_object(depth + 1);
      case '[':
        return read_array(depth + 1);
      case '"':
        return Value(read_string());
      case 't':
        return read_word("true", Value(true));
      case 'f':
        return read_word("false", Value(false));
      case 'n':
        return read_word("null", Value());
      default:
        return read_number();
    }
  }

  Value read_word(std::string_view word, Value value) {
    if (text_.substr(at_, word.size()) != word) refuse("unknown word");
    at_ += word.size();
    return value;
  }

  void enter(std::size_t depth) {
    if (depth > limits_.depth_max) refuse("nested too deeply");
    ++at_;
    skip_space();
  }

  Value read_array(std::size_t depth) {
    enter(depth);
    Array items;
    if (passes(']')) return Value(std::move(items));
    do {
      skip_space();
      items.push_back(read_value(depth));
      skip_space();
    } while (passes(','));
    if (!passes(']')) refuse("comma or bracket expected");
    return Value(std::move(items));
  }

  Value read_object(std::size_t depth) {
    enter(depth);
    Object members;
    if (passes('}')) return Value(std::move(members));
    do {
      skip_space();
      if (peek() != '"') refuse("name of a member expected");
      std::string name = read_string();
      skip_space();
      if (!passes(':')) refuse("colon expected");
      skip_space();
      members.push_back({std::move(name), read_value(depth)});
      skip_space();
    } while (passes(','));
    if (!passes('}')) refuse("comma or brace expected");
    if (has_duplicates(members)) refuse("a member is given twice");
    return Value(std::move(members));
  }

  static bool has_duplicates(const Object& members) {
    std::vector<std::string_view> names;
    names.reserve(members.size());
    for (const Member& member : members) names.emplace_back(member.name);
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) != names.end();
  }

  Value read_number() {
    const std::size_t start = at_;
    passes('-');
    if (peek() == '0') {
      ++at_;
      if (is_digit(peek())) refuse("number with a leading zero");
    } else {
      pass_digits();
    }
    const std::size_t integer_end = at_;
    if (passes('.')) pass_digits();
    if (passes('e') || passes('E')) {
      if (!passes('+')) passes('-');
      pass_digits();
    }
    const std::string_view number = text_.substr(start, at_ - start);
    std::int64_t integer = 0;
    if (at_ == integer_end &&
        std::from_chars(number.data(), number.data() + number.size(), integer).ec == std::errc()) {
      return Value(integer);
    }
    return Value(Decimal{std::string(number)});
  }

  void pass_digits() {
    if (!is_digit(peek())) refuse("a value or a digit expected");
    while (is_digit(peek())) ++at_;
  }

  std::string read_string() {
    ++at_;
    std::string value;
    for (;;) {
      const std::size_t start = at_;
      while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' && !is_control(text_[at_]))
        ++at_;
      const std::string_view plain = text_.substr(start, at_ - start);
      if (!is_utf8(plain)) refuse("invalid UTF-8");
      value.append(plain);
      if (passes('"')) return value;
      if (at_ >= text_.size()) refuse("string without an end");
      if (!passes('\\')) refuse("raw control character");
      read_escape(value);
    }
  }

  static bool is_control(char unit) { return static_cast<unsigned char>(unit) < 0x20; }

  void read_escape(std::string& value) {
    constexpr std::string_view escapes = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    if (passes('u')) return append_utf8(value, read_code_point());
    const std::size_t index = escapes.find(peek());
    if (at_ >= text_.size() || index == std::string_view::npos) refuse("bad escape");
    ++at_;
    value += meanings[index];
  }

  std::uint32_t read_code_point() {
    const std::uint32_t first = read_four_digits();
    if (first < 0xd800 || first > 0xdfff) return first;
    if (first > 0xdbff || !passes('\\') || !passes('u')) refuse("unpaired surrogate");
    const std::uint32_t second = read_four_digits();
    if (second < 0xdc00 || second > 0xdfff) refuse("unpaired surrogate");
    return 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
  }

  std::uint32_t read_four_digits() {
    const std::string_view digits = text_.substr(at_, 4);
    std::uint32_t code = 0;
    const auto [end, failure] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    if (failure != std::errc() || end != digits.data() + 4) refuse("bad escape");
    at_ += 4;
    return code;
  }

  std::string_view text_;
  Limits limits_;
  std::size_t at_ = 0;
  std::size_t values_ = 0;
};

void write_array(std::string& out, const Array& items) {
  out += '[';
  for (const Value& item : items) {
    if (&item != &items.front()) out += ',';
    write(out, item);
  }
  out += ']';
}

void write_object(std::string& out, const Object& members) {
  out += '{';
  for (const Member& member : members) {
    if (&member != &members.front()) out += ',';
    write_string(out, member.name);
    out += ':';
    write(out, member.value);
  }
  out += '}';
}

}  // namespace

ParseError::ParseError(const std::string& reason, std::size_t where)
    : std::runtime_error(reason + " at byte " + std::to_string(where)), at(where) {}

Value parse(std::string_view text, const Limits& limits) {
  return Reader(text, limits).read_document();
}

const Value* Value::find(std::string_view name) const noexcept {
  const Object* members = get_if<Object>();
  if (members == nullptr) return nullptr;
  const auto found = std::find_if(members->begin(), members->end(),
                                  [name](const Member& member) { return member.name == name; });
  return found == members->end() ? nullptr : &found->value;
}

std::string Value::text() const {
  if (const auto* string = get_if<std::string>()) return *string;
  std::string out;
  write(out, *this);
  return out;
}

void write_string(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  for (const char unit : text) {
    const auto code = static_cast<unsigned char>(unit);
    if (unit == '"' || unit == '\\') {
      out += '\\';
      out += unit;
    } else if (code < 0x20) {
      out.append("\\u00").append({hex[code >> 4], hex[code & 15]});
    } else {
      out += unit;
    }
  }
  out += '"';
}

void write(std::string& out, const Value& value) {
  if (const auto* flag = value.get_if<bool>()) {
    out += *flag ? "true" : "false";
  } else if (const auto* integer = value.get_if<std::int64_t>()) {
    out += std::to_string(*integer);
  } else if (const auto* decimal = value.get_if<Decimal>()) {
    out += decimal->text;
  } else if (const auto* string = value.get_if<std::string>()) {
    write_string(out, *string);
  } else if (const auto* items = value.get_if<Array>()) {
    write_array(out, *items);
  } else if (const auto* members = value.get_if<Object>()) {
    write_object(out, *members);
  } else {
    out += "null";
  }
}

}  // namespace topgate::json
