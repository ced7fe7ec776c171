#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "topgate/codec.hpp"
#include "topgate/error.hpp"
#include "topgate/transport.hpp"

namespace topgate {

/// What is known of an API besides its fields. Generated; the defaults fit an API that is not.
struct ApiFacts {
  enum class Repeat {
    /// It only reads: a call whose fate is unknown may be sent again.
    free,
    /// The platform knows a repeated call: the very same bytes may be sent again.
    same_bytes,
    /// Only what surely was not run, or what the platform itself asks to repeat.
    unknown,
  };
  /// Where an answer says whether it succeeded: paths below the root, with dots.
  struct Outcome {
    std::string_view flag;
    std::string_view success;
    std::string_view code;
  };

  std::string_view method;
  bool needs_session = false;
  Repeat repeat = Repeat::unknown;
  /// How long the platform may take; zero: not known.
  std::chrono::milliseconds deadline{0};
  /// Without a flag every answer is a success.
  Outcome outcome{};
  KnownErrors errors{};
};

/// Generated for every request: `Response` and `facts()`.
template <class Request>
struct Api;

/// An answer of the platform that is no `error_response`.
struct Reply {
  /// Whether the API carried out the call; otherwise it declined, as `code` says.
  bool succeeded = false;
  /// What the answer itself gives as its code; empty when it gives none.
  std::string code;
  /// What to do after a decline; empty when the documentation does not know the code.
  Words remedy{};
  /// Whether sending the call again can help after a decline.
  Retry retry{};
  std::string request_id;
  /// The whole answer as it came.
  std::string body;
  /// The members below the root, every digit kept.
  json::Value fields;
  /// How often the call was sent.
  unsigned tries = 0;
};

/// A reply with the documented fields: `answer->result`.
template <class Response>
struct Answer : Reply {
  Response response;
  /// What the documentation does not have, or what is not of its type.
  UnknownMembers unknown;

  const Response* operator->() const noexcept { return &response; }
  const Response& operator*() const noexcept { return response; }
};

struct RetryPolicy {
  /// How often a call is sent at most; 1: never again.
  unsigned tries_max = 3;
  /// Between the first two tries; doubles from there, with a random part.
  std::chrono::milliseconds wait_first{200};
  /// All waiting of a call together. Who is told to wait longer gets the error.
  std::chrono::milliseconds wait_max{30'000};
};

/// One try, for logs. Holds no secret, no parameter and nothing of the answer's fields.
struct TryReport {
  std::string_view method;
  unsigned number = 0;
  std::chrono::milliseconds took{0};
  /// `success`, `declined 404`, or the message of the error.
  std::string_view outcome;
};

struct Options {
  /// Such as `https://gateway.example.com/router/rest`.
  std::string url;
  std::string app_key;
  std::string app_secret;
  SignMethod sign_method = SignMethod::hmac_sha256;
  std::chrono::milliseconds connect_timeout{3'000};
  /// One try, from its start to the last byte. Absent: 10 s, longer where an API may take longer.
  std::optional<std::chrono::milliseconds> timeout{};
  std::size_t answer_bytes_max = 8 * 1024 * 1024;
  RetryPolicy retry{};
  /// Told of every try; has to be safe for the threads that use the client.
  std::function<void(const TryReport&)> on_try{};
  /// Null: libcurl.
  std::shared_ptr<Transport> transport{};
};

/// A call of any API by its parameters.
struct Call {
  ApiFacts facts;
  Parameters parameters{};
  Files files{};
  std::string session{};
};

/// Calls APIs. One client serves all threads and keeps its connections.
class Client {
 public:
  /// Throws `RequestError` when key or secret is missing, or the address is none of HTTP.
  explicit Client(Options options);

  /// Sends a request and reads its answer; repeats what may be repeated. A decline is an answer, see
  /// `succeeded`. Throws `RequestError`, `TransportError`, `AnswerError` or `RefusedError`, all of
  /// them an `Error`.
  template <class Request>
  Answer<typename Api<Request>::Response> execute(const Request& request,
                                                  std::string_view session = {}) const {
    Call call;
    call.facts = Api<Request>::facts();
    call.session = session;
    RequestWriter writer(call.parameters, call.files);
    Fields<Request>::visit(request, writer);
    writer.check();
    Answer<typename Api<Request>::Response> answer;
    static_cast<Reply&>(answer) = execute(call);
    Codec<typename Api<Request>::Response>::read(answer.fields, answer.response, {},
                                                 answer.unknown);
    answer.unknown.erase("request_id");
    return answer;
  }

  /// The same for a call by its parameters.
  Reply execute(const Call& call) const;

 private:
  using Clock = std::chrono::steady_clock;

  HttpRequest sign_call(const Call& call) const;
  Reply try_once(const Call& call, const HttpRequest& request) const;
  void report(const Call& call, unsigned number, Clock::time_point start,
              std::string_view outcome) const;

  Options options_;
};

}  // namespace topgate
