package io.topgate.api.request;

import io.topgate.api.ApiFacts;
import io.topgate.api.ApiFacts.Repeat;
import io.topgate.api.TaobaoRequest;
import io.topgate.api.response.AppipGetResponse;
import java.time.Duration;
import java.util.List;

/**
 * 获取ISV发起请求服务器IP
 * <p>The address that the caller is seen with
 * <p>taobao.appip.get
 * <p>获取ISV发起请求服务器IP
 * <p>The address that the caller is seen with
 * <p>查询，可随时重复
 * <p>A query; repeat at will
 */
public class AppipGetRequest extends TaobaoRequest<AppipGetResponse> {
  private static final ApiFacts FACTS =
      new ApiFacts(
          "taobao.appip.get",
          "appip_get_response",
          Repeat.FREE,
          Duration.ofMillis(3000),
          null,
          List.of());

  @Override
  public ApiFacts apiFacts() {
    return FACTS;
  }

  @Override
  public AppipGetResponse newResponse() {
    return new AppipGetResponse();
  }
}
