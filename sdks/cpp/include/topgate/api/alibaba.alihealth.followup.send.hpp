#pragma once

#include <topgate/client.hpp>

namespace topgate {

/// alibaba.alihealth.followup.send: 随访IM发送会话
/// Send a message of a follow-up chat
/// 随访IM发送会话
struct AlibabaAlihealthFollowupSendRequest {
  /// 服务入参
  /// Request
  struct ChickenImDialogCreateRequest {
    /// 会话ID
    /// Conversation
    /// 32 位小写十六进制
    /// 32 lower-case hexadecimal digits
    /// Example: 78bfcced948a65d29c5c77f1cd3367a2
    /// Required
    std::optional<std::string> session_id;
    /// 医生ID或医生组ID
    /// Doctor or group of doctors
    /// 1–19 位数字
    /// 1 to 19 digits
    /// Example: 2034131106552037
    std::optional<std::string> bterm_user_id;
    /// 就诊人ID
    /// Patient
    /// 1–19 位数字
    /// 1 to 19 digits
    /// Example: 5394977607673890
    std::optional<std::string> cterm_user_id;
    /// 谁发的
    /// Who speaks: 1 patient, 2 doctor
    /// 1 患者，2 医生
    /// 1 patient, 2 doctor
    /// One of: 1, 2
    /// Example: 2
    /// Required
    std::optional<std::string> rs_type;
    /// 内容
    /// The message as a JSON object
    /// JSON 对象文本，≤16KB；文字放在 text，1–2000 字
    /// Text of a JSON object up to 16 KB; words go into text, 1 to 2,000 characters
    /// Example: {"text":"abc"}
    /// Required
    std::optional<std::string> content;
    /// 医生自己的id
    /// The doctor who speaks
    /// bterm_user_id 为医生组时必填
    /// Needed when bterm_user_id is a group
    /// Example: 153315451244705
    std::optional<std::string> user_id;
  };

  /// 服务入参
  /// Request
  /// Required
  std::optional<ChickenImDialogCreateRequest> request1;
  /// token用于安全验证
  /// Token for the security check
  /// 32 位十六进制或 UUID
  /// 32 hexadecimal digits or a UUID
  /// Example: 9eae09db243df99bd67af033decfd257
  std::optional<std::string> auth_token;
};

/// The answer to `AlibabaAlihealthFollowupSendRequest`.
struct AlibabaAlihealthFollowupSendResponse {
  /// 将本次发送的内容重新返回给调用方
  /// What was sent, as stored
  struct DialogVo {
    /// 内容格式
    /// 1 text, 2 picture, 3 audio, 31 summary of the doctor
    /// Example: 1
    /// Required
    std::optional<std::int64_t> content_type;
    /// 自己本次发送的会话内容
    /// The content as sent, byte for byte
    /// Example: {}
    /// Required
    std::optional<std::string> content;
    /// 本次发送的数据id
    /// Id of the message
    /// Example: 1111111
    /// Required
    std::optional<std::string> id;
    /// 本次发送的时间戳
    /// Stamp in epoch milliseconds, strictly increasing in the conversation
    /// Example: 1111111
    /// Required
    std::optional<std::string> time_stamp;
  };

  /// 接口返回model
  /// Result
  struct Result {
    /// 是否成功
    /// Whether it succeeded
    /// Example: false
    /// Required
    std::optional<bool> success;
    /// msgCode
    /// Code; SUCCESS on success
    /// Example: 1
    /// Required
    std::optional<std::string> msg_code;
    /// msgInfo
    /// Message
    /// Example: 1
    /// Required
    std::optional<std::string> msg_info;
    /// 将本次发送的内容重新返回给调用方
    /// What was sent, as stored
    /// Example: 134523^4351232
    std::optional<DialogVo> model;
  };

  /// 接口返回model
  /// Result
  /// Required
  std::optional<Result> result1;
};

template <>
struct Fields<AlibabaAlihealthFollowupSendRequest::ChickenImDialogCreateRequest> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("session_id", self.session_id, Need::required);
    visitor("bterm_user_id", self.bterm_user_id, Need::optional);
    visitor("cterm_user_id", self.cterm_user_id, Need::optional);
    visitor("rs_type", self.rs_type, Need::required);
    visitor("content", self.content, Need::required);
    visitor("user_id", self.user_id, Need::optional);
  }
};

template <>
struct Fields<AlibabaAlihealthFollowupSendResponse::DialogVo> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("content_type", self.content_type, Need::required);
    visitor("content", self.content, Need::required);
    visitor("id", self.id, Need::required);
    visitor("time_stamp", self.time_stamp, Need::required);
  }
};

template <>
struct Fields<AlibabaAlihealthFollowupSendResponse::Result> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("success", self.success, Need::required);
    visitor("msg_code", self.msg_code, Need::required);
    visitor("msg_info", self.msg_info, Need::required);
    visitor("model", self.model, Need::optional);
  }
};

template <>
struct Fields<AlibabaAlihealthFollowupSendRequest> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("request1", self.request1, Need::required);
    visitor("auth_token", self.auth_token, Need::optional);
  }
};

template <>
struct Fields<AlibabaAlihealthFollowupSendResponse> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("result1", self.result1, Need::required);
  }
};

template <>
struct Api<AlibabaAlihealthFollowupSendRequest> {
  using Response = AlibabaAlihealthFollowupSendResponse;
  static ApiFacts facts() {
    ApiFacts facts;
    facts.method = "alibaba.alihealth.followup.send";
    facts.repeat = ApiFacts::Repeat::same_bytes;
    facts.deadline = std::chrono::milliseconds(5000);
    facts.outcome = {"result1.success", "true", "result1.msg_code"};
    static constexpr KnownError errors[] = {
      {true, "SESSION_NOT_FOUND", "", {"会话不存在，或本人不在会话中", "No such conversation, or the person is not a member"}, {"核对 session_id 与各 ID", "Check session_id and the ids of the people"}, Retry::Kind::never},
      {true, "SESSION_CLOSED", "", {"会话已结束", "The conversation is closed"}, {"请开启新的会话", "Open a new conversation"}, Retry::Kind::never},
      {true, "TOKEN_INVALID", "", {"auth_token 无效或与本人不符", "auth_token is invalid or belongs to somebody else"}, {"请重新获取 auth_token", "Get a new auth_token"}, Retry::Kind::never},
      {true, "TOKEN_EXPIRED", "", {"auth_token 已过期", "auth_token has expired"}, {"请重新获取 auth_token", "Get a new auth_token"}, Retry::Kind::never},
      {true, "CONTENT_REJECTED", "", {"内容不合规则", "The content breaks a rule"}, {"按 msg_info 修改内容", "Change the content as msg_info says"}, Retry::Kind::never},
      {true, "CONTENT_TYPE_NOT_ALLOWED", "", {"不支持此内容类型", "This kind of content is not allowed here"}, {"文字放在 text", "Put words into text"}, Retry::Kind::never},
    };
    facts.errors = {errors, std::size(errors)};
    return facts;
  }
};

}  // namespace topgate
