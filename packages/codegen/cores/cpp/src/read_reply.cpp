#include "read_reply.hpp"

#include <algorithm>

#include "retries.hpp"

namespace topgate {
namespace {

/// `taobao.time.get` is answered below `time_get_response`.
std::string root_of(std::string_view method) {
  constexpr std::string_view dropped = "taobao.";
  if (method.substr(0, dropped.size()) == dropped) method.remove_prefix(dropped.size());
  std::string root(method);
  std::replace(root.begin(), root.end(), '.', '_');
  return root + "_response";
}

bool is_index(std::string_view step) {
  return !step.empty() && step.size() < 6 &&
         std::all_of(step.begin(), step.end(), [](char unit) { return unit >= '0' && unit <= '9'; });
}

/// The value at a path with dots, in which a number is a place in a list. Null: none.
const json::Value* find_at(const json::Value& from, std::string_view path) {
  const json::Value* found = &from;
  while (found != nullptr && !path.empty()) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    const std::string_view step = path.substr(0, dot);
    path.remove_prefix(std::min(dot + 1, path.size()));
    if (!is_index(step)) {
      found = found->find(step);
      continue;
    }
    const json::Array* items = list_items(*found);
    const std::size_t index = std::stoul(std::string(step));
    found = items != nullptr && index < items->size() ? &(*items)[index] : nullptr;
  }
  return found;
}

std::string text_at(const json::Value& from, std::string_view path) {
  const json::Value* found = find_at(from, path);
  return found == nullptr || found->is_null() ? "" : found->text();
}

/// Somebody between us and the platform answered; only these are worth another try, and only where
/// a call that was run after all does no harm.
Retry retry_of_gateway(const HttpResponse& response, const ApiFacts& facts) {
  const bool is_passing = response.status >= 502 && response.status <= 504;
  if (!is_passing || facts.repeat == ApiFacts::Repeat::unknown) return {};
  const auto wait = read_seconds(response.retry_after);
  if (wait && wait->count() > 0) return {Retry::Kind::later, *wait, false};
  return {Retry::Kind::same_request, {}, false};
}

std::string status_words(int status) {
  std::string words = "HTTP " + std::to_string(status);
  if (status == 404) {
    words += ", is the url the whole address of the gateway, such as https://HOST/router/rest?";
  }
  return words;
}

[[noreturn]] void refuse_answer(HttpResponse response, const ApiFacts& facts,
                                const std::string& reason) {
  AnswerError error("no answer of the platform: " + reason, response.status);
  error.retry = read_retry_hint(response).value_or(retry_of_gateway(response, facts));
  error.body = std::move(response.body);
  throw error;
}

/// What the platform means where it sent no hint: TOP itself tells the seconds of a ban in words.
Retry retry_of_table(const KnownError* known, std::string_view sub_msg = {}) {
  if (known == nullptr) return {};
  Retry retry{known->retry, {}, false};
  constexpr std::string_view words = "This ban will last for ";
  const std::size_t at = sub_msg.find(words);
  if (retry.kind != Retry::Kind::later || at == std::string_view::npos) return retry;
  const std::string_view rest = sub_msg.substr(at + words.size());
  retry.wait = read_seconds(rest.substr(0, rest.find(' '))).value_or(std::chrono::seconds(0));
  return retry;
}

[[noreturn]] void throw_refusal(HttpResponse response, const json::Value& told,
                                const ApiFacts& facts) {
  const std::string code = text_at(told, "code");
  const std::string sub_code = text_at(told, "sub_code");
  const std::string msg = text_at(told, "msg");
  const std::string sub_msg = text_at(told, "sub_msg");
  const std::string request_id = text_at(told, "request_id");
  const KnownError* known = find_refusal(facts.errors, code, sub_code);
  std::string message = "refused with " + code;
  if (!sub_code.empty()) message += " " + sub_code;
  message += ": " + msg;
  if (!sub_msg.empty()) message += ", " + sub_msg;
  if (known != nullptr) message.append(" (").append(known->remedy.en).append(")");
  if (!request_id.empty()) message += " [request_id " + request_id + "]";
  RefusedError error(message);
  error.code = code;
  error.sub_code = sub_code;
  error.msg = msg;
  error.sub_msg = sub_msg;
  error.request_id = request_id;
  if (known != nullptr) error.remedy = known->remedy;
  error.retry = read_retry_hint(response).value_or(retry_of_table(known, sub_msg));
  error.body = std::move(response.body);
  throw error;
}

Reply reply_of(HttpResponse response, json::Value fields, const ApiFacts& facts) {
  Reply reply;
  reply.request_id = text_at(fields, "request_id");
  reply.succeeded = facts.outcome.flag.empty() ||
                    text_at(fields, facts.outcome.flag) == facts.outcome.success;
  if (!facts.outcome.code.empty()) reply.code = text_at(fields, facts.outcome.code);
  if (!reply.succeeded) {
    const KnownError* known = find_decline(facts.errors, reply.code);
    if (known != nullptr) reply.remedy = known->remedy;
    reply.retry = read_retry_hint(response).value_or(retry_of_table(known));
  }
  reply.fields = std::move(fields);
  reply.body = std::move(response.body);
  return reply;
}

}  // namespace

Reply read_reply(HttpResponse response, const ApiFacts& facts) {
  const bool is_ok = response.status == 200;
  json::Value answer;
  try {
    answer = json::parse(response.body);
  } catch (const json::ParseError& error) {
    const std::string status = status_words(response.status);
    refuse_answer(std::move(response), facts, is_ok ? error.what() : status);
  }
  const json::Value* told = answer.find("error_response");
  if (told != nullptr && told->get_if<json::Object>() != nullptr) {
    throw_refusal(std::move(response), *told, facts);
  }
  const std::string root = root_of(facts.method);
  const json::Value* fields = answer.find(root);
  if (!is_ok || fields == nullptr || fields->get_if<json::Object>() == nullptr) {
    const std::string status = status_words(response.status);
    refuse_answer(std::move(response), facts, is_ok ? "no object " + root : status);
  }
  json::Value below = *fields;
  return reply_of(std::move(response), std::move(below), facts);
}

}  // namespace topgate
