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
import io.topgate.api.response.AlibabaAlihealthFollowupFetchResponse;
import java.time.Duration;
import java.util.List;

/**
 * 随访IM会话轮询
 * <p>Read the messages of a follow-up chat
 * <p>alibaba.alihealth.followup.fetch
 * <p>按时间戳读取会话消息，不漏不重；没有新消息时返回空列表
 * <p>Reads the messages of a conversation by their stamps, none skipped, none repeated; an empty list when there is nothing new
 * <p>查询，可随时重复
 * <p>A query; repeat at will
 */
public class AlibabaAlihealthFollowupFetchRequest extends TaobaoRequest<AlibabaAlihealthFollowupFetchResponse> {
  private static final ApiFacts FACTS =
      new ApiFacts(
          "alibaba.alihealth.followup.fetch",
          "alibaba_alihealth_followup_fetch_response",
          Repeat.FREE,
          Duration.ofMillis(13000),
          new Outcome(List.of("result1", "success"), "true", List.of("result1", "msg_code")),
          List.of(
              new KnownError(
                  true, "SESSION_NOT_FOUND", null,
                  new Bilingual("会话不存在，或本人不在会话中", "No such conversation, or the person is not a member"),
                  new Bilingual("核对 session_id 与各 ID", "Check session_id and the ids of the people"),
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
                  Retry.Kind.NEVER)));

  @Override
  public ApiFacts apiFacts() {
    return FACTS;
  }

  @Override
  public AlibabaAlihealthFollowupFetchResponse newResponse() {
    return new AlibabaAlihealthFollowupFetchResponse();
  }

  /**
   * 服务入参
   * <p>Request
   */
  public ChickenIMDialogRequest getRequest1() {
    return Wire.struct(this, "request1", ChickenIMDialogRequest.class, ChickenIMDialogRequest::new);
  }

  public void setRequest1(ChickenIMDialogRequest value) {
    setRawMember("request1", value);
  }

  /** As the text that travels: JSON. */
  public void setRequest1(String text) {
    setRawMember("request1", text);
  }

  public AlibabaAlihealthFollowupFetchRequest request1(ChickenIMDialogRequest value) {
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

  public AlibabaAlihealthFollowupFetchRequest authToken(String value) {
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
  public static class ChickenIMDialogRequest extends TaobaoObject {
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

    public ChickenIMDialogRequest sessionId(String value) {
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

    public ChickenIMDialogRequest btermUserId(String value) {
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

    public ChickenIMDialogRequest ctermUserId(String value) {
      setCtermUserId(value);
      return this;
    }

    /**
     * 获取类型
     * <p>Direction: 1 newer than last_time_stamp, 2 older
     * <p>1 取更新的消息，由旧到新；2 取更早的消息，由新到旧；默认 1
     * <p>1 newer messages, oldest first; 2 older messages, newest first; default 1
     * <p>Documented: 1, 2
     */
    public String getFetchType() {
      return Wire.text(this, "fetch_type");
    }

    public void setFetchType(String value) {
      setRawMember("fetch_type", value);
    }

    public ChickenIMDialogRequest fetchType(String value) {
      setFetchType(value);
      return this;
    }

    /**
     * 上次时间戳
     * <p>Where to go on: time_stamp of the last message of the page before
     * <p>上一页最后一条的 time_stamp；0 或不传：类型 1 从头开始，类型 2 从最新开始
     * <p>time_stamp of the last item of the page before; 0 or absent: type 1 from the start, type 2 from the newest
     */
    public String getLastTimeStamp() {
      return Wire.text(this, "last_time_stamp");
    }

    public void setLastTimeStamp(String value) {
      setRawMember("last_time_stamp", value);
    }

    public ChickenIMDialogRequest lastTimeStamp(String value) {
      setLastTimeStamp(value);
      return this;
    }

    /**
     * 获取数量
     * <p>How many messages at most
     * <p>1–100，默认 10；不足此数表示已到头
     * <p>1 to 100, default 10; fewer mean that there are no more
     */
    public Long getPageSize() {
      return Wire.int64(this, "page_size");
    }

    public void setPageSize(Long value) {
      setRawMember("page_size", value);
    }

    public ChickenIMDialogRequest pageSize(Long value) {
      setPageSize(value);
      return this;
    }

    /**
     * 医生自己的医生id
     * <p>The doctor who reads
     * <p>bterm_user_id 为医生组且没有 auth_token 时，医生必填
     * <p>Needed of a doctor of a group who has no auth_token
     */
    public String getUserId() {
      return Wire.text(this, "user_id");
    }

    public void setUserId(String value) {
      setRawMember("user_id", value);
    }

    public ChickenIMDialogRequest userId(String value) {
      setUserId(value);
      return this;
    }

    /**
     * 1患者发2医生发
     * <p>Who reads: 1 patient, 2 doctor
     * <p>不传时由 auth_token 决定；也没有时，有 user_id 为医生，否则为患者
     * <p>Absent: as auth_token says; without one, a doctor when user_id is there, else the patient
     * <p>Documented: 1, 2
     */
    public String getRsType() {
      return Wire.text(this, "rs_type");
    }

    public void setRsType(String value) {
      setRawMember("rs_type", value);
    }

    public ChickenIMDialogRequest rsType(String value) {
      setRsType(value);
      return this;
    }

    /**
     * 没有新消息时最多等待的秒数
     * <p>How long to wait for a new message when there is none
     * <p>0–10，默认 0（立即返回）；只对 fetch_type 1 有效
     * <p>0 to 10, default 0 (answer at once); only for fetch_type 1
     */
    public Long getWaitSeconds() {
      return Wire.int64(this, "wait_seconds");
    }

    public void setWaitSeconds(Long value) {
      setRawMember("wait_seconds", value);
    }

    public ChickenIMDialogRequest waitSeconds(Long value) {
      setWaitSeconds(value);
      return this;
    }

    @Override
    protected Object documented(String name) {
      return switch (name) {
        case "session_id" -> getSessionId();
        case "bterm_user_id" -> getBtermUserId();
        case "cterm_user_id" -> getCtermUserId();
        case "fetch_type" -> getFetchType();
        case "last_time_stamp" -> getLastTimeStamp();
        case "page_size" -> getPageSize();
        case "user_id" -> getUserId();
        case "rs_type" -> getRsType();
        case "wait_seconds" -> getWaitSeconds();
        default -> super.documented(name);
      };
    }
  }
}
