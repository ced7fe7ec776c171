// PROGRAM VECTORS_DIR SERVER_URL: see ../testing/scenarios.ts.
#include <topgate/api/alibaba.alihealth.followup.fetch.hpp>
#include <topgate/api/alibaba.alihealth.insurance.inst.user.behavior.sync.hpp>
#include <topgate/api/alibaba.charity.useraction.sync.hpp>
#include <topgate/api/strange.call.hpp>
#include <topgate/api/taobao.retail.user.tag.mobile.add.hpp>
#include <topgate/api/taobao.time.get.hpp>
#include <topgate/api/tmall.alihouse.customer.clue.out.invest.total.data.back.flow.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

namespace {

using topgate::json::Value;
using Rows = std::map<std::string, std::string>;

constexpr const char* session = "strange-session-0123456789";

Value read_file(const std::string& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return topgate::json::parse(text.str());
}

std::string text_of(const Value& object, std::string_view name) {
  const Value* found = object.find(name);
  return found == nullptr ? "" : found->text();
}

const topgate::json::Array& items_of(const Value& object, std::string_view name) {
  return *object.find(name)->get_if<topgate::json::Array>();
}

void print(const std::string& scenario, const Rows& result, const Rows* fields = nullptr) {
  const auto append = [](std::string& out, const Rows& rows) {
    for (const auto& [name, value] : rows) {
      if (out.back() != '{') out += ',';
      topgate::json::write_string(out, name);
      out += ':';
      topgate::json::write_string(out, value);
    }
  };
  std::string out = "{\"scenario\":\"" + scenario + "\",\"result\":{";
  append(out, result);
  if (fields != nullptr) {
    out += result.empty() ? "\"fields\":{" : ",\"fields\":{";
    append(out, *fields);
    out += '}';
  }
  std::cout << out << "}}\n";
}

std::string retry_name(const topgate::Retry& retry) {
  switch (retry.kind) {
    case topgate::Retry::Kind::same_request:
      return "same-request";
    case topgate::Retry::Kind::new_session:
      return "new-session";
    case topgate::Retry::Kind::later:
      return "later";
    case topgate::Retry::Kind::never:
      break;
  }
  return "never";
}

std::string truth(bool is_true) { return is_true ? "true" : "false"; }

void put(Rows& rows, const std::string& name, const std::optional<std::string>& value) {
  if (value) rows[name] = *value;
}
void put(Rows& rows, const std::string& name, const std::optional<bool>& value) {
  if (value) rows[name] = truth(*value);
}
void put(Rows& rows, const std::string& name, const std::optional<std::int64_t>& value) {
  if (value) rows[name] = std::to_string(*value);
}
void put(Rows& rows, const std::string& name, const std::optional<topgate::Moment>& value) {
  if (value) rows[name] = topgate::format_beijing(*value);
}
template <class T, class Text>
void put_list(Rows& rows, const std::string& name, const std::optional<std::vector<T>>& values,
              Text text) {
  if (!values) return;
  std::string& out = rows[name];
  for (const T& value : *values) {
    if (&value != &values->front()) out += ',';
    out += text(value);
  }
}

/// The outcome of an answer, its fields, and the unknown members of the two levels that count.
template <class Answer>
void print_answer(const std::string& scenario, const Answer& answer, const Rows& fields) {
  Rows result{{"outcome", answer.succeeded ? "success" : "declined"}};
  if (!answer.request_id.empty()) result["request_id"] = answer.request_id;
  if (!answer.succeeded) {
    result["code"] = answer.code;
    result["retry"] = retry_name(answer.retry);
    result["remedy"] = truth(!answer.remedy.en.empty());
  }
  std::string unknown;
  for (const auto& [path, value] : answer.unknown) {
    const bool is_near = path.find('.') == std::string::npos ||
                         (path.rfind("result.", 0) == 0 && path.find('.', 7) == std::string::npos);
    if (is_near) unknown += (unknown.empty() ? "" : ",") + path;
  }
  if (!unknown.empty()) result["unknown"] = unknown;
  print(scenario, result, &fields);
}

void print_error(const std::string& scenario, const topgate::Error& error) {
  Rows result;
  if (const auto* refused = dynamic_cast<const topgate::RefusedError*>(&error)) {
    result = {{"outcome", "refused"},
              {"code", refused->code},
              {"msg", refused->msg},
              {"retry", retry_name(error.retry)},
              {"remedy", truth(!refused->remedy.en.empty())}};
    if (!refused->sub_code.empty()) result["sub_code"] = refused->sub_code;
    if (!refused->sub_msg.empty()) result["sub_msg"] = refused->sub_msg;
    if (!refused->request_id.empty()) result["request_id"] = refused->request_id;
    const auto wait = error.retry.wait.count();
    if (wait > 0) result["retry_after"] = std::to_string(wait);
  } else if (const auto* nonsense = dynamic_cast<const topgate::AnswerError*>(&error)) {
    result = {{"outcome", "nonsense"},
              {"status", std::to_string(nonsense->http_status)},
              {"may_have_run", "true"}};
    const std::string words = nonsense->what();
    if (words.find("/router/rest") != std::string::npos) result["asks_address"] = "true";
  } else if (const auto* broken = dynamic_cast<const topgate::TransportError*>(&error)) {
    const char* const names[] = {"connect", "timeout", "broken"};
    result = {{"outcome", "transport"},
              {"reason", names[static_cast<int>(broken->reason)]},
              {"may_have_run", truth(broken->may_have_run())}};
  } else {
    result = {{"outcome", error.what()}};
  }
  print(scenario, result);
}

/// Calls as often as the scenario says, and prints the last result.
template <class Request, class FieldsOf>
void call(const std::string& scenario, const topgate::Client& client, const Request& request,
          int times, FieldsOf fields_of, const char* session_key = "") {
  for (int done = 1; done <= times; ++done) {
    try {
      const auto answer = client.execute(request, session_key);
      if (done == times) print_answer(scenario, answer, fields_of(*answer));
    } catch (const topgate::Error& error) {
      if (done == times) print_error(scenario, error);
    }
  }
}

topgate::StrangeCallRequest strange_request() {
  topgate::StrangeCallRequest request;
  request.class_ = "reserved";
  request._2fa = "digit";
  request.a_b = "1";
  request.a_b2 = "2";
  request.aB = "3";
  request.numbers = {1, std::numeric_limits<std::int64_t>::min()};
  request.tags = {"a", "中文"};
  request.when = topgate::beijing("2024-02-29 23:59:59");
  request.price = "0.10";
  request.flag = true;
  request.small_ = 7;
  request.payload = R"({"a":1})";
  request.anything = topgate::json::parse(R"({"b":[1,null]})");
  auto& rows = request.rows.emplace(2);
  rows[0].id = std::numeric_limits<std::int64_t>::max();
  rows[0].when = topgate::beijing("2024-02-29 23:59:59");
  rows[0].tags = {"a", "b"};
  rows[0].inner.emplace().class_ = "x";
  rows[1].id = 2;
  rows[1].inner.emplace().class_ = "y";
  return request;
}

Rows strange_fields(const topgate::StrangeCallResponse& response) {
  const auto as_is = [](const std::string& text) { return text; };
  const auto digits = [](std::int64_t number) { return std::to_string(number); };
  Rows rows;
  put(rows, "class", response.class_);
  put(rows, "body", response.body);
  put(rows, "code", response.code);
  put_list(rows, "numbers", response.numbers, digits);
  put_list(rows, "names", response.names, as_is);
  put(rows, "when", response.when);
  put(rows, "price", response.price);
  put_list(rows, "rows", response.rows,
           [](const auto& row) { return std::to_string(*row.id) + ":" + *row.inner->class_; });
  if (response.anything) rows["anything"] = response.anything->text();
  return rows;
}

void call_charity(const std::string& scenario, const topgate::Client& client, int times) {
  topgate::AlibabaCharityUseractionSyncRequest request;
  auto& action = request.channel_user_action_dto.emplace();
  action.activity_id = 12345;
  action.event_id = "UNI_9901";
  action.fore_reg_activity = false;
  action.feeling = "a+b&c=d %25 “中文”\n第二行\t😀 \\ \" / <x>";
  action.charity_timestamp = topgate::beijing("2019-08-08 12:00:00");
  action.third_user_key = "123";
  call(scenario, client, request, times, [](const auto& response) {
    Rows rows;
    if (!response.result) return rows;
    put(rows, "msg", response.result->msg);
    put(rows, "code", response.result->code);
    put(rows, "success", response.result->success);
    if (!response.result->data) return rows;
    put(rows, "event_id", response.result->data->event_id);
    put(rows, "charity_hours", response.result->data->charity_hours);
    return rows;
  });
}

void call_insurance(const std::string& scenario, const topgate::Client& client, int times) {
  topgate::AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest request;
  auto& step = request.param0.emplace();
  step.advertise_org_url = "https://ihealth.example.com/a?b=1&c=优矩-抖音";
  step.inst_product_id = "CU95";
  step.behavior_type = "START_UNDERWRITING";
  step.flow_id = 1800001886002007960;
  step.behavior_time = "2022-02-23 18:46:04";
  call(scenario, client, request, times, [](const auto& response) {
    Rows rows;
    put(rows, "result_status", response.result_status);
    put(rows, "data", response.data);
    put(rows, "result_code", response.result_code);
    put(rows, "result_msg", response.result_msg);
    return rows;
  });
}

void call_house(const std::string& scenario, const topgate::Client& client, int times) {
  topgate::TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest request;
  auto& req = request.req.emplace();
  req.type = 1;
  req.data = R"([{"id":64,"statisticsDate":"2022-04-02"}])";
  const auto fields_of = [](const auto& response) {
    Rows rows;
    put(rows, "code", response.result->code);
    put(rows, "msg", response.result->msg);
    put(rows, "success", response.result->success);
    return rows;
  };
  call(scenario, client, request, times, fields_of, session);
}

void call_tag(const std::string& scenario, const topgate::Client& client, int times) {
  topgate::RetailUserTagMobileAddRequest request;
  request.biz_code = "STRANGE";
  request.alipay_user_id = "2088000000000001";
  request.ext_param = R"({"mobile":"13800138000"})";
  call(scenario, client, request, times, [](const auto& response) {
    Rows rows;
    put(rows, "result", response.result);
    put_list(rows, "errors", response.error_infos,
             [](const auto& error) { return *error.outer_error_code; });
    if (!response.module) return rows;
    put(rows, "tag_success", response.module->tag_success);
    put(rows, "use_type", response.module->use_type);
    return rows;
  });
}

void call_fetch(const std::string& scenario, const topgate::Client& client, int times) {
  topgate::AlibabaAlihealthFollowupFetchRequest request;
  request.request1.emplace().session_id = "78bfcced948a65d29c5c77f1cd3367a2";
  call(scenario, client, request, times, [](const auto& response) {
    Rows rows;
    put(rows, "success", response.result1->success);
    put(rows, "msg_code", response.result1->msg_code);
    put_list(rows, "messages", response.result1->dialog_list, [](const auto& message) {
      return *message.id + ":" + *message.time_stamp + ":" + *message.rs_type;
    });
    return rows;
  });
}

void call_time(const std::string& scenario, const topgate::Client& client, int times) {
  call(scenario, client, topgate::TimeGetRequest{}, times, [](const auto& response) {
    Rows rows;
    put(rows, "time", response.time);
    return rows;
  });
}

void call_strange(const std::string& scenario, const topgate::Client& client, int times) {
  call(scenario, client, strange_request(), times, strange_fields);
}

void call_strange_file(const std::string& scenario, const topgate::Client& client, int times) {
  auto request = strange_request();
  request.picture = {"a.png", std::string("\x89PNG\r\n\0\xff--", 10)};
  call(scenario, client, request, times, strange_fields);
}

const std::map<std::string, void (*)(const std::string&, const topgate::Client&, int)> calls = {
    {"charity", call_charity}, {"insurance", call_insurance},
    {"house", call_house},     {"tag", call_tag},
    {"fetch", call_fetch},     {"time", call_time},
    {"strange", call_strange}, {"strange-file", call_strange_file},
};

topgate::SignMethod sign_method_of(const std::string& name) {
  using topgate::SignMethod;
  for (const auto method : {SignMethod::md5, SignMethod::hmac, SignMethod::hmac_sha256}) {
    if (topgate::sign_method_name(method) == name) return method;
  }
  throw std::invalid_argument(name);
}

void run_scenario(const std::string& name, const Value& scenario, const std::string& server) {
  if (scenario.find("needs") != nullptr) return print(name, {{"outcome", "not-offered"}});
  topgate::Options options;
  options.url = text_of(scenario, "gateway");
  if (options.url.empty()) options.url = server + "/" + name;
  options.app_key = "12345678";
  options.app_secret = "strange-密钥-9f3c";
  options.on_try = [](const topgate::TryReport& report) {
    std::cerr << report.method << " try " << report.number << " " << report.took.count() << " ms "
              << report.outcome << "\n";
  };
  int times = 1;
  if (const Value* given = scenario.find("options")) {
    const auto integer = [&](std::string_view member, auto then) {
      if (const Value* value = given->find(member)) then(*value->get_if<std::int64_t>());
    };
    const std::string method = text_of(*given, "signMethod");
    if (!method.empty()) options.sign_method = sign_method_of(method);
    integer("readTimeoutMs", [&](auto ms) { options.timeout = std::chrono::milliseconds(ms); });
    integer("triesMax", [&](auto tries) { options.retry.tries_max = static_cast<unsigned>(tries); });
    integer("bodyBytesMax",
            [&](auto bytes) { options.answer_bytes_max = static_cast<std::size_t>(bytes); });
    integer("times", [&](auto count) { times = static_cast<int>(count); });
  }
  calls.at(text_of(scenario, "call"))(name, topgate::Client(options), times);
}

Rows signing_rows(const Value& file) {
  Rows rows;
  for (const Value& vector : items_of(file, "vectors")) {
    topgate::Parameters parameters;
    const bool skips_empty = text_of(vector, "emptyValues") == "skipped";
    for (const auto& member : *vector.find("parameters")->get_if<topgate::json::Object>()) {
      if (!skips_empty || !member.value.text().empty()) parameters[member.name] = member.value.text();
    }
    for (const auto& member : *vector.find("signs")->get_if<topgate::json::Object>()) {
      // The vector of the message service has no sign_method among its parameters.
      if (parameters.count("sign_method") > 0) parameters["sign_method"] = member.name;
      rows[text_of(vector, "id") + " " + member.name] =
          topgate::sign(parameters, text_of(vector, "secret"), sign_method_of(member.name),
                        text_of(vector, "body"));
    }
  }
  return rows;
}

Rows date_rows(const Value& file) {
  Rows rows;
  for (const Value& row : items_of(file, "read")) {
    const auto moment = topgate::parse_beijing(text_of(row, "text"));
    rows["read " + text_of(row, "text")] =
        moment ? std::to_string(moment->time_since_epoch().count() * 1000) : "none";
  }
  for (const Value& row : items_of(file, "write")) {
    const std::chrono::milliseconds ms(std::stoll(text_of(row, "epochMs")));
    rows["write " + text_of(row, "epochMs")] = topgate::format_beijing(
        topgate::Moment(std::chrono::floor<std::chrono::seconds>(ms)));
  }
  return rows;
}

Rows int64_rows(const Value& file) {
  Rows rows;
  for (const Value& vector : items_of(file, "vectors")) {
    const std::string text = text_of(vector, "json");
    topgate::UnknownMembers unknown;
    std::int64_t value = 0;
    const bool fits =
        topgate::Codec<std::int64_t>::read(topgate::json::parse(text), value, "", unknown);
    rows[text] = fits ? std::to_string(value) : "none";
  }
  return rows;
}

Rows json_rows(const Value& file) {
  Rows rows;
  const auto note = [&](const std::string& text) {
    try {
      std::string again;
      topgate::json::write(again, topgate::json::parse(text));
      rows[text] = again;
    } catch (const topgate::json::ParseError&) {
      rows[text] = "refused";
    }
  };
  for (const Value& row : items_of(file, "accepted")) note(text_of(row, "text"));
  for (const Value& text : items_of(file, "refused")) note(text.text());
  return rows;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: conformance VECTORS_DIR SERVER_URL\n";
    return 2;
  }
  const std::string vectors = argv[1];
  for (const std::string name : {"encoding", "envelopes", "errors", "transport"}) {
    const Value file = read_file(vectors + "/" + name + ".json");
    const auto& scenarios = items_of(file, "scenarios");
    for (std::size_t at = 0; at < scenarios.size(); ++at) {
      run_scenario(name + "/" + std::to_string(at), scenarios[at], argv[2]);
    }
  }
  print("signing", signing_rows(read_file(vectors + "/signing.json")));
  print("dates", date_rows(read_file(vectors + "/dates.json")));
  print("int64", int64_rows(read_file(vectors + "/int64.json")));
  print("json", json_rows(read_file(vectors + "/json.json")));
}
