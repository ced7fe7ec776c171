package io.topgate.api.request;

import io.topgate.api.ApiFacts;
import io.topgate.api.ApiFacts.KnownError;
import io.topgate.api.ApiFacts.Outcome;
import io.topgate.api.ApiFacts.Repeat;
import io.topgate.api.Bilingual;
import io.topgate.api.Retry;
import io.topgate.api.TaobaoRequest;
import io.topgate.api.internal.Wire;
import io.topgate.api.response.RetailUserTagMobileAddResponse;
import java.time.Duration;
import java.util.List;

/**
 * 根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口
 * <p>Mark a user found by phone or Alipay id
 * <p>taobao.retail.user.tag.mobile.add
 * <p>根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口
 * <p>Mark a user found by phone or Alipay id, for external sources
 * <p>同一标签、用户、来源只有一个标记，重复调用返回成功
 * <p>One mark per tag, user and source; a repeat succeeds
 */
public class RetailUserTagMobileAddRequest extends TaobaoRequest<RetailUserTagMobileAddResponse> {
  private static final ApiFacts FACTS =
      new ApiFacts(
          "taobao.retail.user.tag.mobile.add",
          "retail_user_tag_mobile_add_response",
          Repeat.SAME_BYTES,
          Duration.ofMillis(5000),
          new Outcome(List.of("module", "tag_success"), "true", List.of("error_infos", "0", "outer_error_code")),
          List.of(
              new KnownError(
                  true, "INVALID_PARAMETER", null,
                  new Bilingual("输入参数错误", "A parameter breaks a rule"),
                  new Bilingual("按 error_message 指出的参数修改", "Change the parameter that error_message names"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "BIZ_CODE_NOT_AUTHORIZED", null,
                  new Bilingual("biz_code 未登记到此应用", "biz_code is not registered to this app"),
                  new Bilingual("请平台登记 biz_code", "Have the biz_code registered"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "SERVICE_ERROR:NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT", null,
                  new Bilingual("未查询到淘宝账号", "No account was found"),
                  new Bilingual("核对用户标识；不要频繁重试", "Check the identifiers; repeating soon does not help"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "IDENTITY_CONFLICT", null,
                  new Bilingual("多个标识指向不同账号", "The identifiers belong to different accounts"),
                  new Bilingual("只传能确定此人的标识", "Send only identifiers that belong to this person"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "MULTI_ACCOUNT", null,
                  new Bilingual("此手机号对应多个账号且没有主账号", "The phone number has several accounts and none is the primary one"),
                  new Bilingual("请改用支付宝ID或 openid", "Use the Alipay id or the open id"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "USER_REFUSED", null,
                  new Bilingual("用户不接受打标", "The user wants no tags"),
                  new Bilingual("不要再为此用户打标", "Do not tag this user again"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "TAG_NOT_ACTIVE", null,
                  new Bilingual("标签不存在、未开始或已结束", "The tag does not exist, has not started or has ended"),
                  new Bilingual("核对 tagCode，或请平台调整标签时间", "Check tagCode, or have the time of the tag changed"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "TAG_REMOVED", null,
                  new Bilingual("标签已在 eventTime 之后被移除", "The tag was removed after eventTime"),
                  new Bilingual("不要补打；如用户重新同意，传新的 eventTime", "Leave it; after a new consent send a new eventTime"),
                  Retry.Kind.NEVER)));

  @Override
  public ApiFacts apiFacts() {
    return FACTS;
  }

  @Override
  public RetailUserTagMobileAddResponse newResponse() {
    return new RetailUserTagMobileAddResponse();
  }

  /**
   * 业务来源方
   * <p>Business source
   * <p>须登记到应用；应用只有一个时可不传
   * <p>Registered to the app; may be left out when the app has exactly one
   */
  public String getBizCode() {
    return Wire.text(this, "biz_code");
  }

  public void setBizCode(String value) {
    setRawMember("biz_code", value);
  }

  public RetailUserTagMobileAddRequest bizCode(String value) {
    setBizCode(value);
    return this;
  }

  /**
   * 识别外部用户唯一用户ID
   * <p>Unique id of the user at the caller
   * <p>1–128 字符，不含控制字符
   * <p>1 to 128, no control characters
   */
  public String getIsvUserId() {
    return Wire.text(this, "isv_user_id");
  }

  public void setIsvUserId(String value) {
    setRawMember("isv_user_id", value);
  }

  public RetailUserTagMobileAddRequest isvUserId(String value) {
    setIsvUserId(value);
    return this;
  }

  /**
   * openid
   * <p>Open id, valid for the app it was issued to
   * <p>≤128 字符
   * <p>Up to 128 characters
   */
  public String getOpenId() {
    return Wire.text(this, "open_id");
  }

  public void setOpenId(String value) {
    setRawMember("open_id", value);
  }

  public RetailUserTagMobileAddRequest openId(String value) {
    setOpenId(value);
    return this;
  }

  /**
   * 支付宝ID
   * <p>Alipay id
   * <p>2088 开头的 16 位数字
   * <p>16 digits beginning with 2088
   */
  public String getAlipayUserId() {
    return Wire.text(this, "alipay_user_id");
  }

  public void setAlipayUserId(String value) {
    setRawMember("alipay_user_id", value);
  }

  public RetailUserTagMobileAddRequest alipayUserId(String value) {
    setAlipayUserId(value);
    return this;
  }

  /**
   * 扩展信息
   * <p>Extension
   * <p>JSON 对象文本，≤4KB；约定的成员：mobile、mobileMd5、mobileSha256、tagCode、expireTime、eventTime、consentId，其他成员原样保存
   * <p>Text of a JSON object up to 4 KB; agreed members: mobile, mobileMd5, mobileSha256, tagCode, expireTime, eventTime, consentId; others are kept
   */
  public String getExtParam() {
    return Wire.text(this, "ext_param");
  }

  public void setExtParam(String value) {
    setRawMember("ext_param", value);
  }

  public RetailUserTagMobileAddRequest extParam(String value) {
    setExtParam(value);
    return this;
  }

  @Override
  protected Object documented(String name) {
    return switch (name) {
      case "biz_code" -> getBizCode();
      case "isv_user_id" -> getIsvUserId();
      case "open_id" -> getOpenId();
      case "alipay_user_id" -> getAlipayUserId();
      case "ext_param" -> getExtParam();
      default -> super.documented(name);
    };
  }
}
