package io.topgate.api.internal;

import io.topgate.api.Retry;
import io.topgate.api.UnreadableAnswerException;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Collects a body as UTF-8 and drops the connection as soon as it is longer than allowed. */
final class BoundedBody implements BodySubscriber<String> {
  private final CompletableFuture<String> body = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int status;
  private final int bytesMax;
  private Subscription subscription;

  BoundedBody(int status, int bytesMax) {
    this.status = status;
    this.bytesMax = bytesMax;
  }

  @Override
  public CompletionStage<String> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (body.isDone()) return;
    for (ByteBuffer buffer : buffers) {
      if (buffer.remaining() > bytesMax - bytes.size()) {
        subscription.cancel();
        fail("the answer is longer than " + bytesMax + " bytes");
        return;
      }
      byte[] chunk = new byte[buffer.remaining()];
      buffer.get(chunk);
      bytes.writeBytes(chunk);
    }
  }

  @Override
  public void onError(Throwable error) {
    body.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    try {
      ByteBuffer whole = ByteBuffer.wrap(bytes.toByteArray());
      body.complete(StandardCharsets.UTF_8.newDecoder().decode(whole).toString());
    } catch (CharacterCodingException error) {
      fail("the answer is not UTF-8");
    }
  }

  private void fail(String problem) {
    body.completeExceptionally(new UnreadableAnswerException(problem, status, Retry.NEVER));
  }
}
