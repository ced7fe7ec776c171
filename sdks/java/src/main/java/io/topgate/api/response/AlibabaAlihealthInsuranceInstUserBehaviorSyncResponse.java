package io.topgate.api.response;

import io.topgate.api.TaobaoResponse;
import io.topgate.api.internal.Wire;

/**
 * The answer.
 * <p>保司向我方同步用户行为信息
 * <p>An insurer reports a step of a user
 */
public class AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse extends TaobaoResponse {
  /**
   * 响应状态
   * <p>SUCCESS or FAIL
   */
  public String getResultStatus() {
    return Wire.text(this, "result_status");
  }

  /**
   * 行为数据同步结果
   * <p>Whether the step is recorded
   */
  public Boolean getData() {
    return Wire.flag(this, "data");
  }

  /**
   * 响应码
   * <p>Code
   */
  public String getResultCode() {
    return Wire.text(this, "result_code");
  }

  /**
   * 响应消息
   * <p>Message
   */
  public String getResultMsg() {
    return Wire.text(this, "result_msg");
  }

  @Override
  protected Object documented(String name) {
    return switch (name) {
      case "result_status" -> getResultStatus();
      case "data" -> getData();
      case "result_code" -> getResultCode();
      case "result_msg" -> getResultMsg();
      default -> super.documented(name);
    };
  }
}
