#pragma once

#include <map>
#include <string>
#include <string_view>

namespace topgate {

/// Parameters of a call by name; the map's order is the byte order in which they are signed.
using Parameters = std::map<std::string, std::string, std::less<>>;

enum class SignMethod { md5, hmac, hmac_sha256 };

/// How `sign_method` spells it.
std::string_view sign_method_name(SignMethod method) noexcept;

/// The text that is signed: every name and value in the order of the names, then the body of a call
/// that has one. `sign` itself is left out.
std::string signed_text(const Parameters& parameters, std::string_view body = {});

/// The value of `sign`: the digest in upper-case hexadecimal. The `sign_method` among the parameters
/// is part of the text; it has to name the same method.
std::string sign(const Parameters& parameters, std::string_view secret, SignMethod method,
                 std::string_view body = {});

}  // namespace topgate
