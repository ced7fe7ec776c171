package io.topgate.api.internal;

import io.topgate.api.ApiException;
import io.topgate.api.TransportException;
import io.topgate.api.TransportException.Kind;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One try over HTTP. The connections are those of {@code http}, which keeps them for later calls. */
public final class Transport {
  private final HttpClient http;
  private final URI url;
  private final int answerBytesMax;

  public Transport(HttpClient http, URI url, int answerBytesMax) {
    this.http = http;
    this.url = url;
    this.answerBytesMax = answerBytesMax;
  }

  /** What it fails with, {@link #failureOf} puts into words. Cancelling it drops the connection. */
  CompletableFuture<HttpAnswer> send(SignedCall call) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", call.contentType())
            .header("Accept", "application/json, text/xml")
            .POST(BodyPublishers.ofByteArray(call.body()))
            .build();
    CompletableFuture<HttpResponse<String>> exchange =
        http.sendAsync(request, head -> new BoundedBody(head.statusCode(), answerBytesMax));
    // Timed here: the time-out that a request can have ends with the first byte, this with the last.
    CompletableFuture<HttpAnswer> answer = exchange.thenApply(Transport::answerOf);
    answer
        .orTimeout(call.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((done, error) -> exchange.cancel(true));
    return answer;
  }

  private static HttpAnswer answerOf(HttpResponse<String> response) {
    return new HttpAnswer(
        response.statusCode(),
        response.body(),
        response.headers().firstValue("X-Topgate-Retry").orElse(null),
        response.headers().firstValue("Retry-After").orElse(null));
  }

  /** The exception for callers, whatever went wrong on the way. */
  ApiException failureOf(Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    for (Throwable deep = cause; deep != null; deep = deep.getCause()) {
      if (deep instanceof ApiException failure) return failure;
    }
    String host = url.getHost();
    if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
      return new TransportException(Kind.NOT_CONNECTED, "no connection to " + host, cause);
    }
    if (cause instanceof TimeoutException) {
      return new TransportException(Kind.TIMED_OUT, "no answer in time from " + host, cause);
    }
    return new TransportException(Kind.BROKEN, "the connection to " + host + " broke", cause);
  }
}
