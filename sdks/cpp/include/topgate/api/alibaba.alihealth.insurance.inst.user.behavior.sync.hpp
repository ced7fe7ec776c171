#pragma once

#include <topgate/client.hpp>

namespace topgate {

/// alibaba.alihealth.insurance.inst.user.behavior.sync: 保司向我方同步用户行为信息
/// An insurer reports a step of a user
/// 保司向我方同步用户行为信息
struct AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest {
  /// request
  struct InstSyncUserBehaviorInfoRequest {
    /// 广告url
    /// Landing URL of the advertisement, macros filled in
    /// ≤16KB；无法解析的地址照收并标记，不影响结果
    /// Up to 16 KB; an unusable URL is kept and flagged, never refused
    /// Example: https://ihealth.zhongan.com/insure/gt/inform?adid=1725549616679939&channelCode=c20211102101365001&channelSource=T202202140302845606&clickid=EIuox5-NrIgDGMPkkM3f9L4CIJO0gYXVjTowDDgBQiIyMDIyMDIyMzE4MzUyNjAxMDE1ODE0NzAyMDFBMDI2MkU4SAGQAQA&creativeid=1725549616681995&creativetype=5&goodsCode=G202106170002&iseeTap=Y&sign=o-ymztqbrdfK21KJXihHKQ&version=V2
    std::optional<std::string> advertise_org_url;
    /// 保司产品ID
    /// Product id of the insurer
    /// 1–64 位字母、数字、_、-
    /// 1 to 64 letters, digits, _ or -
    /// Example: CU95
    /// Required
    std::optional<std::string> inst_product_id;
    /// 推广位名称
    /// Name of the promotion slot, agency-medium
    /// 建议 128 字以内
    /// Better under 128 characters
    /// Example: 优矩-抖音
    std::optional<std::string> channel_source_name;
    /// 保司goodsCode
    /// Sales code of the insurer
    /// ≤64 字符
    /// Up to 64 characters
    /// Example: G202106170002
    std::optional<std::string> inst_goods_code;
    /// 用户行为类型
    /// Which step
    /// 大写字母开头，大写字母、数字、下划线，2–64 位；未登记的名称也收
    /// Upper case, digits, underscore, 2 to 64; names not registered are accepted too
    /// Example: START_UNDERWRITING
    /// Required
    std::optional<std::string> behavior_type;
    /// flowId(用户跳转到众安时,由阿里健康提供)
    /// Number of the insurance flow, issued at the jump to the insurer
    /// ≥ 1
    /// Example: 1800001886002007960
    std::optional<std::int64_t> flow_id;
    /// 行为时间点
    /// When it happened
    /// 北京时间 yyyy-MM-dd HH:mm:ss，不晚于当前 5 分钟
    /// Beijing time, yyyy-MM-dd HH:mm:ss, at most 5 minutes ahead
    /// Example: 2022-02-23 18:46:04
    /// Required
    std::optional<std::string> behavior_time;
  };

  /// request
  /// 文档标为可选；不传或为空则返回 isv.invalid-parameter
  /// Marked optional; without it the call is refused with isv.invalid-parameter
  std::optional<InstSyncUserBehaviorInfoRequest> param0;
};

/// The answer to `AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest`.
struct AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse {
  /// 响应状态
  /// SUCCESS or FAIL
  /// Example: SUCCESS
  /// Required
  std::optional<std::string> result_status;
  /// 行为数据同步结果
  /// Whether the step is recorded
  /// Example: true
  /// Required
  std::optional<bool> data;
  /// 响应码
  /// Code
  /// Example: SUCCESS
  /// Required
  std::optional<std::string> result_code;
  /// 响应消息
  /// Message
  /// Example: SUCCESS
  /// Required
  std::optional<std::string> result_msg;
};

template <>
struct Fields<AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest::InstSyncUserBehaviorInfoRequest> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("advertise_org_url", self.advertise_org_url, Need::optional);
    visitor("inst_product_id", self.inst_product_id, Need::required);
    visitor("channel_source_name", self.channel_source_name, Need::optional);
    visitor("inst_goods_code", self.inst_goods_code, Need::optional);
    visitor("behavior_type", self.behavior_type, Need::required);
    visitor("flow_id", self.flow_id, Need::optional);
    visitor("behavior_time", self.behavior_time, Need::required);
  }
};

template <>
struct Fields<AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("param0", self.param0, Need::optional);
  }
};

template <>
struct Fields<AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("result_status", self.result_status, Need::required);
    visitor("data", self.data, Need::required);
    visitor("result_code", self.result_code, Need::required);
    visitor("result_msg", self.result_msg, Need::required);
  }
};

template <>
struct Api<AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest> {
  using Response = AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse;
  static ApiFacts facts() {
    ApiFacts facts;
    facts.method = "alibaba.alihealth.insurance.inst.user.behavior.sync";
    facts.repeat = ApiFacts::Repeat::same_bytes;
    facts.deadline = std::chrono::milliseconds(5000);
    facts.outcome = {"result_status", "SUCCESS", "result_code"};
    static constexpr KnownError errors[] = {
      {true, "PRODUCT_NOT_FOUND", "", {"产品未登记", "The product is not registered for this insurer"}, {"核对 inst_product_id，或请平台登记产品", "Check inst_product_id, or have the product registered"}, Retry::Kind::never},
    };
    facts.errors = {errors, std::size(errors)};
    return facts;
  }
};

}  // namespace topgate
