#pragma once

#include <topgate/client.hpp>

namespace topgate {

/// taobao.retail.user.tag.mobile.add: 根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口
/// Mark a user found by phone or Alipay id
/// 根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口
/// Mark a user found by phone or Alipay id, for external sources
struct RetailUserTagMobileAddRequest {
  /// 业务来源方
  /// Business source
  /// 须登记到应用；应用只有一个时可不传
  /// Registered to the app; may be left out when the app has exactly one
  /// Example: **
  std::optional<std::string> biz_code;
  /// 识别外部用户唯一用户ID
  /// Unique id of the user at the caller
  /// 1–128 字符，不含控制字符
  /// 1 to 128, no control characters
  /// Example: *123**45*
  std::optional<std::string> isv_user_id;
  /// openid
  /// Open id, valid for the app it was issued to
  /// ≤128 字符
  /// Up to 128 characters
  /// Example: *123**45*
  std::optional<std::string> open_id;
  /// 支付宝ID
  /// Alipay id
  /// 2088 开头的 16 位数字
  /// 16 digits beginning with 2088
  /// Example: *1234**5678*
  std::optional<std::string> alipay_user_id;
  /// 扩展信息
  /// Extension
  /// JSON 对象文本，≤4KB；约定的成员：mobile、mobileMd5、mobileSha256、tagCode、expireTime、eventTime、consentId，其他成员原样保存
  /// Text of a JSON object up to 4 KB; agreed members: mobile, mobileMd5, mobileSha256, tagCode, expireTime, eventTime, consentId; others are kept
  /// Example: {}
  std::optional<std::string> ext_param;
};

/// The answer to `RetailUserTagMobileAddRequest`.
struct RetailUserTagMobileAddResponse {
  /// 错误
  /// Error
  struct ErrorInfo {
    /// 外部错误码
    /// Outer code
    /// Example: SERVICE_ERROR:NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT
    /// Required
    std::optional<std::string> outer_error_code;
    /// 错误信息
    /// Message
    /// Example: 未查询到淘宝账号:_*****_*****
    /// Required
    std::optional<std::string> error_message;
    /// 错误码
    /// Code
    /// Example: isp.system-service-error::NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT
    /// Required
    std::optional<std::string> error_code;
    /// 子错误码
    /// Sub-code
    /// Example: NOT_FIND_TAOBAO_ACCOUNT
    /// Required
    std::optional<std::string> sub_error_code;
  };

  /// 返回信息
  /// Result
  struct UserTagInfoResponseDTO {
    /// 是否打标成功
    /// The tag is on the user
    /// Example: true
    /// Required
    std::optional<bool> tag_success;
    /// 脱敏昵称
    /// Masked nick
    /// Example: t*********3
    std::optional<std::string> social_nick;
    /// 识别用户所用的标识
    /// Which identifier decided
    /// Example: tbId
    std::optional<std::string> use_type;
  };

  /// 错误
  /// Errors
  /// Example: {"outerErrorCode": "INVALID_PARAMETER", "errorMessage": "输入参数错误:aliPayUserId", "errorCode": "isv.invalid-parameter:", "subErrorCode": "", "class": "com.alibaba.arp.common.error.ErrorInfo"}
  std::optional<std::vector<ErrorInfo>> error_infos;
  /// 返回信息
  /// Result
  std::optional<UserTagInfoResponseDTO> module;
  /// 返回结果
  /// Whether the request was processed
  /// Example: true
  /// Required
  std::optional<bool> result;
};

template <>
struct Fields<RetailUserTagMobileAddResponse::ErrorInfo> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("outer_error_code", self.outer_error_code, Need::required);
    visitor("error_message", self.error_message, Need::required);
    visitor("error_code", self.error_code, Need::required);
    visitor("sub_error_code", self.sub_error_code, Need::required);
  }
};

template <>
struct Fields<RetailUserTagMobileAddResponse::UserTagInfoResponseDTO> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("tag_success", self.tag_success, Need::required);
    visitor("social_nick", self.social_nick, Need::optional);
    visitor("use_type", self.use_type, Need::optional);
  }
};

template <>
struct Fields<RetailUserTagMobileAddRequest> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("biz_code", self.biz_code, Need::optional);
    visitor("isv_user_id", self.isv_user_id, Need::optional);
    visitor("open_id", self.open_id, Need::optional);
    visitor("alipay_user_id", self.alipay_user_id, Need::optional);
    visitor("ext_param", self.ext_param, Need::optional);
  }
};

template <>
struct Fields<RetailUserTagMobileAddResponse> {
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor& visitor) {
    visitor("error_infos", self.error_infos, Need::optional);
    visitor("module", self.module, Need::optional);
    visitor("result", self.result, Need::required);
  }
};

template <>
struct Api<RetailUserTagMobileAddRequest> {
  using Response = RetailUserTagMobileAddResponse;
  static ApiFacts facts() {
    ApiFacts facts;
    facts.method = "taobao.retail.user.tag.mobile.add";
    facts.repeat = ApiFacts::Repeat::same_bytes;
    facts.deadline = std::chrono::milliseconds(5000);
    facts.outcome = {"module.tag_success", "true", "error_infos.0.outer_error_code"};
    static constexpr KnownError errors[] = {
      {true, "INVALID_PARAMETER", "", {"输入参数错误", "A parameter breaks a rule"}, {"按 error_message 指出的参数修改", "Change the parameter that error_message names"}, Retry::Kind::never},
      {true, "BIZ_CODE_NOT_AUTHORIZED", "", {"biz_code 未登记到此应用", "biz_code is not registered to this app"}, {"请平台登记 biz_code", "Have the biz_code registered"}, Retry::Kind::never},
      {true, "SERVICE_ERROR:NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT", "", {"未查询到淘宝账号", "No account was found"}, {"核对用户标识；不要频繁重试", "Check the identifiers; repeating soon does not help"}, Retry::Kind::never},
      {true, "IDENTITY_CONFLICT", "", {"多个标识指向不同账号", "The identifiers belong to different accounts"}, {"只传能确定此人的标识", "Send only identifiers that belong to this person"}, Retry::Kind::never},
      {true, "MULTI_ACCOUNT", "", {"此手机号对应多个账号且没有主账号", "The phone number has several accounts and none is the primary one"}, {"请改用支付宝ID或 openid", "Use the Alipay id or the open id"}, Retry::Kind::never},
      {true, "USER_REFUSED", "", {"用户不接受打标", "The user wants no tags"}, {"不要再为此用户打标", "Do not tag this user again"}, Retry::Kind::never},
      {true, "TAG_NOT_ACTIVE", "", {"标签不存在、未开始或已结束", "The tag does not exist, has not started or has ended"}, {"核对 tagCode，或请平台调整标签时间", "Check tagCode, or have the time of the tag changed"}, Retry::Kind::never},
      {true, "TAG_REMOVED", "", {"标签已在 eventTime 之后被移除", "The tag was removed after eventTime"}, {"不要补打；如用户重新同意，传新的 eventTime", "Leave it; after a new consent send a new eventTime"}, Retry::Kind::never},
    };
    facts.errors = {errors, std::size(errors)};
    return facts;
  }
};

}  // namespace topgate
