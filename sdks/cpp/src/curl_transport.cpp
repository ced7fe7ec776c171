#include <curl/curl.h>

#include <algorithm>
#include <mutex>
#include <string_view>
#include <vector>

#include "topgate/error.hpp"
#include "topgate/transport.hpp"

namespace topgate {
namespace {

constexpr std::size_t idle_handles_max = 16;
constexpr std::size_t header_value_bytes_max = 64;

struct CloseHandle {
  void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
};
using Handle = std::unique_ptr<CURL, CloseHandle>;

struct FreeHeaders {
  void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, FreeHeaders>;

/// What the callbacks fill while an answer arrives.
struct Arrival {
  HttpResponse response;
  std::size_t bytes_max = 0;
  bool is_too_large = false;
};

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* given) noexcept {
  auto& arrival = *static_cast<Arrival*>(given);
  const std::size_t arrived = size * count;
  if (arrived > arrival.bytes_max - arrival.response.body.size()) {
    arrival.is_too_large = true;
    return 0;
  }
  try {
    arrival.response.body.append(bytes, arrived);
  } catch (const std::bad_alloc&) {
    return 0;
  }
  return arrived;
}

bool same_letters(std::string_view left, std::string_view right) {
  const auto lower = [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  };
  return left.size() == right.size() &&
         std::equal(left.begin(), left.end(), right.begin(),
                    [&](char one, char other) { return lower(one) == lower(other); });
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* given) noexcept {
  auto& response = static_cast<Arrival*>(given)->response;
  const std::string_view line(bytes, size * count);
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return line.size();
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = trimmed(line.substr(colon + 1)).substr(0, header_value_bytes_max);
  try {
    if (same_letters(name, "x-topgate-retry")) response.retry_hint = value;
    if (same_letters(name, "retry-after")) response.retry_after = value;
  } catch (const std::bad_alloc&) {
    return 0;
  }
  return line.size();
}

TransportError::Reason reason_of(CURLcode code, bool is_connected) {
  // A time-out while connecting has the same code as one while waiting for the answer.
  if (!is_connected) return TransportError::Reason::connect;
  switch (code) {
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
      return TransportError::Reason::connect;
    case CURLE_OPERATION_TIMEDOUT:
      return TransportError::Reason::timeout;
    default:
      return TransportError::Reason::broken;
  }
}

class CurlTransport : public Transport {
 public:
  CurlTransport() {
    // Once for the process; curl wants it before any other thread may use it.
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK) throw TransportError("libcurl does not start", TransportError::Reason::connect);
  }

  HttpResponse send(const HttpRequest& request) override {
    Handle handle = take_handle();
    Arrival arrival;
    arrival.bytes_max = request.answer_bytes_max;
    const Headers headers = set_up(handle.get(), request, arrival);
    const CURLcode code = curl_easy_perform(handle.get());
    arrival.response.status = status_of(handle.get());
    const auto reason = reason_of(code, was_connected(handle.get()));
    // Without the options, which point into this frame, but with its connections.
    curl_easy_reset(handle.get());
    give_back(std::move(handle));
    if (arrival.is_too_large) {
      throw AnswerError("no answer of the platform: more than " + std::to_string(arrival.bytes_max) + " bytes",
                        arrival.response.status);
    }
    if (code != CURLE_OK) {
      throw TransportError(std::string("no answer: ") + curl_easy_strerror(code), reason);
    }
    return std::move(arrival.response);
  }

 private:
  static Headers set_up(CURL* handle, const HttpRequest& request, Arrival& arrival) {
    Headers headers(
        curl_slist_append(nullptr, ("Content-Type: " + request.content_type).c_str()));
    // Without it curl waits up to a second for a "100 Continue" before it sends a larger body.
    curl_slist_append(headers.get(), "Expect:");
    curl_easy_setopt(handle, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(request.body.size()));
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, request.body.c_str());
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, bounded_ms(request.connect_timeout));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, bounded_ms(request.timeout));
    // Time-outs without signals, which would hit other threads.
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    // Everything that this curl can unpack; the bound counts unpacked bytes.
    curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
    // A redirect would send the signed parameters to somebody else.
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
#if LIBCURL_VERSION_NUM >= 0x075500
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
#else
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS, static_cast<long>(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "topgate-sdk-cpp/0.1.0");
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &arrival);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, &arrival);
    return headers;
  }

  /// Zero would mean for ever.
  static long bounded_ms(std::chrono::milliseconds time) {
    return static_cast<long>(std::max<std::chrono::milliseconds::rep>(time.count(), 1));
  }

  static int status_of(CURL* handle) {
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    return static_cast<int>(status);
  }

  static bool was_connected(CURL* handle) {
    curl_off_t us_until_sending = 0;
    curl_easy_getinfo(handle, CURLINFO_PRETRANSFER_TIME_T, &us_until_sending);
    return us_until_sending > 0;
  }

  Handle take_handle() {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      if (!idle_.empty()) {
        Handle handle = std::move(idle_.back());
        idle_.pop_back();
        return handle;
      }
    }
    Handle handle(curl_easy_init());
    if (handle == nullptr) throw TransportError("libcurl has no memory", TransportError::Reason::connect);
    return handle;
  }

  void give_back(Handle handle) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (idle_.size() < idle_handles_max) idle_.push_back(std::move(handle));
  }

  std::mutex mutex_;
  std::vector<Handle> idle_;
};

}  // namespace

std::unique_ptr<Transport> curl_transport() { return std::make_unique<CurlTransport>(); }

}  // namespace topgate
