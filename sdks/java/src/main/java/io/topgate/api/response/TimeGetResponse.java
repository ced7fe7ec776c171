package io.topgate.api.response;

import io.topgate.api.TaobaoResponse;
import io.topgate.api.internal.Wire;
import java.util.Date;

/**
 * The answer.
 * <p>获取系统当前时间
 * <p>The present time of the platform
 */
public class TimeGetResponse extends TaobaoResponse {
  /**
   * 系统当前时间
   * <p>Beijing time
   */
  public Date getTime() {
    return Wire.moment(this, "time");
  }

  @Override
  protected Object documented(String name) {
    return switch (name) {
      case "time" -> getTime();
      default -> super.documented(name);
    };
  }
}
