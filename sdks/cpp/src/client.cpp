#include "topgate/client.hpp"

#include <algorithm>
#include <thread>

#include "form.hpp"
#include "read_reply.hpp"
#include "retries.hpp"

namespace topgate {
namespace {

/// The platform takes a timestamp for ten minutes; from here on a repeated call is signed anew.
constexpr auto signature_age_max = std::chrono::minutes(5);
constexpr auto default_timeout = std::chrono::seconds(10);
/// What a call needs besides the time that the platform may take for it.
constexpr auto travel_time = std::chrono::seconds(2);

std::string beijing_now() {
  const auto now = std::chrono::system_clock::now();
  return format_beijing(std::chrono::floor<std::chrono::seconds>(now));
}

/// A connection that broke says nothing about what was run.
Retry retry_of_transport(const TransportError& error, const ApiFacts& facts) {
  if (!error.may_have_run()) return {Retry::Kind::same_request, {}, true};
  const bool is_repeatable = facts.repeat != ApiFacts::Repeat::unknown;
  return {is_repeatable ? Retry::Kind::same_request : Retry::Kind::never, {}, false};
}

}  // namespace

Client::Client(Options options) : options_(std::move(options)) {
  if (options_.url.rfind("http://", 0) != 0 && options_.url.rfind("https://", 0) != 0) {
    throw RequestError("the address of the gateway begins with http:// or https://");
  }
  if (options_.app_key.empty()) throw RequestError("the app key is missing");
  if (options_.app_secret.empty()) throw RequestError("the app secret is missing");
  if (options_.transport == nullptr) options_.transport = curl_transport();
}

HttpRequest Client::sign_call(const Call& call) const {
  Parameters parameters = call.parameters;
  parameters["method"] = call.facts.method;
  parameters["app_key"] = options_.app_key;
  parameters["timestamp"] = beijing_now();
  parameters["format"] = "json";
  parameters["v"] = "2.0";
  parameters["sign_method"] = sign_method_name(options_.sign_method);
  parameters["partner_id"] = "topgate-sdk-cpp-0.1.0";
  if (!call.session.empty()) parameters["session"] = call.session;
  parameters["sign"] = sign(parameters, options_.app_secret, options_.sign_method);
  // Everything in the body: addresses end up in the logs of whoever stands between.
  Form form = write_form(parameters, call.files);
  HttpRequest request;
  request.url = options_.url;
  request.content_type = std::move(form.content_type);
  request.body = std::move(form.body);
  request.connect_timeout = options_.connect_timeout;
  request.timeout = options_.timeout.value_or(
      std::max<std::chrono::milliseconds>(default_timeout, call.facts.deadline + travel_time));
  request.answer_bytes_max = options_.answer_bytes_max;
  return request;
}

Reply Client::try_once(const Call& call, const HttpRequest& request) const {
  try {
    return read_reply(options_.transport->send(request), call.facts);
  } catch (TransportError& error) {
    error.retry = retry_of_transport(error, call.facts);
    throw;
  }
}

void Client::report(const Call& call, unsigned number, Clock::time_point start,
                    std::string_view outcome) const {
  if (!options_.on_try) return;
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
  options_.on_try({call.facts.method, number, took, outcome});
}

Reply Client::execute(const Call& call) const {
  if (call.facts.needs_session && call.session.empty()) {
    throw RequestError(std::string(call.facts.method) + " needs the session key of a user");
  }
  HttpRequest request = sign_call(call);
  auto signed_at = Clock::now();
  Retries retries(options_.retry);
  for (;;) {
    retries.begin();
    const auto start = Clock::now();
    std::optional<std::chrono::milliseconds> wait;
    try {
      Reply reply = try_once(call, request);
      reply.tries = retries.tries();
      report(call, reply.tries, start, reply.succeeded ? "success" : "declined " + reply.code);
      if (!reply.succeeded) wait = retries.next_wait(reply.retry, call.facts.repeat);
      if (!wait) return reply;
    } catch (Error& error) {
      error.tries = retries.tries();
      report(call, error.tries, start, error.what());
      wait = retries.next_wait(error.retry, call.facts.repeat);
      if (!wait) throw;
    }
    std::this_thread::sleep_for(*wait);
    if (Clock::now() - signed_at > signature_age_max) {
      request = sign_call(call);
      signed_at = Clock::now();
    }
  }
}

}  // namespace topgate
