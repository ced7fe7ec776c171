package io.topgate.api.request;

import io.topgate.api.ApiFacts;
import io.topgate.api.ApiFacts.KnownError;
import io.topgate.api.ApiFacts.Outcome;
import io.topgate.api.ApiFacts.Repeat;
import io.topgate.api.Bilingual;
import io.topgate.api.Retry;
import io.topgate.api.TaobaoObject;
import io.topgate.api.TaobaoRequest;
import io.topgate.api.internal.Wire;
import io.topgate.api.response.AlibabaAlihealthFollowupSendResponse;
import java.time.Duration;
import java.util.List;

/**
 * 随访IM发送会话
 * <p>Send a message of a follow-up chat
 * <p>alibaba.alihealth.followup.send
 * <p>随访IM发送会话
 * <p>Send a message of a follow-up chat
 * <p>同一签名的请求 21 分钟内返回首次结果
 * <p>A request with the same signature gets the first answer for 21 minutes
 */
public class AlibabaAlihealthFollowupSendRequest extends TaobaoRequest<AlibabaAlihealthFollowupSendResponse> {
  private static final ApiFacts FACTS =
      new ApiFacts(
          "alibaba.alihealth.followup.send",
          "alibaba_alihealth_followup_send_response",
          Repeat.SAME_BYTES,
          Duration.ofMillis(5000),
          new Outcome(List.of("result1", "success"), "true", List.of("result1", "msg_code")),
          List.of(
              new KnownError(
                  true, "SESSION_NOT_FOUND", null,
                  new Bilingual("会话不存在，或本人不在会话中", "No such conversation, or the person is not a member"),
                  new Bilingual("核对 session_id 与各 ID", "Check session_id and the ids of the people"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "SESSION_CLOSED", null,
                  new Bilingual("会话已结束", "The conversation is closed"),
                  new Bilingual("请开启新的会话", "Open a new conversation"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "TOKEN_INVALID", null,
                  new Bilingual("auth_token 无效或与本人不符", "auth_token is invalid or belongs to somebody else"),
                  new Bilingual("请重新获取 auth_token", "Get a new auth_token"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "TOKEN_EXPIRED", null,
                  new Bilingual("auth_token 已过期", "auth_token has expired"),
                  new Bilingual("请重新获取 auth_token", "Get a new auth_token"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "CONTENT_REJECTED", null,
                  new Bilingual("内容不合规则", "The content breaks a rule"),
                  new Bilingual("按 msg_info 修改内容", "Change the content as msg_info says"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "CONTENT_TYPE_NOT_ALLOWED", null,
                  new Bilingual("不支持此内容类型", "This kind of content is not allowed here"),
                  new Bilingual("文字放在 text", "Put words into text"),
                  Retry.Kind.NEVER)));

  @Override
  public ApiFacts apiFacts() {
    return FACTS;
  }

  @Override
  public AlibabaAlihealthFollowupSendResponse newResponse() {
    return new AlibabaAlihealthFollowupSendResponse();
  }

  /**
   * 服务入参
   * <p>Request
   */
  public ChickenImDialogCreateRequest getRequest1() {
    return Wire.struct(this, "request1", ChickenImDialogCreateRequest.class, ChickenImDialogCreateRequest::new);
  }

  public void setRequest1(ChickenImDialogCreateRequest value) {
    setRawMember("request1", value);
  }

  /** As the text that travels: JSON. */
  public void setRequest1(String text) {
    setRawMember("request1", text);
  }

  public AlibabaAlihealthFollowupSendRequest request1(ChickenImDialogCreateRequest value) {
    setRequest1(value);
    return this;
  }

  /**
   * token用于安全验证
   * <p>Token for the security check
   * <p>32 位十六进制或 UUID
   * <p>32 hexadecimal digits or a UUID
   */
  public String getAuthToken() {
    return Wire.text(this, "auth_token");
  }

  public void setAuthToken(String value) {
    setRawMember("auth_token", value);
  }

  public AlibabaAlihealthFollowupSendRequest authToken(String value) {
    setAuthToken(value);
    return this;
  }

  @Override
  protected Object documented(String name) {
    return switch (name) {
      case "request1" -> getRequest1();
      case "auth_token" -> getAuthToken();
      default -> super.documented(name);
    };
  }

  /**
   * 服务入参
   * <p>Request
   */
  public static class ChickenImDialogCreateRequest extends TaobaoObject {
    /**
     * 会话ID
     * <p>Conversation
     * <p>32 位小写十六进制
     * <p>32 lower-case hexadecimal digits
     */
    public String getSessionId() {
      return Wire.text(this, "session_id");
    }

    public void setSessionId(String value) {
      setRawMember("session_id", value);
    }

    public ChickenImDialogCreateRequest sessionId(String value) {
      setSessionId(value);
      return this;
    }

    /**
     * 医生ID或医生组ID
     * <p>Doctor or group of doctors
     * <p>1–19 位数字
     * <p>1 to 19 digits
     */
    public String getBtermUserId() {
      return Wire.text(this, "bterm_user_id");
    }

    public void setBtermUserId(String value) {
      setRawMember("bterm_user_id", value);
    }

    public ChickenImDialogCreateRequest btermUserId(String value) {
      setBtermUserId(value);
      return this;
    }

    /**
     * 就诊人ID
     * <p>Patient
     * <p>1–19 位数字
     * <p>1 to 19 digits
     */
    public String getCtermUserId() {
      return Wire.text(this, "cterm_user_id");
    }

    public void setCtermUserId(String value) {
      setRawMember("cterm_user_id", value);
    }

    public ChickenImDialogCreateRequest ctermUserId(String value) {
      setCtermUserId(value);
      return this;
    }

    /**
     * 谁发的
     * <p>Who speaks: 1 patient, 2 doctor
     * <p>1 患者，2 医生
     * <p>1 patient, 2 doctor
     * <p>Documented: 1, 2
     */
    public String getRsType() {
      return Wire.text(this, "rs_type");
    }

    public void setRsType(String value) {
      setRawMember("rs_type", value);
    }

    public ChickenImDialogCreateRequest rsType(String value) {
      setRsType(value);
      return this;
    }

    /**
     * 内容
     * <p>The message as a JSON object
     * <p>JSON 对象文本，≤16KB；文字放在 text，1–2000 字
     * <p>Text of a JSON object up to 16 KB; words go into text, 1 to 2,000 characters
     */
    public String getContent() {
      return Wire.text(this, "content");
    }

    public void setContent(String value) {
      setRawMember("content", value);
    }

    public ChickenImDialogCreateRequest content(String value) {
      setContent(value);
      return this;
    }

    /**
     * 医生自己的id
     * <p>The doctor who speaks
     * <p>bterm_user_id 为医生组时必填
     * <p>Needed when bterm_user_id is a group
     */
    public String getUserId() {
      return Wire.text(this, "user_id");
    }

    public void setUserId(String value) {
      setRawMember("user_id", value);
    }

    public ChickenImDialogCreateRequest userId(String value) {
      setUserId(value);
      return this;
    }

    @Override
    protected Object documented(String name) {
      return switch (name) {
        case "session_id" -> getSessionId();
        case "bterm_user_id" -> getBtermUserId();
        case "cterm_user_id" -> getCtermUserId();
        case "rs_type" -> getRsType();
        case "content" -> getContent();
        case "user_id" -> getUserId();
        default -> super.documented(name);
      };
    }
  }
}
