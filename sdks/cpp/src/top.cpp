#include "topgate/top.h"

#include <cstdlib>
#include <memory>
#include <new>

#include "topgate/client.hpp"

struct TopClient {
  topgate::Client client;
};

struct TopRequest {
  std::string method;
  topgate::Call call;
};

namespace {

constexpr int no_answer = -1;
constexpr int unreadable_answer = -2;
constexpr int unsendable_call = -3;

/// The answer with the texts that its pointers point to.
struct OwnedResponse : TopResponse {
  std::string msg_text;
  std::string sub_code_text;
  std::string sub_msg_text;
  std::string request_id_text;
  std::string body_text;

  pTopResponse pointing() {
    msg = msg_text.c_str();
    subCode = sub_code_text.c_str();
    subMsg = sub_msg_text.c_str();
    requestId = request_id_text.c_str();
    body = body_text.c_str();
    return this;
  }
};

/// No exception may reach C.
template <class Work>
auto guarded(Work work, decltype(work()) otherwise) noexcept {
  try {
    return work();
  } catch (...) {
    return otherwise;
  }
}

void execute(OwnedResponse& response, const TopClient& client, const topgate::Call& call) {
  try {
    topgate::Reply reply = client.client.execute(call);
    response.request_id_text = std::move(reply.request_id);
    response.body_text = std::move(reply.body);
  } catch (const topgate::RefusedError& error) {
    const int code = std::atoi(error.code.c_str());
    response.code = code > 0 ? code : unreadable_answer;
    response.msg_text = error.msg;
    response.sub_code_text = error.sub_code;
    response.sub_msg_text = error.sub_msg;
    response.request_id_text = error.request_id;
    response.body_text = error.body;
  } catch (const topgate::TransportError& error) {
    response.code = no_answer;
    response.msg_text = error.what();
  } catch (const topgate::AnswerError& error) {
    response.code = unreadable_answer;
    response.msg_text = error.what();
    response.body_text = error.body;
  } catch (const topgate::Error& error) {
    response.code = unsendable_call;
    response.msg_text = error.what();
  }
}

}  // namespace

pTopClient alloc_top_client(const char* url, const char* app_key, const char* app_secret) {
  if (url == nullptr || app_key == nullptr || app_secret == nullptr) return nullptr;
  return guarded(
      [&]() -> pTopClient {
        topgate::Options options;
        options.url = url;
        options.app_key = app_key;
        options.app_secret = app_secret;
        return new TopClient{topgate::Client(std::move(options))};
      },
      nullptr);
}

void destroy_top_client(pTopClient client) { delete client; }

pTopRequest alloc_top_request(void) { return new (std::nothrow) TopRequest; }

void destroy_top_request(pTopRequest request) { delete request; }

int set_api_name(pTopRequest request, const char* method) {
  if (request == nullptr || method == nullptr) return -1;
  return guarded([&] { return request->method = method, 0; }, -1);
}

int add_param(pTopRequest request, const char* name, const char* value) {
  if (request == nullptr || name == nullptr || value == nullptr) return -1;
  return guarded([&] { return request->call.parameters.insert_or_assign(name, value), 0; }, -1);
}

pTopResponse top_execute(pTopClient client, pTopRequest request, const char* session) {
  return guarded(
      [&]() -> pTopResponse {
        auto response = std::make_unique<OwnedResponse>();
        if (client == nullptr || request == nullptr || request->method.empty()) {
          response->code = unsendable_call;
          response->msg_text = "client, request or API name is missing";
          return response.release()->pointing();
        }
        topgate::Call call = request->call;
        call.facts.method = request->method;
        if (session != nullptr) call.session = session;
        execute(*response, *client, call);
        return response.release()->pointing();
      },
      nullptr);
}

void destroy_top_response(pTopResponse response) { delete static_cast<OwnedResponse*>(response); }
