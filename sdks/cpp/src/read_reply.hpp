#pragma once

#include "topgate/client.hpp"

namespace topgate {

/// Reads what a try brought. Throws `RefusedError` for an `error_response` and `AnswerError` for
/// what is no answer to this call.
Reply read_reply(HttpResponse response, const ApiFacts& facts);

}  // namespace topgate
