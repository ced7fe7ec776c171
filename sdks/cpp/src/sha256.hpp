#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace topgate {

/// SHA-256 (FIPS 180-4).
struct Sha256 {
  static constexpr std::size_t block_bytes = 64;
  using Digest = std::array<std::uint8_t, 32>;

  static Digest of(std::string_view bytes);
};

}  // namespace topgate
