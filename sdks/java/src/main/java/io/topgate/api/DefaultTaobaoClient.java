package io.topgate.api;

import java.time.Duration;

/** Programs written for TOP's Java client need no other change than their imports. */
public class DefaultTaobaoClient implements TaobaoClient {
  private final TopgateClient client;

  public DefaultTaobaoClient(String serverUrl, String appKey, String appSecret) {
    this(TopgateClient.builder(serverUrl, appKey, appSecret).build());
  }

  public DefaultTaobaoClient(String serverUrl, String appKey, String appSecret, String format) {
    this(TopgateClient.builder(serverUrl, appKey, appSecret).format(Format.of(format)).build());
  }

  /** Time-outs in milliseconds. */
  public DefaultTaobaoClient(
      String serverUrl,
      String appKey,
      String appSecret,
      String format,
      int connectTimeout,
      int readTimeout) {
    this(timed(serverUrl, appKey, appSecret, format, connectTimeout, readTimeout).build());
  }

  public DefaultTaobaoClient(
      String serverUrl,
      String appKey,
      String appSecret,
      String format,
      int connectTimeout,
      int readTimeout,
      String signMethod) {
    this(
        timed(serverUrl, appKey, appSecret, format, connectTimeout, readTimeout)
            .signMethod(SignMethod.of(signMethod))
            .build());
  }

  /** With everything that {@link TopgateClient.Builder} can set. */
  public DefaultTaobaoClient(TopgateClient client) {
    this.client = client;
  }

  @Override
  public <T extends TaobaoResponse> T execute(TaobaoRequest<T> request) throws ApiException {
    return execute(request, null);
  }

  @Override
  public <T extends TaobaoResponse> T execute(TaobaoRequest<T> request, String session)
      throws ApiException {
    try {
      return client.call(request, session);
    } catch (RefusedException refused) {
      T answer = request.newResponse();
      answer.settle(refused.getBody(), refused.getRefusal(), null);
      return answer;
    }
  }

  private static TopgateClient.Builder timed(
      String url, String appKey, String secret, String format, int connectMs, int readMs) {
    return TopgateClient.builder(url, appKey, secret)
        .format(Format.of(format))
        .connectTimeout(Duration.ofMillis(connectMs))
        .readTimeout(Duration.ofMillis(readMs));
  }
}
