package io.topgate.api.response;

import io.topgate.api.TaobaoObject;
import io.topgate.api.TaobaoResponse;
import io.topgate.api.internal.Wire;

/**
 * The answer.
 * <p>外投统计数据回流接口
 * <p>Report daily statistics of off-site advertising
 */
public class TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse extends TaobaoResponse {
  /**
   * 响应
   * <p>Response
   */
  public Result getResult() {
    return Wire.struct(this, "result", Result.class, Result::new);
  }

  @Override
  protected Object documented(String name) {
    return switch (name) {
      case "result" -> getResult();
      default -> super.documented(name);
    };
  }

  /**
   * 响应
   * <p>Response
   */
  public static class Result extends TaobaoObject {
    /**
     * 返回码
     * <p>Code; success on success
     */
    public String getCode() {
      return Wire.text(this, "code");
    }

    /**
     * 返回信息
     * <p>Message
     */
    public String getMsg() {
      return Wire.text(this, "msg");
    }

    /**
     * 处理结果
     * <p>"true" or "false", as text
     */
    public String getSuccess() {
      return Wire.text(this, "success");
    }

    @Override
    protected Object documented(String name) {
      return switch (name) {
        case "code" -> getCode();
        case "msg" -> getMsg();
        case "success" -> getSuccess();
        default -> super.documented(name);
      };
    }
  }
}
