package io.topgate.api;

import io.topgate.api.TransportException.Kind;
import io.topgate.api.internal.CallEncoder;
import io.topgate.api.internal.Caller;
import io.topgate.api.internal.Transport;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Calls a platform. One client serves all threads and keeps its connections; make one and keep it.
 *
 * <pre>{@code
 * TopgateClient client = TopgateClient.builder(url, appKey, secret).build();
 * AlibabaCharityUseractionSyncResponse answer = client.call(request);
 * }</pre>
 */
public final class TopgateClient {
  public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  public static final Duration READ_TIMEOUT = Duration.ofSeconds(10);
  public static final int ANSWER_BYTES_MAX = 8 * 1024 * 1024;

  /** How much longer than the platform itself a client waits for the answer. */
  private static final Duration DEADLINE_MARGIN = Duration.ofSeconds(2);

  private final Caller caller;
  private final Duration connectTimeout;
  private final Duration readTimeout;

  private TopgateClient(Builder builder) {
    CallEncoder encoder =
        new CallEncoder(
            builder.appKey, builder.secret, builder.signMethod, builder.format, builder.clock);
    Transport transport = new Transport(builder.httpClient(), builder.url, builder.answerBytesMax);
    caller = new Caller(encoder, transport, builder.retryPolicy, builder.observer);
    connectTimeout = builder.connectTimeout;
    readTimeout = builder.readTimeout;
  }

  /** Throws IllegalArgumentException for an address that is not http or https. */
  public static Builder builder(String url, String appKey, String secret) {
    return new Builder(url, appKey, secret);
  }

  /** The same as {@link #call(TaobaoRequest, String)} without a session. */
  public <T extends TaobaoResponse> T call(TaobaoRequest<T> request) {
    return call(request, null);
  }

  /**
   * The answer of the API, which may decline: see {@link TaobaoResponse#isSuccess()}. Throws
   * {@link RefusedException}, {@link TransportException} or {@link UnreadableAnswerException}.
   */
  public <T extends TaobaoResponse> T call(TaobaoRequest<T> request, String session) {
    CompletableFuture<T> run = callAsync(request, session);
    try {
      return run.get();
    } catch (ExecutionException failed) {
      // The caller looks for his own line in the trace, not for a thread of the client.
      if (failed.getCause() instanceof ApiException failure) {
        throw (ApiException) failure.fillInStackTrace();
      }
      throw new ApiException(request.getApiMethodName() + " failed", failed.getCause());
    } catch (InterruptedException interrupted) {
      run.cancel(true);
      Thread.currentThread().interrupt();
      String message = request.getApiMethodName() + " was interrupted";
      throw new TransportException(Kind.INTERRUPTED, message, interrupted);
    }
  }

  public <T extends TaobaoResponse> CompletableFuture<T> callAsync(TaobaoRequest<T> request) {
    return callAsync(request, null);
  }

  /** Fails with what {@link #call(TaobaoRequest, String)} throws; cancelling it ends the call. */
  public <T extends TaobaoResponse> CompletableFuture<T> callAsync(
      TaobaoRequest<T> request, String session) {
    Duration timeout = connectTimeout.plus(readTimeout(request.apiFacts().deadline()));
    return caller.start(request, session, timeout);
  }

  /** What was set wins; otherwise longer than the platform may take. */
  private Duration readTimeout(Duration deadline) {
    if (readTimeout != null) return readTimeout;
    if (deadline == null) return READ_TIMEOUT;
    Duration patient = deadline.plus(DEADLINE_MARGIN);
    return patient.compareTo(READ_TIMEOUT) > 0 ? patient : READ_TIMEOUT;
  }

  /** What a client can be told; everything but address, key and secret has a default. */
  public static final class Builder {
    private final URI url;
    private final String appKey;
    private final String secret;
    private SignMethod signMethod = SignMethod.HMAC_SHA256;
    private Format format = Format.JSON;
    private Duration connectTimeout = CONNECT_TIMEOUT;
    private Duration readTimeout;
    private int answerBytesMax = ANSWER_BYTES_MAX;
    private RetryPolicy retryPolicy = RetryPolicy.DEFAULT;
    private CallObserver observer = CallObserver.NONE;
    private HttpClient http;
    private Clock clock = Clock.systemUTC();

    private Builder(String url, String appKey, String secret) {
      this.url = URI.create(url);
      if (!"http".equals(this.url.getScheme()) && !"https".equals(this.url.getScheme())) {
        throw new IllegalArgumentException("the address of a platform starts with http or https");
      }
      this.appKey = Objects.requireNonNull(appKey, "appKey");
      this.secret = Objects.requireNonNull(secret, "secret");
    }

    public Builder signMethod(SignMethod signMethod) {
      this.signMethod = Objects.requireNonNull(signMethod);
      return this;
    }

    public Builder format(Format format) {
      this.format = Objects.requireNonNull(format);
      return this;
    }

    public Builder connectTimeout(Duration timeout) {
      this.connectTimeout = positive(timeout);
      return this;
    }

    /** How long an answer may take, to its last byte, once there is a connection. */
    public Builder readTimeout(Duration timeout) {
      this.readTimeout = positive(timeout);
      return this;
    }

    /** A longer answer is an {@link UnreadableAnswerException}. */
    public Builder answerBytesMax(int bytes) {
      if (bytes < 1) throw new IllegalArgumentException("answerBytesMax is at least 1");
      this.answerBytesMax = bytes;
      return this;
    }

    public Builder retryPolicy(RetryPolicy retryPolicy) {
      this.retryPolicy = Objects.requireNonNull(retryPolicy);
      return this;
    }

    public Builder observer(CallObserver observer) {
      this.observer = Objects.requireNonNull(observer);
      return this;
    }

    /** A client of your own, for a proxy or certificates; its own connect time-out counts. */
    public Builder http(HttpClient http) {
      this.http = Objects.requireNonNull(http);
      return this;
    }

    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock);
      return this;
    }

    public TopgateClient build() {
      return new TopgateClient(this);
    }

    private HttpClient httpClient() {
      if (http != null) return http;
      // HTTP/2 would first ask to upgrade, which gateways of this protocol do not know.
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(connectTimeout)
          .build();
    }

    private static Duration positive(Duration timeout) {
      if (timeout.isZero() || timeout.isNegative()) {
        throw new IllegalArgumentException("a time-out is longer than nothing");
      }
      return timeout;
    }
  }
}
