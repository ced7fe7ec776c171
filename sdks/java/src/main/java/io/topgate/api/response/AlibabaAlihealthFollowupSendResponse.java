package io.topgate.api.response;

import io.topgate.api.TaobaoObject;
import io.topgate.api.TaobaoResponse;
import io.topgate.api.internal.Wire;

/**
 * The answer.
 * <p>随访IM发送会话
 * <p>Send a message of a follow-up chat
 */
public class AlibabaAlihealthFollowupSendResponse extends TaobaoResponse {
  /**
   * 接口返回model
   * <p>Result
   */
  public Result getResult1() {
    return Wire.struct(this, "result1", Result.class, Result::new);
  }

  @Override
  protected Object documented(String name) {
    return switch (name) {
      case "result1" -> getResult1();
      default -> super.documented(name);
    };
  }

  /**
   * 将本次发送的内容重新返回给调用方
   * <p>What was sent, as stored
   */
  public static class DialogVo extends TaobaoObject {
    /**
     * 内容格式
     * <p>1 text, 2 picture, 3 audio, 31 summary of the doctor
     */
    public Long getContentType() {
      return Wire.int64(this, "content_type");
    }

    /**
     * 自己本次发送的会话内容
     * <p>The content as sent, byte for byte
     */
    public String getContent() {
      return Wire.text(this, "content");
    }

    /**
     * 本次发送的数据id
     * <p>Id of the message
     */
    public String getId() {
      return Wire.text(this, "id");
    }

    /**
     * 本次发送的时间戳
     * <p>Stamp in epoch milliseconds, strictly increasing in the conversation
     */
    public String getTimeStamp() {
      return Wire.text(this, "time_stamp");
    }

    @Override
    protected Object documented(String name) {
      return switch (name) {
        case "content_type" -> getContentType();
        case "content" -> getContent();
        case "id" -> getId();
        case "time_stamp" -> getTimeStamp();
        default -> super.documented(name);
      };
    }
  }

  /**
   * 接口返回model
   * <p>Result
   */
  public static class Result extends TaobaoObject {
    /**
     * 是否成功
     * <p>Whether it succeeded
     */
    public Boolean getSuccess() {
      return Wire.flag(this, "success");
    }

    /**
     * msgCode
     * <p>Code; SUCCESS on success
     */
    public String getMsgCode() {
      return Wire.text(this, "msg_code");
    }

    /**
     * msgInfo
     * <p>Message
     */
    public String getMsgInfo() {
      return Wire.text(this, "msg_info");
    }

    /**
     * 将本次发送的内容重新返回给调用方
     * <p>What was sent, as stored
     */
    public DialogVo getModel() {
      return Wire.struct(this, "model", DialogVo.class, DialogVo::new);
    }

    @Override
    protected Object documented(String name) {
      return switch (name) {
        case "success" -> getSuccess();
        case "msg_code" -> getMsgCode();
        case "msg_info" -> getMsgInfo();
        case "model" -> getModel();
        default -> super.documented(name);
      };
    }
  }
}
