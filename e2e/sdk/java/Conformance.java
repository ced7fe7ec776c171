import io.topgate.api.ApiException;
import io.topgate.api.FileItem;
import io.topgate.api.Format;
import io.topgate.api.RefusedException;
import io.topgate.api.Retry;
import io.topgate.api.RetryPolicy;
import io.topgate.api.SignMethod;
import io.topgate.api.TaobaoObject;
import io.topgate.api.TaobaoRequest;
import io.topgate.api.TaobaoResponse;
import io.topgate.api.TopgateClient;
import io.topgate.api.TransportException;
import io.topgate.api.UnreadableAnswerException;
import io.topgate.api.internal.JsonReader;
import io.topgate.api.internal.JsonWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Goes through the shared vectors and scenarios; see e2e/sdk/testing/scenarios.ts. */
public final class Conformance {
  private static final String SECRET = "strange-密钥-9f3c";
  private static final String SESSION = "strange-session-0123456789";
  private static final int AT_ONCE = 8;

  public static void main(String[] args) throws Exception {
    Path vectors = Path.of(args[0]);
    VectorLines.print(vectors);
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    List<Future<?>> all = new ArrayList<>();
    for (String file : List.of("encoding", "envelopes", "errors", "transport")) {
      List<?> scenarios = (List<?>) read(vectors, file).get("scenarios");
      for (int index = 0; index < scenarios.size(); index++) {
        String name = file + "/" + index;
        Map<?, ?> scenario = (Map<?, ?>) scenarios.get(index);
        all.add(threads.submit(() -> printLine(name, play(name, scenario, args[1]))));
      }
    }
    threads.shutdown();
    for (Future<?> one : all) one.get();
  }

  static Map<?, ?> read(Path vectors, String file) throws Exception {
    return (Map<?, ?>) JsonReader.read(Files.readString(vectors.resolve(file + ".json")));
  }

  static synchronized void printLine(String name, Map<String, Object> result) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("scenario", name);
    line.put("result", result);
    System.out.println(JsonWriter.write(line));
  }

  private static Map<String, Object> play(String name, Map<?, ?> scenario, String serverUrl) {
    Object options = scenario.get("options");
    Map<?, ?> given = options == null ? Map.of() : (Map<?, ?>) options;
    Object gateway = scenario.get("gateway");
    String url = gateway == null ? serverUrl + "/" + name : (String) gateway;
    TopgateClient client = client(url, given);
    Object call = scenario.get("call");
    TaobaoRequest<?> request = StrangeCalls.request((String) call);
    String session = "house".equals(call) ? SESSION : null;
    long times = given.containsKey("times") ? (Long) given.get("times") : 1;
    Map<String, Object> result = Map.of();
    for (long time = 0; time < times; time++) result = call(client, request, session);
    return result;
  }

  private static TopgateClient client(String url, Map<?, ?> options) {
    TopgateClient.Builder builder =
        TopgateClient.builder(url, "12345678", SECRET)
            .observer(tried -> System.err.println(tried));
    if (options.get("signMethod") instanceof String method) builder.signMethod(SignMethod.of(method));
    if (options.get("format") instanceof String format) builder.format(Format.of(format));
    if (options.get("readTimeoutMs") instanceof Long ms) builder.readTimeout(Duration.ofMillis(ms));
    if (options.get("bodyBytesMax") instanceof Long bytes) builder.answerBytesMax(bytes.intValue());
    if (options.get("triesMax") instanceof Long tries) {
      RetryPolicy usual = RetryPolicy.DEFAULT;
      builder.retryPolicy(new RetryPolicy(tries.intValue(), usual.waitMin(), usual.waitMax()));
    }
    return builder.build();
  }

  private static Map<String, Object> call(
      TopgateClient client, TaobaoRequest<?> request, String session) {
    Map<String, Object> result = new LinkedHashMap<>();
    try {
      answer(client.call(request, session), result);
    } catch (RefusedException refused) {
      result.put("outcome", "refused");
      result.put("code", refused.getErrCode());
      result.put("msg", refused.getErrMsg());
      result.put("sub_code", refused.getSubErrCode());
      result.put("sub_msg", refused.getSubErrMsg());
      result.put("request_id", refused.getRequestId());
      result.put("remedy", String.valueOf(refused.getRemedy() != null));
      retry(refused.getRetry(), result);
    } catch (UnreadableAnswerException unreadable) {
      result.put("outcome", "nonsense");
      result.put("status", String.valueOf(unreadable.getHttpStatus()));
      result.put("may_have_run", String.valueOf(unreadable.mayHaveRun()));
      if (unreadable.getMessage().contains("/router/rest")) result.put("asks_address", "true");
    } catch (TransportException broken) {
      result.put("outcome", "transport");
      result.put("reason", reason(broken.getKind()));
      result.put("may_have_run", String.valueOf(broken.mayHaveRun()));
    } catch (ApiException unexpected) {
      unexpected.printStackTrace();
      result.put("outcome", unexpected.toString());
    }
    result.values().removeIf(value -> value == null);
    return result;
  }

  private static void answer(TaobaoResponse response, Map<String, Object> result) {
    result.put("outcome", response.isSuccess() ? "success" : "declined");
    result.put("request_id", response.getRequestId());
    if (response.getDecline() != null) {
      result.put("code", response.getDecline().code());
      result.put("remedy", String.valueOf(response.getDecline().remedy() != null));
      retry(response.getDecline().retry(), result);
    }
    Map<String, Object> fields = StrangeCalls.fields(response);
    fields.values().removeIf(value -> value == null);
    result.put("fields", fields);
    TreeSet<String> others = new TreeSet<>(response.otherMembers().keySet());
    TaobaoObject inner = StrangeCalls.inner(response);
    if (inner != null) inner.otherMembers().keySet().forEach(name -> others.add("result." + name));
    if (!others.isEmpty()) result.put("unknown", String.join(",", others));
  }

  private static void retry(Retry retry, Map<String, Object> result) {
    result.put("retry", retry.kind().name().toLowerCase().replace('_', '-'));
    if (retry.delay() != null) {
      result.put("retry_after", String.valueOf(retry.delay().toSeconds()));
    }
  }

  private static String reason(TransportException.Kind kind) {
    return switch (kind) {
      case NOT_CONNECTED -> "connect";
      case TIMED_OUT -> "timeout";
      case BROKEN -> "broken";
      case INTERRUPTED -> "interrupted";
    };
  }
}
