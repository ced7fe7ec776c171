package io.topgate.api.response;

import io.topgate.api.TaobaoObject;
import io.topgate.api.TaobaoResponse;
import io.topgate.api.internal.Wire;

/**
 * The answer.
 * <p>会话消息撤回
 * <p>Recall a message of a follow-up chat
 */
public class AlibabaAlihealthFollowupDialogrecordRecallResponse extends TaobaoResponse {
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
   * 接口返回model
   * <p>Result
   */
  public static class Result extends TaobaoObject {
    /**
     * 是否撤回成功
     * <p>Whether it is recalled
     */
    public Boolean getModel() {
      return Wire.flag(this, "model");
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
     * 是否成功
     * <p>Whether it succeeded
     */
    public Boolean getSuccess() {
      return Wire.flag(this, "success");
    }

    @Override
    protected Object documented(String name) {
      return switch (name) {
        case "model" -> getModel();
        case "msg_code" -> getMsgCode();
        case "msg_info" -> getMsgInfo();
        case "success" -> getSuccess();
        default -> super.documented(name);
      };
    }
  }
}
