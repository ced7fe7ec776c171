package io.topgate.api.response;

import io.topgate.api.TaobaoResponse;
import io.topgate.api.internal.Wire;

/**
 * The answer.
 * <p>获取ISV发起请求服务器IP
 * <p>The address that the caller is seen with
 */
public class AppipGetResponse extends TaobaoResponse {
  /**
   * ISV发起请求服务器IP
   * <p>Address
   */
  public String getIp() {
    return Wire.text(this, "ip");
  }

  @Override
  protected Object documented(String name) {
    return switch (name) {
      case "ip" -> getIp();
      default -> super.documented(name);
    };
  }
}
