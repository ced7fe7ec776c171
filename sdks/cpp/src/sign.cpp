#include "topgate/sign.hpp"

#include "hmac.hpp"
#include "md5.hpp"
#include "sha256.hpp"

namespace topgate {
namespace {

template <class Digest>
std::string upper_hex(const Digest& digest) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  text.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

}  // namespace

std::string_view sign_method_name(SignMethod method) noexcept {
  switch (method) {
    case SignMethod::md5:
      return "md5";
    case SignMethod::hmac:
      return "hmac";
    case SignMethod::hmac_sha256:
      return "hmac-sha256";
  }
  return {};
}

std::string signed_text(const Parameters& parameters, std::string_view body) {
  std::string text;
  for (const auto& [name, value] : parameters) {
    if (name != "sign") text.append(name).append(value);
  }
  return text.append(body);
}

std::string sign(const Parameters& parameters, std::string_view secret, SignMethod method,
                 std::string_view body) {
  const std::string text = signed_text(parameters, body);
  switch (method) {
    case SignMethod::md5:
      return upper_hex(Md5::of(std::string(secret).append(text).append(secret)));
    case SignMethod::hmac:
      return upper_hex(hmac<Md5>(secret, text));
    case SignMethod::hmac_sha256:
      return upper_hex(hmac<Sha256>(secret, text));
  }
  return {};
}

}  // namespace topgate
