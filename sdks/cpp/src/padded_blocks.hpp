#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace topgate {

enum class LengthOrder { little_endian, big_endian };

/// Gives the 64-byte blocks of a text, padded as MD5 and SHA-256 both do: one bit, zeros, and the
/// length in bits, in which alone the two differ.
template <class Mix>
void for_each_padded_block(std::string_view bytes, LengthOrder order, Mix&& mix) {
  constexpr std::size_t block_bytes = 64;
  constexpr std::size_t length_bytes = 8;
  std::array<std::uint8_t, block_bytes> block{};
  std::size_t at = 0;
  for (; bytes.size() - at >= block_bytes; at += block_bytes) {
    std::memcpy(block.data(), bytes.data() + at, block_bytes);
    mix(block.data());
  }
  const std::size_t rest = bytes.size() - at;
  block.fill(0);
  std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), rest, block.begin());
  block[rest] = 0x80;
  if (rest + 1 + length_bytes > block_bytes) {
    mix(block.data());
    block.fill(0);
  }
  const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
  for (std::size_t index = 0; index < length_bytes; ++index) {
    const std::size_t shift =
        8 * (order == LengthOrder::little_endian ? index : length_bytes - 1 - index);
    block[block_bytes - length_bytes + index] = static_cast<std::uint8_t>(bits >> shift);
  }
  mix(block.data());
}

}  // namespace topgate
