#pragma once

#include <topgate/client.hpp>

namespace topgate {

/// tmall.alihouse.customer.clue.out.invest.total.data.back.flow: 外投统计数据回流接口
/// Report daily statistics of off-site advertising
/// 外投统计数据回流接口
struct TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest {
  /// 入参
  /// Request
  struct CustomerClueOutInvestDataBackFlowReq {
    /// 类型 1.经纪人 2. 门店 3.城市
    /// Kind: 1 broker, 2 shop, 3 city
    /// ≥ 1
    /// ≤ 3
    /// Example: 1
    /// Required
    std::optional<std::int64_t> type;
    /// json数据
    /// Rows as JSON text
    /// JSON 数组文本，≤5000 行、≤2MB（URL 编码前）；每行须有 statisticsDate（yyyy-MM-dd）
    /// Text of a JSON array, up to 5,000 rows and 2 MB before encoding; each row has statisticsDate
    /// Example: [{"id":64,"store_id":3,"storeName":"222333444555666777","aliDayTSendRate":2,"aliDayTcSend":2,"aliDayTnSend":1,"aliOrderTSendRate":1,"aliOrderTcSend":1,"aliOrderTnSend":1,"aliUv":1,"allLzSendRate":1,"allLzcSend":1,"allLznSend":1,"businessType":1,"createTime":"2022-03-31 21:23:12","fcDayTSendRate":1,"fcDayTcSend":1,"fcDayTnSend":1,"fcLzSendRate":1,"fcLzcSend":1,"fcLznSend":1,"fcOrderTSendRate":1,"fcOrderTcSend":1,"fcOrderTnSend":1,"fcUv":1,"replyImAll":1,"replyImRate":0,"sendImAll":1,"statisticsDate":"2022-04-02","totalCSend":1,"totalDayTSendRate":1,"totalDayTcSend":1,"totalDayTnSend":1,"totalNSend":11,"totalSendRate":0,"totalUv":1,"updateTime":"2022-03-31 21:23:12"}]
    /// Required
    std::optional<std::string> data;
  };

  /// 入参
  /// Request
  /// Required
  std::optional<CustomerClueOutInvestDataBackFlowReq> req;
};

/// The answer to `TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest`.
struct TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse {
  /// 响应
  /// Response
  struct Result {
    /// 返回码
    /// Code; success on success
    /// Example: success
    /// Required
    std::optional<std::string> code;
    /// 返回信息
    /// Message
    /// Example: 成功
    /// Required
    std::optional<std::string> msg;
    /// 处理结果
    /// "true" or "false", as text
    /// Example: true
    /// Required
    std::optional<std::string> success;
  };

  /// 响应
  /// Response
  /// Required
  std::optional<Result> result;
};

template <>
struct Fields<TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest::CustomerClueOutInvestDataBackFlowReq> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("type", self.type, Need::required);
    visitor("data", self.data, Need::required);
  }
};

template <>
struct Fields<TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse::Result> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("code", self.code, Need::required);
    visitor("msg", self.msg, Need::required);
    visitor("success", self.success, Need::required);
  }
};

template <>
struct Fields<TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("req", self.req, Need::required);
  }
};

template <>
struct Fields<TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("result", self.result, Need::required);
  }
};

template <>
struct Api<TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest> {
  using Response = TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse;
  static ApiFacts facts() {
    ApiFacts facts;
    facts.method = "tmall.alihouse.customer.clue.out.invest.total.data.back.flow";
    facts.needs_session = true;
    facts.repeat = ApiFacts::Repeat::same_bytes;
    facts.deadline = std::chrono::milliseconds(10000);
    facts.outcome = {"result.success", "true", "result.code"};
    static constexpr KnownError errors[] = {
      {true, "NO_PERMISSION", "", {"授权用户未绑定此合作方", "The user is not bound to this partner"}, {"用已绑定的账号授权，或请平台绑定", "Authorise with the bound account, or have it bound"}, Retry::Kind::never},
      {true, "SUBJECT_CONFLICT", "", {"行内的经纪人、门店或城市由其他合作方独占", "A subject or shop of a row is exclusive to another partner"}, {"核对 id 与 store_id", "Check id and store_id"}, Retry::Kind::never},
    };
    facts.errors = {errors, std::size(errors)};
    return facts;
  }
};

}  // namespace topgate
