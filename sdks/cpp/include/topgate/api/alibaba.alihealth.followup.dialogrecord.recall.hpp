#pragma once

#include <topgate/client.hpp>

namespace topgate {

/// alibaba.alihealth.followup.dialogrecord.recall: 会话消息撤回
/// Recall a message of a follow-up chat
/// 两分钟内撤回本人发送的消息；读取方收到撤回提示，原文不再可见
/// Takes back an own message within two minutes; readers get a notice of it and the words no longer
struct AlibabaAlihealthFollowupDialogrecordRecallRequest {
  /// 入参model
  /// Request
  struct ChickenImRecordRecallDo {
    /// 会话记录ID
    /// Id of the message, as sending it answered
    /// 发送时返回的 id
    /// The id that sending answered
    /// Example: 1800000767768343
    /// Required
    std::optional<std::string> record_id;
    /// 医生ID
    /// The doctor who recalls
    /// 1–19 位数字
    /// 1 to 19 digits
    /// Example: 153315451244705
    std::optional<std::string> doctor_id;
    /// 会话ID
    /// Conversation
    /// 32 位小写十六进制
    /// 32 lower-case hexadecimal digits
    /// Example: 78bfcced948a65d29c5c77f1cd3367a2
    /// Required
    std::optional<std::string> session_id;
    /// B端用户ID(单聊是医生id、群聊是组id)
    /// The doctor of a single chat, the group of a group chat
    /// 1–19 位数字
    /// 1 to 19 digits
    /// Example: 2034131106552037
    /// Required
    std::optional<std::string> bterm_user_id;
    /// 患者ID
    /// Patient
    /// 1–19 位数字
    /// 1 to 19 digits
    /// Example: 5394977607673890
    std::optional<std::string> sufferer_id;
    /// 1是患者撤回,2是医生撤回
    /// Who recalls: 1 patient, 2 doctor
    /// 1 患者，2 医生
    /// 1 patient, 2 doctor
    /// One of: 1, 2
    /// Example: 2
    /// Required
    std::optional<std::string> rs_type;
  };

  /// token用于安全验证
  /// Token for the security check
  /// 32 位十六进制或 UUID
  /// 32 hexadecimal digits or a UUID
  /// Example: 9eae09db243df99bd67af033decfd257
  /// Required
  std::optional<std::string> auth_token;
  /// 入参model
  /// Request
  /// Required
  std::optional<ChickenImRecordRecallDo> request1;
};

/// The answer to `AlibabaAlihealthFollowupDialogrecordRecallRequest`.
struct AlibabaAlihealthFollowupDialogrecordRecallResponse {
  /// 接口返回model
  /// Result
  struct Result {
    /// 是否撤回成功
    /// Whether it is recalled
    /// Example: true
    std::optional<bool> model;
    /// msgCode
    /// Code; SUCCESS on success
    /// Example: SUCCESS
    /// Required
    std::optional<std::string> msg_code;
    /// msgInfo
    /// Message
    /// Example: 成功
    /// Required
    std::optional<std::string> msg_info;
    /// 是否成功
    /// Whether it succeeded
    /// Example: true
    /// Required
    std::optional<bool> success;
  };

  /// 接口返回model
  /// Result
  /// Required
  std::optional<Result> result1;
};

template <>
struct Fields<AlibabaAlihealthFollowupDialogrecordRecallRequest::ChickenImRecordRecallDo> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("record_id", self.record_id, Need::required);
    visitor("doctor_id", self.doctor_id, Need::optional);
    visitor("session_id", self.session_id, Need::required);
    visitor("bterm_user_id", self.bterm_user_id, Need::required);
    visitor("sufferer_id", self.sufferer_id, Need::optional);
    visitor("rs_type", self.rs_type, Need::required);
  }
};

template <>
struct Fields<AlibabaAlihealthFollowupDialogrecordRecallResponse::Result> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("model", self.model, Need::optional);
    visitor("msg_code", self.msg_code, Need::required);
    visitor("msg_info", self.msg_info, Need::required);
    visitor("success", self.success, Need::required);
  }
};

template <>
struct Fields<AlibabaAlihealthFollowupDialogrecordRecallRequest> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("auth_token", self.auth_token, Need::required);
    visitor("request1", self.request1, Need::required);
  }
};

template <>
struct Fields<AlibabaAlihealthFollowupDialogrecordRecallResponse> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("result1", self.result1, Need::required);
  }
};

template <>
struct Api<AlibabaAlihealthFollowupDialogrecordRecallRequest> {
  using Response = AlibabaAlihealthFollowupDialogrecordRecallResponse;
  static ApiFacts facts() {
    ApiFacts facts;
    facts.method = "alibaba.alihealth.followup.dialogrecord.recall";
    facts.repeat = ApiFacts::Repeat::same_bytes;
    facts.deadline = std::chrono::milliseconds(5000);
    facts.outcome = {"result1.success", "true", "result1.msg_code"};
    static constexpr KnownError errors[] = {
      {true, "SESSION_NOT_FOUND", "", {"会话不存在，或本人不在会话中", "No such conversation, or the person is not a member"}, {"核对 session_id 与各 ID", "Check session_id and the ids of the people"}, Retry::Kind::never},
      {true, "SESSION_CLOSED", "", {"会话已结束", "The conversation is closed"}, {"请开启新的会话", "Open a new conversation"}, Retry::Kind::never},
      {true, "TOKEN_INVALID", "", {"auth_token 无效或与本人不符", "auth_token is invalid or belongs to somebody else"}, {"请重新获取 auth_token", "Get a new auth_token"}, Retry::Kind::never},
      {true, "TOKEN_EXPIRED", "", {"auth_token 已过期", "auth_token has expired"}, {"请重新获取 auth_token", "Get a new auth_token"}, Retry::Kind::never},
      {true, "RECORD_NOT_FOUND", "", {"没有此消息，或不是本人发送", "No such message, or somebody else sent it"}, {"核对 record_id，只能撤回本人消息", "Check record_id; only own messages can be recalled"}, Retry::Kind::never},
      {true, "RECALL_TIMEOUT", "", {"已超过撤回时限", "It is too late to recall the message"}, {"发送两分钟内可撤回", "Recall within two minutes of sending"}, Retry::Kind::never},
    };
    facts.errors = {errors, std::size(errors)};
    return facts;
  }
};

}  // namespace topgate
