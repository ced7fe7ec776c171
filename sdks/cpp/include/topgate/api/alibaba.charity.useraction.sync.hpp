#pragma once

#include <topgate/client.hpp>

namespace topgate {

/// alibaba.charity.useraction.sync: 用户公益行为同步
/// Report a charity action of a user
/// 外部公益活动,用户公益行为同步
/// External charity activities report the actions of their users
struct AlibabaCharityUseractionSyncRequest {
  /// 用户公益行为
  /// The charity action
  struct ChannelUserActionDto {
    /// 活动ID
    /// Activity id
    /// ≥ 1
    /// Example: 12345
    /// Required
    std::optional<std::int64_t> activity_id;
    /// 唯一的动作ID,渠道范围内唯一,幂等控制
    /// Id of the action, unique within the channel; controls idempotency
    /// 1–64 个可见 ASCII 字符，不含空格
    /// 1 to 64 visible ASCII characters, no spaces
    /// Example: UNI_9901
    /// Required
    std::optional<std::string> event_id;
    /// 淘宝ID
    /// Taobao user id
    /// ≥ 1
    /// Example: 12345
    std::optional<std::int64_t> tb_user_id;
    /// 做公益当时的时间戳
    /// The time of the action in epoch milliseconds
    /// 与 charity_timestamp 不一致时以后者为准
    /// charity_timestamp wins when the two differ
    /// Example: 12345
    std::optional<std::int64_t> timestamp_long;
    /// 公益类型子代码
    /// Sub-type of the action
    /// 大写字母、数字、下划线；不填则取活动的默认值
    /// Upper-case letters, digits, underscore; absent: the default of the activity
    /// Example: SUB_CODE
    std::optional<std::string> charity_type_sub_code;
    /// 是否强制报名活动,默认false
    /// Whether to register the user for the activity by force; false by default
    /// Example: false
    std::optional<bool> fore_reg_activity;
    /// 扩展属性
    /// Further attributes
    /// JSON 对象文本，≤4KB，值为标量
    /// Text of a JSON object of scalars, up to 4 KB
    /// Example: {}
    std::optional<std::string> features_map;
    /// 公益感言
    /// Words of the user
    /// ≤4KB，建议 500 字以内
    /// Up to 4 KB, better under 500 characters
    /// Example: 公益感言
    std::optional<std::string> feeling;
    /// 做公益当时的时间
    /// When the good was done
    /// 北京时间，不晚于当前 5 分钟，须在活动时间内
    /// Beijing time, at most 5 minutes ahead, within the time of the activity
    /// Example: 2019-08-08 12:00:00
    /// Required
    std::optional<topgate::Moment> charity_timestamp;
    /// 原生公益行为内容,JSON
    /// The action as the channel keeps it, in JSON
    /// JSON 文本，≤16KB；按规则取其中的数量
    /// JSON text up to 16 KB; quantities for the hours are read from it
    /// Example: {}
    std::optional<std::string> ori_content;
    /// 三方用户标识
    /// The user at the third party
    /// ≤128 字符
    /// Up to 128 characters
    /// Example: 123
    std::optional<std::string> third_user_key;
    /// 版本
    /// Version
    /// "1" 用 tb_user_id，"2" 可用 third_user_key；其他按最新处理
    /// "1" uses tb_user_id, "2" allows third_user_key; others count as newest
    /// Example: 2
    std::optional<std::string> version;
  };

  /// 用户公益行为
  /// The charity action
  /// tb_user_id 与 third_user_key 至少一个
  /// At least one of tb_user_id and third_user_key
  /// Required
  std::optional<ChannelUserActionDto> channel_user_action_dto;
};

/// The answer to `AlibabaCharityUseractionSyncRequest`.
struct AlibabaCharityUseractionSyncResponse {
  /// 结果
  /// Result
  struct UserActionSyncResult {
    /// 唯一的事件ID
    /// Id of the action
    /// Example: aaa
    /// Required
    std::optional<std::string> event_id;
    /// 本次同步获得的公益时
    /// Charity hours earned by this call, one decimal
    /// Example: 0.1
    /// Required
    std::optional<std::string> charity_hours;
  };

  /// 结果
  /// Result
  struct ThreehoursResult {
    /// 消息
    /// Message
    /// Example: 成功
    /// Required
    std::optional<std::string> msg;
    /// 错误码
    /// Code; 200 is success
    /// Example: 200
    /// Required
    std::optional<std::int64_t> code;
    /// 结果
    /// Result
    /// Example: 结果
    std::optional<UserActionSyncResult> data;
    /// 是否成功
    /// Whether it succeeded
    /// Example: true
    /// Required
    std::optional<bool> success;
  };

  /// 结果
  /// Result
  /// Example: 结果
  /// Required
  std::optional<ThreehoursResult> result;
};

template <>
struct Fields<AlibabaCharityUseractionSyncRequest::ChannelUserActionDto> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("activity_id", self.activity_id, Need::required);
    visitor("event_id", self.event_id, Need::required);
    visitor("tb_user_id", self.tb_user_id, Need::optional);
    visitor("timestamp_long", self.timestamp_long, Need::optional);
    visitor("charity_type_sub_code", self.charity_type_sub_code, Need::optional);
    visitor("fore_reg_activity", self.fore_reg_activity, Need::optional);
    visitor("features_map", self.features_map, Need::optional);
    visitor("feeling", self.feeling, Need::optional);
    visitor("charity_timestamp", self.charity_timestamp, Need::required);
    visitor("ori_content", self.ori_content, Need::optional);
    visitor("third_user_key", self.third_user_key, Need::optional);
    visitor("version", self.version, Need::optional);
  }
};

template <>
struct Fields<AlibabaCharityUseractionSyncResponse::UserActionSyncResult> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("event_id", self.event_id, Need::required);
    visitor("charity_hours", self.charity_hours, Need::required);
  }
};

template <>
struct Fields<AlibabaCharityUseractionSyncResponse::ThreehoursResult> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("msg", self.msg, Need::required);
    visitor("code", self.code, Need::required);
    visitor("data", self.data, Need::optional);
    visitor("success", self.success, Need::required);
  }
};

template <>
struct Fields<AlibabaCharityUseractionSyncRequest> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("channel_user_action_dto", self.channel_user_action_dto, Need::required);
  }
};

template <>
struct Fields<AlibabaCharityUseractionSyncResponse> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("result", self.result, Need::required);
  }
};

template <>
struct Api<AlibabaCharityUseractionSyncRequest> {
  using Response = AlibabaCharityUseractionSyncResponse;
  static ApiFacts facts() {
    ApiFacts facts;
    facts.method = "alibaba.charity.useraction.sync";
    facts.repeat = ApiFacts::Repeat::same_bytes;
    facts.deadline = std::chrono::milliseconds(5000);
    facts.outcome = {"result.success", "true", "result.code"};
    static constexpr KnownError errors[] = {
      {true, "400", "", {"ori_content 里的数量不合规则", "The quantity in ori_content does not fit the rule"}, {"按子类型的规则填写整数数量", "Send the quantity that the sub-type asks for, as a JSON integer"}, Retry::Kind::never},
      {true, "403", "", {"渠道无权限，或用户已取消授权", "The channel is not allowed, or the user withdrew the authorisation"}, {"请平台开通渠道，或请用户重新授权", "Have the channel enabled, or ask the user to authorise again"}, Retry::Kind::never},
      {true, "404", "", {"活动、子类型或用户不存在", "Unknown activity, sub-type or user"}, {"核对 activity_id、charity_type_sub_code 与用户", "Check activity_id, charity_type_sub_code and the user"}, Retry::Kind::never},
      {true, "409", "", {"event_id 已用于其他内容，或两个用户标识指向不同的人", "event_id was used with other content, or the two user ids belong to different people"}, {"新的动作用新的 event_id；核对用户标识", "Use a new event_id for a new action; check the user ids"}, Retry::Kind::never},
      {true, "410", "", {"不在活动时间内，或已超过补报期限", "Outside the time of the activity, or past the period for late reports"}, {"核对 charity_timestamp 与活动时间", "Check charity_timestamp against the time of the activity"}, Retry::Kind::never},
      {true, "412", "", {"未报名活动", "The user is not registered for the activity"}, {"请用户先报名，或在允许时传 fore_reg_activity=true", "Have the user register, or send fore_reg_activity=true where that is allowed"}, Retry::Kind::never},
      {true, "423", "", {"用户已被限制", "The user is blocked"}, {"请联系平台", "Contact the platform owner"}, Retry::Kind::never},
    };
    facts.errors = {errors, std::size(errors)};
    return facts;
  }
};

}  // namespace topgate
