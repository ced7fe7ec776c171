#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace topgate {

/// MD5 (RFC 1321). Broken as a digest; here because `sign_method=md5` and `hmac` are made of it.
struct Md5 {
  static constexpr std::size_t block_bytes = 64;
  using Digest = std::array<std::uint8_t, 16>;

  static Digest of(std::string_view bytes);
};

}  // namespace topgate
