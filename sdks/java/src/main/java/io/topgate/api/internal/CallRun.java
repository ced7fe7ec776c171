package io.topgate.api.internal;

import io.topgate.api.ApiException;
import io.topgate.api.CallObserver;
import io.topgate.api.CallObserver.Outcome;
import io.topgate.api.RefusedException;
import io.topgate.api.TaobaoRequest;
import io.topgate.api.TaobaoResponse;
import io.topgate.api.UnreadableAnswerException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The tries of one call, one after the other, without holding a thread while it waits. */
final class CallRun<T extends TaobaoResponse> {
  private final Caller caller;
  private final TaobaoRequest<T> request;
  private final SignedCall call;
  private final CompletableFuture<T> result = new CompletableFuture<>();

  CallRun(Caller caller, TaobaoRequest<T> request, SignedCall call) {
    this.caller = caller;
    this.request = request;
    this.call = call;
  }

  CompletableFuture<T> start() {
    attempt(1);
    return result;
  }

  private void attempt(int number) {
    if (result.isDone()) return;
    long startNs = System.nanoTime();
    CompletableFuture<HttpAnswer> sent = caller.transport().send(call);
    result.whenComplete((response, error) -> sent.cancel(true));
    sent.thenApply(http -> AnswerReader.read(request, http))
        .whenComplete((response, error) -> {
          Duration took = Duration.ofNanos(System.nanoTime() - startNs);
          if (error == null) succeed(number, took, response);
          else fail(number, took, caller.transport().failureOf(error));
        });
  }

  private void succeed(int number, Duration took, T response) {
    boolean isDone = response.isSuccess();
    tell(
        new CallObserver.Try(
            request.getApiMethodName(),
            number,
            took,
            isDone ? Outcome.SUCCESS : Outcome.DECLINED,
            isDone ? null : response.getDecline().code(),
            null,
            response.getRequestId(),
            null));
    result.complete(response);
  }

  private void fail(int number, Duration took, ApiException failure) {
    Duration wait =
        caller
            .policy()
            .waitAfter(failure, request.apiFacts().repeat(), number, ThreadLocalRandom.current());
    tell(
        new CallObserver.Try(
            request.getApiMethodName(),
            number,
            took,
            outcomeOf(failure),
            failure.getErrCode(),
            failure.getSubErrCode(),
            failure.getRequestId(),
            wait));
    if (wait == null) result.completeExceptionally(failure);
    else {
      CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> attempt(number + 1));
    }
  }

  private void tell(CallObserver.Try tried) {
    try {
      caller.observer().onTry(tried);
    } catch (RuntimeException ignored) {
      // A broken log breaks no call.
    }
  }

  private static Outcome outcomeOf(ApiException failure) {
    if (failure instanceof RefusedException) return Outcome.REFUSED;
    return failure instanceof UnreadableAnswerException ? Outcome.UNREADABLE : Outcome.NO_ANSWER;
  }
}
