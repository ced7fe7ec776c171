package io.topgate.api.request;

import io.topgate.api.ApiFacts;
import io.topgate.api.ApiFacts.Repeat;
import io.topgate.api.TaobaoRequest;
import io.topgate.api.response.TimeGetResponse;
import java.time.Duration;
import java.util.List;

/**
 * 获取系统当前时间
 * <p>The present time of the platform
 * <p>taobao.time.get
 * <p>获取系统当前时间
 * <p>The present time of the platform
 * <p>查询，可随时重复
 * <p>A query; repeat at will
 */
public class TimeGetRequest extends TaobaoRequest<TimeGetResponse> {
  private static final ApiFacts FACTS =
      new ApiFacts(
          "taobao.time.get",
          "time_get_response",
          Repeat.FREE,
          Duration.ofMillis(3000),
          null,
          List.of());

  @Override
  public ApiFacts apiFacts() {
    return FACTS;
  }

  @Override
  public TimeGetResponse newResponse() {
    return new TimeGetResponse();
  }
}
