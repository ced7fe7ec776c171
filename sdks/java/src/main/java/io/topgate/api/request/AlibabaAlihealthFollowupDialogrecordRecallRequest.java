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
import io.topgate.api.response.AlibabaAlihealthFollowupDialogrecordRecallResponse;
import java.time.Duration;
import java.util.List;

/**
 * 会话消息撤回
 * <p>Recall a message of a follow-up chat
 * <p>alibaba.alihealth.followup.dialogrecord.recall
 * <p>两分钟内撤回本人发送的消息；读取方收到撤回提示，原文不再可见
 * <p>Takes back an own message within two minutes; readers get a notice of it and the words no longer
 * <p>已撤回的消息再次撤回仍返回成功
 * <p>To recall a message again succeeds again
 */
public class AlibabaAlihealthFollowupDialogrecordRecallRequest extends TaobaoRequest<AlibabaAlihealthFollowupDialogrecordRecallResponse> {
  private static final ApiFacts FACTS =
      new ApiFacts(
          "alibaba.alihealth.followup.dialogrecord.recall",
          "alibaba_alihealth_followup_dialogrecord_recall_response",
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
                  true, "RECORD_NOT_FOUND", null,
                  new Bilingual("没有此消息，或不是本人发送", "No such message, or somebody else sent it"),
                  new Bilingual("核对 record_id，只能撤回本人消息", "Check record_id; only own messages can be recalled"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "RECALL_TIMEOUT", null,
                  new Bilingual("已超过撤回时限", "It is too late to recall the message"),
                  new Bilingual("发送两分钟内可撤回", "Recall within two minutes of sending"),
                  Retry.Kind.NEVER)));

  @Override
  public ApiFacts apiFacts() {
    return FACTS;
  }

  @Override
  public AlibabaAlihealthFollowupDialogrecordRecallResponse newResponse() {
    return new AlibabaAlihealthFollowupDialogrecordRecallResponse();
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

  public AlibabaAlihealthFollowupDialogrecordRecallRequest authToken(String value) {
    setAuthToken(value);
    return this;
  }

  /**
   * 入参model
   * <p>Request
   */
  public ChickenImRecordRecallDo getRequest1() {
    return Wire.struct(this, "request1", ChickenImRecordRecallDo.class, ChickenImRecordRecallDo::new);
  }

  public void setRequest1(ChickenImRecordRecallDo value) {
    setRawMember("request1", value);
  }

  /** As the text that travels: JSON. */
  public void setRequest1(String text) {
    setRawMember("request1", text);
  }

  public AlibabaAlihealthFollowupDialogrecordRecallRequest request1(ChickenImRecordRecallDo value) {
    setRequest1(value);
    return this;
  }

  @Override
  protected Object documented(String name) {
    return switch (name) {
      case "auth_token" -> getAuthToken();
      case "request1" -> getRequest1();
      default -> super.documented(name);
    };
  }

  /**
   * 入参model
   * <p>Request
   */
  public static class ChickenImRecordRecallDo extends TaobaoObject {
    /**
     * 会话记录ID
     * <p>Id of the message, as sending it answered
     * <p>发送时返回的 id
     * <p>The id that sending answered
     */
    public String getRecordId() {
      return Wire.text(this, "record_id");
    }

    public void setRecordId(String value) {
      setRawMember("record_id", value);
    }

    public ChickenImRecordRecallDo recordId(String value) {
      setRecordId(value);
      return this;
    }

    /**
     * 医生ID
     * <p>The doctor who recalls
     * <p>1–19 位数字
     * <p>1 to 19 digits
     */
    public String getDoctorId() {
      return Wire.text(this, "doctor_id");
    }

    public void setDoctorId(String value) {
      setRawMember("doctor_id", value);
    }

    public ChickenImRecordRecallDo doctorId(String value) {
      setDoctorId(value);
      return this;
    }

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

    public ChickenImRecordRecallDo sessionId(String value) {
      setSessionId(value);
      return this;
    }

    /**
     * B端用户ID(单聊是医生id、群聊是组id)
     * <p>The doctor of a single chat, the group of a group chat
     * <p>1–19 位数字
     * <p>1 to 19 digits
     */
    public String getBtermUserId() {
      return Wire.text(this, "bterm_user_id");
    }

    public void setBtermUserId(String value) {
      setRawMember("bterm_user_id", value);
    }

    public ChickenImRecordRecallDo btermUserId(String value) {
      setBtermUserId(value);
      return this;
    }

    /**
     * 患者ID
     * <p>Patient
     * <p>1–19 位数字
     * <p>1 to 19 digits
     */
    public String getSuffererId() {
      return Wire.text(this, "sufferer_id");
    }

    public void setSuffererId(String value) {
      setRawMember("sufferer_id", value);
    }

    public ChickenImRecordRecallDo suffererId(String value) {
      setSuffererId(value);
      return this;
    }

    /**
     * 1是患者撤回,2是医生撤回
     * <p>Who recalls: 1 patient, 2 doctor
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

    public ChickenImRecordRecallDo rsType(String value) {
      setRsType(value);
      return this;
    }

    @Override
    protected Object documented(String name) {
      return switch (name) {
        case "record_id" -> getRecordId();
        case "doctor_id" -> getDoctorId();
        case "session_id" -> getSessionId();
        case "bterm_user_id" -> getBtermUserId();
        case "sufferer_id" -> getSuffererId();
        case "rs_type" -> getRsType();
        default -> super.documented(name);
      };
    }
  }
}
