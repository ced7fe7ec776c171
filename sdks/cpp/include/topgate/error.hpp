#pragma once

#include <stdexcept>
#include <string>

#include "topgate/known_error.hpp"

namespace topgate {

/// Why a call has no answer to read. The message is for logs: it holds no secret, no parameter and
/// nothing of the body of an answer.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;

  /// Whether sending the call again can help; what the client could do by itself it has done.
  Retry retry;
  /// How often the call was sent.
  unsigned tries = 0;
};

/// The call cannot be sent as it is: a required field is missing. Nothing was sent.
class RequestError : public Error {
 public:
  using Error::Error;
};

/// No answer arrived: no connection, a time-out, a connection that broke.
class TransportError : public Error {
 public:
  enum class Reason {
    /// No connection: the call surely never reached the platform.
    connect,
    timeout,
    /// The connection broke before the end of the answer.
    broken,
  };

  TransportError(const std::string& message, Reason why) : Error(message), reason(why) {}

  bool may_have_run() const noexcept { return reason != Reason::connect; }

  Reason reason;
};

/// What arrived is no answer of the platform: another HTTP status, HTML, cut JSON, another API's
/// answer, more bytes than the client takes. The platform may have run the call.
class AnswerError : public Error {
 public:
  AnswerError(const std::string& message, int status) : Error(message), http_status(status) {}

  int http_status;
  /// What arrived, as far as it was read. May hold personal data.
  std::string body;
};

/// The platform refused the call with an `error_response`.
class RefusedError : public Error {
 public:
  using Error::Error;

  /// A number as text, such as `50`.
  std::string code;
  std::string sub_code;
  std::string msg;
  std::string sub_msg;
  std::string request_id;
  /// What to do about it; empty when this is an error that the documentation does not know.
  Words remedy;
  /// The whole answer.
  std::string body;
};

}  // namespace topgate
