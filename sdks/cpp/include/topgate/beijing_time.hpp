#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace topgate {

/// A point in time in whole seconds, which is all that the wire carries. From a clock:
/// `std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())`.
using Moment = std::chrono::time_point<std::chrono::system_clock, std::chrono::seconds>;

/// `yyyy-MM-dd HH:mm:ss` in Beijing time, whatever zone this machine is in.
std::string format_beijing(Moment moment);

/// Reads the same form, from 1970 on; nothing else, and no day that does not exist.
std::optional<Moment> parse_beijing(std::string_view text);

/// The same for a text that is known to be right. Throws `std::invalid_argument`.
Moment beijing(std::string_view text);

}  // namespace topgate
