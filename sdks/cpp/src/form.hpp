#pragma once

#include <string>

#include "topgate/codec.hpp"

namespace topgate {

struct Form {
  std::string content_type;
  std::string body;
};

/// Parameters as a urlencoded body, with files as multipart.
Form write_form(const Parameters& parameters, const Files& files);

}  // namespace topgate
