package io.topgate.api.response;

import io.topgate.api.TaobaoObject;
import io.topgate.api.TaobaoResponse;
import io.topgate.api.internal.Wire;

/**
 * The answer.
 * <p>用户公益行为同步
 * <p>Report a charity action of a user
 */
public class AlibabaCharityUseractionSyncResponse extends TaobaoResponse {
  /**
   * 结果
   * <p>Result
   */
  public ThreehoursResult getResult() {
    return Wire.struct(this, "result", ThreehoursResult.class, ThreehoursResult::new);
  }

  @Override
  protected Object documented(String name) {
    return switch (name) {
      case "result" -> getResult();
      default -> super.documented(name);
    };
  }

  /**
   * 结果
   * <p>Result
   */
  public static class UserActionSyncResult extends TaobaoObject {
    /**
     * 唯一的事件ID
     * <p>Id of the action
     */
    public String getEventId() {
      return Wire.text(this, "event_id");
    }

    /**
     * 本次同步获得的公益时
     * <p>Charity hours earned by this call, one decimal
     */
    public String getCharityHours() {
      return Wire.text(this, "charity_hours");
    }

    @Override
    protected Object documented(String name) {
      return switch (name) {
        case "event_id" -> getEventId();
        case "charity_hours" -> getCharityHours();
        default -> super.documented(name);
      };
    }
  }

  /**
   * 结果
   * <p>Result
   */
  public static class ThreehoursResult extends TaobaoObject {
    /**
     * 消息
     * <p>Message
     */
    public String getMsg() {
      return Wire.text(this, "msg");
    }

    /**
     * 错误码
     * <p>Code; 200 is success
     */
    public Long getCode() {
      return Wire.int64(this, "code");
    }

    /**
     * 结果
     * <p>Result
     */
    public UserActionSyncResult getData() {
      return Wire.struct(this, "data", UserActionSyncResult.class, UserActionSyncResult::new);
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
        case "msg" -> getMsg();
        case "code" -> getCode();
        case "data" -> getData();
        case "success" -> getSuccess();
        default -> super.documented(name);
      };
    }
  }
}
