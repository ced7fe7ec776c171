#include "topgate/codec.hpp"

#include <algorithm>
#include <charconv>

#include "topgate/error.hpp"

namespace topgate {

void ObjectReader::keep_others() {
  for (const json::Member& member : *from_.get_if<json::Object>()) {
    if (std::find(known_.begin(), known_.end(), member.name) == known_.end()) {
      unknown_.insert_or_assign(path_of(member.name), member.value);
    }
  }
}

std::string ObjectReader::path_of(std::string_view name) const {
  return path_.empty() ? std::string(name) : path_ + "." + std::string(name);
}

bool Codec<std::int64_t>::read(const json::Value& from, std::int64_t& to, const std::string&,
                               UnknownMembers&) {
  if (const auto* integer = from.get_if<std::int64_t>()) return to = *integer, true;
  const auto* text = from.get_if<std::string>();
  if (text == nullptr) return false;
  std::from_chars(text->data(), text->data() + text->size(), to);
  // The one way to write it: no blanks, no leading zeros, nothing behind.
  return std::to_string(to) == *text;
}

bool Codec<bool>::read(const json::Value& from, bool& to, const std::string&, UnknownMembers&) {
  if (const auto* flag = from.get_if<bool>()) return to = *flag, true;
  const auto* text = from.get_if<std::string>();
  if (text == nullptr || (*text != "true" && *text != "false")) return false;
  to = *text == "true";
  return true;
}

bool Codec<Moment>::read(const json::Value& from, Moment& to, const std::string&,
                         UnknownMembers&) {
  if (const auto* ms = from.get_if<std::int64_t>()) {
    to = Moment(std::chrono::floor<std::chrono::seconds>(std::chrono::milliseconds(*ms)));
    return true;
  }
  const auto* text = from.get_if<std::string>();
  const auto moment = text == nullptr ? std::nullopt : parse_beijing(*text);
  if (!moment) return false;
  to = *moment;
  return true;
}

const json::Array* list_items(const json::Value& from) noexcept {
  static const json::Array none;
  if (const auto* items = from.get_if<json::Array>()) return items;
  const auto* members = from.get_if<json::Object>();
  if (members == nullptr || members->size() > 1) return nullptr;
  return members->empty() ? &none : members->front().value.get_if<json::Array>();
}

void RequestWriter::check() const {
  if (!missing_.empty()) throw RequestError(missing_ + " is required");
}

}  // namespace topgate
