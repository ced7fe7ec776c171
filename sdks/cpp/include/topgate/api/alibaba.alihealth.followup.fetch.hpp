#pragma once

#include <topgate/client.hpp>

namespace topgate {

/// alibaba.alihealth.followup.fetch: 随访IM会话轮询
/// Read the messages of a follow-up chat
/// 按时间戳读取会话消息，不漏不重；没有新消息时返回空列表
/// Reads the messages of a conversation by their stamps, none skipped, none repeated; an empty list when there is nothing new
struct AlibabaAlihealthFollowupFetchRequest {
  /// 服务入参
  /// Request
  struct ChickenIMDialogRequest {
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
    /// 获取类型
    /// Direction: 1 newer than last_time_stamp, 2 older
    /// 1 取更新的消息，由旧到新；2 取更早的消息，由新到旧；默认 1
    /// 1 newer messages, oldest first; 2 older messages, newest first; default 1
    /// One of: 1, 2
    /// Example: 1
    std::optional<std::string> fetch_type;
    /// 上次时间戳
    /// Where to go on: time_stamp of the last message of the page before
    /// 上一页最后一条的 time_stamp；0 或不传：类型 1 从头开始，类型 2 从最新开始
    /// time_stamp of the last item of the page before; 0 or absent: type 1 from the start, type 2 from the newest
    /// Example: 0
    std::optional<std::string> last_time_stamp;
    /// 获取数量
    /// How many messages at most
    /// 1–100，默认 10；不足此数表示已到头
    /// 1 to 100, default 10; fewer mean that there are no more
    /// Example: 10
    std::optional<std::int64_t> page_size;
    /// 医生自己的医生id
    /// The doctor who reads
    /// bterm_user_id 为医生组且没有 auth_token 时，医生必填
    /// Needed of a doctor of a group who has no auth_token
    /// Example: 153315451244705
    std::optional<std::string> user_id;
    /// 1患者发2医生发
    /// Who reads: 1 patient, 2 doctor
    /// 不传时由 auth_token 决定；也没有时，有 user_id 为医生，否则为患者
    /// Absent: as auth_token says; without one, a doctor when user_id is there, else the patient
    /// One of: 1, 2
    /// Example: 2
    std::optional<std::string> rs_type;
    /// 没有新消息时最多等待的秒数
    /// How long to wait for a new message when there is none
    /// 0–10，默认 0（立即返回）；只对 fetch_type 1 有效
    /// 0 to 10, default 0 (answer at once); only for fetch_type 1
    /// Example: 0
    std::optional<std::int64_t> wait_seconds;
  };

  /// 服务入参
  /// Request
  /// Required
  std::optional<ChickenIMDialogRequest> request1;
  /// token用于安全验证
  /// Token for the security check
  /// 32 位十六进制或 UUID
  /// 32 hexadecimal digits or a UUID
  /// Example: 9eae09db243df99bd67af033decfd257
  std::optional<std::string> auth_token;
};

/// The answer to `AlibabaAlihealthFollowupFetchRequest`.
struct AlibabaAlihealthFollowupFetchResponse {
  /// 内容
  /// The known members of the content
  struct DialogContentVo {
    /// 内容文本
    /// Words
    /// Example: abc
    std::optional<std::string> text;
    /// 内容标题
    /// Title
    /// Example: abc
    std::optional<std::string> title;
    /// 音频url
    /// Address of the audio
    /// Example: https://media.example/a
    std::optional<std::string> radio;
    /// 音频秒数
    /// Seconds of the audio
    /// Example: 12
    std::optional<std::string> radio_time;
    /// 图片url
    /// Address of the picture; several as a JSON array
    /// Example: https://media.example/p
    std::optional<std::string> pic;
    /// 诊断
    /// Diagnosis
    /// Example: 恢复良好
    std::optional<std::string> diagnose;
    /// 建议
    /// Advice
    /// Example: 两周后复查
    std::optional<std::string> advice;
    /// 发送时间
    /// Time as the sender gave it
    /// Example: 1554692283655
    std::optional<std::string> send_time;
  };

  /// 一条消息
  /// A message
  struct Model {
    /// 会话内容
    /// The content as sent, byte for byte
    /// Example: {"text":"abc"}
    /// Required
    std::optional<std::string> content;
    /// 内容格式
    /// 1 text, 2 picture, 3 audio, 31 summary of the doctor, 40 recalled, 0 unknown
    /// Example: 1
    /// Required
    std::optional<std::string> content_type;
    /// 消息ID
    /// Id of the message; of a recalled one, the id under which it was sent
    /// Example: 1800000742465051
    /// Required
    std::optional<std::string> id;
    /// 时间戳
    /// Stamp in epoch milliseconds, strictly increasing in the conversation
    /// Example: 1554692283655
    /// Required
    std::optional<std::string> time_stamp;
    /// 1患者发的2医生发的
    /// Who sent it: 1 patient, 2 doctor
    /// Example: 1
    /// Required
    std::optional<std::string> rs_type;
    /// 内容
    /// The known members of the content
    /// Required
    std::optional<DialogContentVo> dialog_content_v_o;
  };

  /// 接口返回model
  /// Result
  struct Result {
    /// 是否成功
    /// Whether it succeeded
    /// Example: true
    /// Required
    std::optional<bool> success;
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
    /// 会话列表
    /// The messages, in the order of fetch_type
    /// ≤100 项
    /// Up to 100 items
    std::optional<std::vector<Model>> dialog_list;
  };

  /// 接口返回model
  /// Result
  /// Required
  std::optional<Result> result1;
};

template <>
struct Fields<AlibabaAlihealthFollowupFetchRequest::ChickenIMDialogRequest> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("session_id", self.session_id, Need::required);
    visitor("bterm_user_id", self.bterm_user_id, Need::optional);
    visitor("cterm_user_id", self.cterm_user_id, Need::optional);
    visitor("fetch_type", self.fetch_type, Need::optional);
    visitor("last_time_stamp", self.last_time_stamp, Need::optional);
    visitor("page_size", self.page_size, Need::optional);
    visitor("user_id", self.user_id, Need::optional);
    visitor("rs_type", self.rs_type, Need::optional);
    visitor("wait_seconds", self.wait_seconds, Need::optional);
  }
};

template <>
struct Fields<AlibabaAlihealthFollowupFetchResponse::DialogContentVo> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("text", self.text, Need::optional);
    visitor("title", self.title, Need::optional);
    visitor("radio", self.radio, Need::optional);
    visitor("radio_time", self.radio_time, Need::optional);
    visitor("pic", self.pic, Need::optional);
    visitor("diagnose", self.diagnose, Need::optional);
    visitor("advice", self.advice, Need::optional);
    visitor("send_time", self.send_time, Need::optional);
  }
};

template <>
struct Fields<AlibabaAlihealthFollowupFetchResponse::Model> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("content", self.content, Need::required);
    visitor("content_type", self.content_type, Need::required);
    visitor("id", self.id, Need::required);
    visitor("time_stamp", self.time_stamp, Need::required);
    visitor("rs_type", self.rs_type, Need::required);
    visitor("dialog_content_v_o", self.dialog_content_v_o, Need::required);
  }
};

template <>
struct Fields<AlibabaAlihealthFollowupFetchResponse::Result> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("success", self.success, Need::required);
    visitor("msg_code", self.msg_code, Need::required);
    visitor("msg_info", self.msg_info, Need::required);
    visitor("dialog_list", self.dialog_list, Need::optional);
  }
};

template <>
struct Fields<AlibabaAlihealthFollowupFetchRequest> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("request1", self.request1, Need::required);
    visitor("auth_token", self.auth_token, Need::optional);
  }
};

template <>
struct Fields<AlibabaAlihealthFollowupFetchResponse> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("result1", self.result1, Need::required);
  }
};

template <>
struct Api<AlibabaAlihealthFollowupFetchRequest> {
  using Response = AlibabaAlihealthFollowupFetchResponse;
  static ApiFacts facts() {
    ApiFacts facts;
    facts.method = "alibaba.alihealth.followup.fetch";
    facts.repeat = ApiFacts::Repeat::free;
    facts.deadline = std::chrono::milliseconds(13000);
    facts.outcome = {"result1.success", "true", "result1.msg_code"};
    static constexpr KnownError errors[] = {
      {true, "SESSION_NOT_FOUND", "", {"会话不存在，或本人不在会话中", "No such conversation, or the person is not a member"}, {"核对 session_id 与各 ID", "Check session_id and the ids of the people"}, Retry::Kind::never},
      {true, "TOKEN_INVALID", "", {"auth_token 无效或与本人不符", "auth_token is invalid or belongs to somebody else"}, {"请重新获取 auth_token", "Get a new auth_token"}, Retry::Kind::never},
      {true, "TOKEN_EXPIRED", "", {"auth_token 已过期", "auth_token has expired"}, {"请重新获取 auth_token", "Get a new auth_token"}, Retry::Kind::never},
    };
    facts.errors = {errors, std::size(errors)};
    return facts;
  }
};

}  // namespace topgate
