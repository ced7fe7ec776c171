package io.topgate.api.response;

import io.topgate.api.TaobaoObject;
import io.topgate.api.TaobaoResponse;
import io.topgate.api.internal.Wire;
import java.util.List;

/**
 * The answer.
 * <p>随访IM会话轮询
 * <p>Read the messages of a follow-up chat
 */
public class AlibabaAlihealthFollowupFetchResponse extends TaobaoResponse {
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
   * 内容
   * <p>The known members of the content
   */
  public static class DialogContentVo extends TaobaoObject {
    /**
     * 内容文本
     * <p>Words
     */
    public String getText() {
      return Wire.text(this, "text");
    }

    /**
     * 内容标题
     * <p>Title
     */
    public String getTitle() {
      return Wire.text(this, "title");
    }

    /**
     * 音频url
     * <p>Address of the audio
     */
    public String getRadio() {
      return Wire.text(this, "radio");
    }

    /**
     * 音频秒数
     * <p>Seconds of the audio
     */
    public String getRadioTime() {
      return Wire.text(this, "radio_time");
    }

    /**
     * 图片url
     * <p>Address of the picture; several as a JSON array
     */
    public String getPic() {
      return Wire.text(this, "pic");
    }

    /**
     * 诊断
     * <p>Diagnosis
     */
    public String getDiagnose() {
      return Wire.text(this, "diagnose");
    }

    /**
     * 建议
     * <p>Advice
     */
    public String getAdvice() {
      return Wire.text(this, "advice");
    }

    /**
     * 发送时间
     * <p>Time as the sender gave it
     */
    public String getSendTime() {
      return Wire.text(this, "send_time");
    }

    @Override
    protected Object documented(String name) {
      return switch (name) {
        case "text" -> getText();
        case "title" -> getTitle();
        case "radio" -> getRadio();
        case "radio_time" -> getRadioTime();
        case "pic" -> getPic();
        case "diagnose" -> getDiagnose();
        case "advice" -> getAdvice();
        case "send_time" -> getSendTime();
        default -> super.documented(name);
      };
    }
  }

  /**
   * 一条消息
   * <p>A message
   */
  public static class Model extends TaobaoObject {
    /**
     * 会话内容
     * <p>The content as sent, byte for byte
     */
    public String getContent() {
      return Wire.text(this, "content");
    }

    /**
     * 内容格式
     * <p>1 text, 2 picture, 3 audio, 31 summary of the doctor, 40 recalled, 0 unknown
     */
    public String getContentType() {
      return Wire.text(this, "content_type");
    }

    /**
     * 消息ID
     * <p>Id of the message; of a recalled one, the id under which it was sent
     */
    public String getId() {
      return Wire.text(this, "id");
    }

    /**
     * 时间戳
     * <p>Stamp in epoch milliseconds, strictly increasing in the conversation
     */
    public String getTimeStamp() {
      return Wire.text(this, "time_stamp");
    }

    /**
     * 1患者发的2医生发的
     * <p>Who sent it: 1 patient, 2 doctor
     */
    public String getRsType() {
      return Wire.text(this, "rs_type");
    }

    /**
     * 内容
     * <p>The known members of the content
     */
    public DialogContentVo getDialogContentVO() {
      return Wire.struct(this, "dialog_content_v_o", DialogContentVo.class, DialogContentVo::new);
    }

    @Override
    protected Object documented(String name) {
      return switch (name) {
        case "content" -> getContent();
        case "content_type" -> getContentType();
        case "id" -> getId();
        case "time_stamp" -> getTimeStamp();
        case "rs_type" -> getRsType();
        case "dialog_content_v_o" -> getDialogContentVO();
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
     * 会话列表
     * <p>The messages, in the order of fetch_type
     * <p>≤100 项
     * <p>Up to 100 items
     */
    public List<Model> getDialogList() {
      return Wire.list(this, "dialog_list", "model", (item, name) -> Wire.struct(item, name, Model.class, Model::new));
    }

    @Override
    protected Object documented(String name) {
      return switch (name) {
        case "success" -> getSuccess();
        case "msg_code" -> getMsgCode();
        case "msg_info" -> getMsgInfo();
        case "dialog_list" -> getDialogList();
        default -> super.documented(name);
      };
    }
  }
}
