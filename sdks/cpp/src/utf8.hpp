#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace topgate {

/// Whether bytes are well-formed UTF-8: no overlong forms, surrogates or code points past U+10FFFF.
bool is_utf8(std::string_view bytes) noexcept;

void append_utf8(std::string& out, std::uint32_t code_point);

}  // namespace topgate
