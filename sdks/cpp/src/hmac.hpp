#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace topgate {

/// HMAC (RFC 2104) over `Md5` or `Sha256`.
template <class Hash>
typename Hash::Digest hmac(std::string_view key, std::string_view message) {
  std::string block(key);
  if (block.size() > Hash::block_bytes) {
    const auto digest = Hash::of(key);
    block.assign(digest.begin(), digest.end());
  }
  block.resize(Hash::block_bytes, '\0');
  const auto padded = [&block](std::uint8_t with) {
    std::string pad = block;
    for (char& byte : pad) byte = static_cast<char>(static_cast<std::uint8_t>(byte) ^ with);
    return pad;
  };
  const auto inner = Hash::of(padded(0x36).append(message));
  return Hash::of(padded(0x5c).append(inner.begin(), inner.end()));
}

}  // namespace topgate
