#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "topgate/beijing_time.hpp"
#include "topgate/json.hpp"
#include "topgate/sign.hpp"

/// How the generated structs travel. Programs that call APIs need nothing of this file but `File`.
namespace topgate {

/// A file that is sent as a part of its own.
struct File {
  std::string name;
  std::string content;
};
using Files = std::map<std::string, File>;

/// Members of an answer by dotted path.
using UnknownMembers = std::map<std::string, json::Value>;

enum class Need { required, optional };

/// Generated for every struct: `visit(self, visitor)` calls `visitor(wire_name, member, need)` for
/// each of its fields, so that one description writes requests and reads answers.
template <class Struct>
struct Fields;

/// How a value stands inside JSON, how it is read from there, and how it travels as a parameter. The
/// general case is a struct that has `Fields`.
template <class T>
struct Codec;

/// Writes the members of a struct as JSON and remembers the first required one that is missing.
class ObjectWriter {
 public:
  ObjectWriter(std::string& out, std::string& missing) : out_(out), missing_(missing) {}

  template <class T>
  void operator()(std::string_view name, const std::optional<T>& member, Need need) {
    if (!member) return note_missing(name, need);
    if (!is_first_) out_ += ',';
    is_first_ = false;
    json::write_string(out_, name);
    out_ += ':';
    std::string missing;
    Codec<T>::write(out_, *member, missing);
    note_missing_below(name, missing);
  }

 private:
  void note_missing(std::string_view name, Need need) {
    if (need == Need::required && missing_.empty()) missing_ = name;
  }
  void note_missing_below(std::string_view name, const std::string& below) {
    if (!below.empty() && missing_.empty()) missing_.append(name).append(".").append(below);
  }

  std::string& out_;
  std::string& missing_;
  bool is_first_ = true;
};

/// Reads the members of a struct. What does not fit its type stays absent and is kept beside what
/// nobody described.
class ObjectReader {
 public:
  ObjectReader(const json::Value& from, const std::string& path, UnknownMembers& unknown)
      : from_(from), path_(path), unknown_(unknown) {}

  template <class T>
  void operator()(std::string_view name, std::optional<T>& member, Need) {
    const json::Value* value = from_.find(name);
    if (value == nullptr) return;
    if (!value->is_null()) {
      T read{};
      if (!Codec<T>::read(*value, read, path_of(name), unknown_)) return;
      member = std::move(read);
    }
    known_.emplace_back(name);
  }

  /// After the last field: keeps the members that none of them took.
  void keep_others();

 private:
  std::string path_of(std::string_view name) const;

  const json::Value& from_;
  const std::string& path_;
  UnknownMembers& unknown_;
  std::vector<std::string_view> known_;
};

template <class Struct>
struct Codec {
  static void write(std::string& out, const Struct& from, std::string& missing) {
    out += '{';
    ObjectWriter writer(out, missing);
    Fields<Struct>::visit(from, writer);
    out += '}';
  }
  static bool read(const json::Value& from, Struct& to, const std::string& path,
                   UnknownMembers& unknown) {
    if (from.get_if<json::Object>() == nullptr) return false;
    ObjectReader reader(from, path, unknown);
    Fields<Struct>::visit(to, reader);
    reader.keep_others();
    return true;
  }
  static std::string parameter(const Struct& from, std::string& missing) {
    std::string out;
    write(out, from, missing);
    return out;
  }
};

/// What the types that are one value have in common: they travel as `parameter` says.
template <class T>
struct TextCodec {
  static void write(std::string& out, const T& from, std::string& missing) {
    json::write_string(out, Codec<T>::parameter(from, missing));
  }
};

template <class T>
struct LiteralCodec {
  static void write(std::string& out, const T& from, std::string& missing) {
    out += Codec<T>::parameter(from, missing);
  }
};

template <>
struct Codec<std::string> : TextCodec<std::string> {
  static bool read(const json::Value& from, std::string& to, const std::string&, UnknownMembers&) {
    to = from.text();
    return true;
  }
  static std::string parameter(const std::string& from, std::string&) { return from; }
};

template <>
struct Codec<std::int64_t> : LiteralCodec<std::int64_t> {
  static bool read(const json::Value& from, std::int64_t& to, const std::string&, UnknownMembers&);
  static std::string parameter(std::int64_t from, std::string&) { return std::to_string(from); }
};

template <>
struct Codec<bool> : LiteralCodec<bool> {
  static bool read(const json::Value& from, bool& to, const std::string&, UnknownMembers&);
  static std::string parameter(bool from, std::string&) { return from ? "true" : "false"; }
};

template <>
struct Codec<Moment> : TextCodec<Moment> {
  static bool read(const json::Value& from, Moment& to, const std::string&, UnknownMembers&);
  static std::string parameter(Moment from, std::string&) { return format_beijing(from); }
};

template <>
struct Codec<json::Value> {
  static void write(std::string& out, const json::Value& from, std::string&) {
    json::write(out, from);
  }
  static bool read(const json::Value& from, json::Value& to, const std::string&, UnknownMembers&) {
    to = from;
    return true;
  }
  static std::string parameter(const json::Value& from, std::string&) { return from.text(); }
};

/// The items of a list, which the standard form wraps into an object with one member. Null: no list.
const json::Array* list_items(const json::Value& from) noexcept;

template <class T>
struct Codec<std::vector<T>> {
  static constexpr bool is_basic = std::is_base_of_v<TextCodec<T>, Codec<T>> ||
                                   std::is_base_of_v<LiteralCodec<T>, Codec<T>>;

  static void write(std::string& out, const std::vector<T>& from, std::string& missing) {
    out += '[';
    for (std::size_t at = 0; at < from.size(); ++at) {
      if (at > 0) out += ',';
      std::string below;
      Codec<T>::write(out, from[at], below);
      if (!below.empty() && missing.empty()) missing = std::to_string(at) + "." + below;
    }
    out += ']';
  }
  static bool read(const json::Value& from, std::vector<T>& to, const std::string& path,
                   UnknownMembers& unknown) {
    const json::Array* items = list_items(from);
    if (items == nullptr) return false;
    to.reserve(items->size());
    for (const json::Value& item : *items) {
      T value{};
      const std::string place = path + "." + std::to_string(to.size());
      if (!Codec<T>::read(item, value, place, unknown)) return false;
      to.push_back(std::move(value));
    }
    return true;
  }
  /// Basic values travel as one text with commas, everything else as a JSON array.
  static std::string parameter(const std::vector<T>& from, std::string& missing) {
    std::string out;
    if constexpr (is_basic) {
      for (std::size_t at = 0; at < from.size(); ++at) {
        if (at > 0) out += ',';
        out += Codec<T>::parameter(from[at], missing);
      }
    } else {
      write(out, from, missing);
    }
    return out;
  }
};

/// Writes the fields of a request as the parameters and files of a call.
class RequestWriter {
 public:
  RequestWriter(Parameters& parameters, Files& files) : parameters_(parameters), files_(files) {}

  template <class T>
  void operator()(std::string_view name, const std::optional<T>& member, Need need) {
    if (!member) return note_missing(name, need);
    std::string missing;
    parameters_.insert_or_assign(std::string(name), Codec<T>::parameter(*member, missing));
    if (!missing.empty() && missing_.empty()) missing_.append(name).append(".").append(missing);
  }
  void operator()(std::string_view name, const std::optional<File>& file, Need need) {
    if (!file) return note_missing(name, need);
    files_.insert_or_assign(std::string(name), *file);
  }

  /// Throws `RequestError` when a required field is missing.
  void check() const;

 private:
  void note_missing(std::string_view name, Need need) {
    if (need == Need::required && missing_.empty()) missing_ = name;
  }

  Parameters& parameters_;
  Files& files_;
  std::string missing_;
};

}  // namespace topgate
