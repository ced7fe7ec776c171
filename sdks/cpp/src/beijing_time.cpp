#include "topgate/beijing_time.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <stdexcept>

namespace topgate {
namespace {

// China has kept UTC+8 without summer time since 1991; TOP means this fixed offset.
constexpr std::int64_t offset_seconds = 8 * 3600;
constexpr std::int64_t day_seconds = 24 * 3600;

/// The platform takes no earlier time.
constexpr unsigned year_min = 1970;

struct Day {
  std::int64_t year;
  unsigned month;
  unsigned day;
};

/// Days since 1970-01-01, counted in years that begin in March so that a leap day comes last.
std::int64_t days_of(const Day& day) {
  const std::int64_t year = day.month <= 2 ? day.year - 1 : day.year;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const auto year_of_era = static_cast<unsigned>(year - era * 400);
  const unsigned month_from_march = day.month > 2 ? day.month - 3 : day.month + 9;
  const unsigned day_of_year = (153 * month_from_march + 2) / 5 + day.day - 1;
  const unsigned day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + static_cast<std::int64_t>(day_of_era) - 719468;
}

Day day_of(std::int64_t days) {
  const std::int64_t shifted = days + 719468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const auto day_of_era = static_cast<unsigned>(shifted - era * 146097);
  const unsigned year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const unsigned day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const unsigned month_from_march = (5 * day_of_year + 2) / 153;
  const unsigned day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  const unsigned month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const std::int64_t year = static_cast<std::int64_t>(year_of_era) + era * 400;
  return {month <= 2 ? year + 1 : year, month, day};
}

std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
  const std::int64_t quotient = value / by;
  return value % by < 0 ? quotient - 1 : quotient;
}

/// The number of a run of digits at a place; nothing else is a number here.
std::optional<unsigned> digits_at(std::string_view text, std::size_t at, std::size_t count) {
  unsigned value = 0;
  for (const char digit : text.substr(at, count)) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(digit - '0');
  }
  return value;
}

}  // namespace

std::string format_beijing(Moment moment) {
  const std::int64_t seconds = moment.time_since_epoch().count() + offset_seconds;
  const std::int64_t days = floor_divide(seconds, day_seconds);
  const auto second = static_cast<unsigned>(seconds - days * day_seconds);
  const Day day = day_of(days);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u %02u:%02u:%02u",
                static_cast<int>(day.year), day.month, day.day, second / 3600, second / 60 % 60,
                second % 60);
  return text.data();
}

std::optional<Moment> parse_beijing(std::string_view text) {
  constexpr std::string_view form = "0000-00-00 00:00:00";
  if (text.size() != form.size()) return std::nullopt;
  for (std::size_t at = 0; at < form.size(); ++at) {
    if (form[at] != '0' && text[at] != form[at]) return std::nullopt;
  }
  const auto year = digits_at(text, 0, 4);
  const auto month = digits_at(text, 5, 2);
  const auto day = digits_at(text, 8, 2);
  const auto hour = digits_at(text, 11, 2);
  const auto minute = digits_at(text, 14, 2);
  const auto second = digits_at(text, 17, 2);
  if (!year || !month || !day || !hour || !minute || !second) return std::nullopt;
  if (*year < year_min || *month < 1 || *month > 12 || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  const std::int64_t days = days_of({*year, *month, *day});
  const Day back = day_of(days);
  if (back.month != *month || back.day != *day) return std::nullopt;
  const std::int64_t clock = std::int64_t{*hour} * 3600 + std::int64_t{*minute} * 60 + *second;
  return Moment(std::chrono::seconds(days * day_seconds + clock - offset_seconds));
}

Moment beijing(std::string_view text) {
  const auto moment = parse_beijing(text);
  if (!moment) throw std::invalid_argument("not a time like 2019-08-08 12:00:00");
  return *moment;
}

}  // namespace topgate
