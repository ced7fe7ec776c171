#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

namespace topgate {

struct HttpRequest {
  std::string url;
  std::string content_type;
  std::string body;
  std::chrono::milliseconds connect_timeout{0};
  /// From the start to the last byte of the answer.
  std::chrono::milliseconds timeout{0};
  /// More bytes of an answer than this are refused.
  std::size_t answer_bytes_max = 0;
};

struct HttpResponse {
  int status = 0;
  std::string body;
  /// The headers `X-Topgate-Retry` and `Retry-After`; empty when absent.
  std::string retry_hint;
  std::string retry_after;
};

/// Sends a POST. Give a client your own to test without a network.
class Transport {
 public:
  Transport() = default;
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;
  virtual ~Transport() = default;

  /// Throws `TransportError`, or `AnswerError` when the answer is too large. Called by several
  /// threads at once.
  virtual HttpResponse send(const HttpRequest& request) = 0;
};

/// HTTP by libcurl. Connections are kept and used again, one per thread that calls at the same time.
std::unique_ptr<Transport> curl_transport();

}  // namespace topgate
