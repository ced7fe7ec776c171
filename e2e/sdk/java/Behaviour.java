import io.topgate.api.ApiException;
import io.topgate.api.DefaultTaobaoClient;
import io.topgate.api.TaobaoObject;
import io.topgate.api.TopgateClient;
import io.topgate.api.TransportException;
import io.topgate.api.internal.JsonWriter;
import io.topgate.api.request.AlibabaAlihealthFollowupFetchRequest;
import io.topgate.api.request.AlibabaCharityUseractionSyncRequest.ChannelUserActionDto;
import io.topgate.api.request.TimeGetRequest;
import io.topgate.api.response.TimeGetResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** What is special to Java; the answers come from the strange server. Prints one JSON object. */
public final class Behaviour {
  private static final String SECRET = "strange-密钥-9f3c";

  public static void main(String[] args) throws Exception {
    String server = args[0];
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("a refusal is in the answer of execute", refused(server + "/errors/0"));
    results.put("a page is an exception of execute", thrown(() -> top(server + "/transport/2")));
    results.put(
        "a bad address is refused at once", thrown(() -> TopgateClient.builder("ftp://a", "k", "s")));
    results.put("a format that is none is refused at once", thrown(() -> inFormat(server)));
    results.put("an observer that throws breaks nothing", observed(server + "/envelopes/0"));
    results.put("a further parameter travels", further(server + "/encoding/3"));
    results.put("cancelling ends a call", cancelled(server + "/transport/21"));
    results.put("an interrupt ends a call and is kept", interrupted(server + "/transport/22"));
    results.put("an answer is read when it arrives", shared(server + "/envelopes/2"));
    results.put("objects show no values", new ChannelUserActionDto().eventId("E1").toString());
    results.put("clients show no secret", String.valueOf(client(server)).contains(SECRET));
    System.out.println(JsonWriter.write(results));
  }

  private static TopgateClient client(String url) {
    return TopgateClient.builder(url, "12345678", SECRET).build();
  }

  private static TimeGetResponse top(String url) {
    return new DefaultTaobaoClient(url, "12345678", SECRET).execute(new TimeGetRequest());
  }

  private static Object inFormat(String url) {
    return new DefaultTaobaoClient(url, "12345678", SECRET, "yaml");
  }

  private static String refused(String url) {
    TimeGetResponse answer = top(url);
    return answer.isSuccess() + " " + answer.getErrorCode() + " " + answer.getMsg() + " "
        + answer.getSubCode() + " " + answer.getRequestId() + " " + answer.getBody().length();
  }

  private static String thrown(Callable<?> action) throws Exception {
    try {
      return String.valueOf(action.call());
    } catch (ApiException | IllegalArgumentException error) {
      return error.getClass().getSimpleName();
    }
  }

  private static boolean observed(String url) {
    TopgateClient client =
        TopgateClient.builder(url, "12345678", SECRET)
            .observer(
                tried -> {
                  throw new IllegalStateException("a broken log");
                })
            .build();
    return client.call(new TimeGetRequest()).isSuccess();
  }

  private static String further(String url) throws Exception {
    TimeGetRequest request = new TimeGetRequest();
    request.putOtherTextParam("further", "值");
    return thrown(() -> client(url).call(request));
  }

  private static String shared(String url) {
    TaobaoObject answer = client(url).call(new AlibabaAlihealthFollowupFetchRequest());
    TaobaoObject result = (TaobaoObject) answer.rawMember("result1");
    return ((List<?>) result.rawMember("dialog_list")).get(0).getClass().getSimpleName();
  }

  private static boolean cancelled(String url) {
    CompletableFuture<TimeGetResponse> call = client(url).callAsync(new TimeGetRequest());
    call.cancel(true);
    return call.isCancelled();
  }

  private static String interrupted(String url) {
    Thread.currentThread().interrupt();
    try {
      client(url).call(new TimeGetRequest());
      return "answered";
    } catch (TransportException error) {
      return error.getKind() + " " + Thread.interrupted();
    }
  }
}
