#include "utf8.hpp"

namespace topgate {
namespace {

struct Lead {
  /// Bytes that follow.
  unsigned count;
  /// The code points below this one have a shorter form.
  std::uint32_t smallest;
  std::uint32_t bits;
};

bool read_lead(unsigned char byte, Lead& lead) {
  if (byte >= 0xc2 && byte <= 0xdf) return lead = {1, 0x80, byte & 0x1fU}, true;
  if (byte >= 0xe0 && byte <= 0xef) return lead = {2, 0x800, byte & 0x0fU}, true;
  if (byte >= 0xf0 && byte <= 0xf4) return lead = {3, 0x10000, byte & 0x07U}, true;
  return false;
}

}  // namespace

bool is_utf8(std::string_view bytes) noexcept {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    if (byte < 0x80) continue;
    Lead lead{};
    if (!read_lead(byte, lead) || bytes.size() - at < lead.count) return false;
    std::uint32_t code = lead.bits;
    for (unsigned passed = 0; passed < lead.count; ++passed) {
      const auto next = static_cast<unsigned char>(bytes[at++]);
      if ((next & 0xc0) != 0x80) return false;
      code = code << 6 | (next & 0x3fU);
    }
    const bool is_surrogate = code >= 0xd800 && code <= 0xdfff;
    if (code < lead.smallest || code > 0x10ffff || is_surrogate) return false;
  }
  return true;
}

void append_utf8(std::string& out, std::uint32_t code_point) {
  const auto tail = [&](unsigned shift) {
    out += static_cast<char>(0x80 | ((code_point >> shift) & 0x3f));
  };
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += static_cast<char>(0xc0 | (code_point >> 6));
    tail(0);
  } else if (code_point < 0x10000) {
    out += static_cast<char>(0xe0 | (code_point >> 12));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xf0 | (code_point >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace topgate
