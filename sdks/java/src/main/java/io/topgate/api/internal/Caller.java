package io.topgate.api.internal;

import io.topgate.api.ApiException;
import io.topgate.api.CallObserver;
import io.topgate.api.RetryPolicy;
import io.topgate.api.TaobaoRequest;
import io.topgate.api.TaobaoResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What all calls of a client share. */
public record Caller(
    CallEncoder encoder, Transport transport, RetryPolicy policy, CallObserver observer) {

  /** Fails with an {@link ApiException}; cancelling it ends the call. */
  public <T extends TaobaoResponse> CompletableFuture<T> start(
      TaobaoRequest<T> request, String session, Duration tryTimeout) {
    SignedCall call = encoder.encode(request, session, tryTimeout);
    return new CallRun<>(this, request, call).start();
  }
}
