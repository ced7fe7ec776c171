import io.topgate.api.FileItem;
import io.topgate.api.TaobaoObject;
import io.topgate.api.TaobaoRequest;
import io.topgate.api.TaobaoResponse;
import io.topgate.api.internal.JsonWriter;
import io.topgate.api.internal.util.StringUtils;
import io.topgate.api.request.AlibabaAlihealthFollowupFetchRequest;
import io.topgate.api.request.AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest;
import io.topgate.api.request.AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest.InstSyncUserBehaviorInfoRequest;
import io.topgate.api.request.AlibabaCharityUseractionSyncRequest;
import io.topgate.api.request.AlibabaCharityUseractionSyncRequest.ChannelUserActionDto;
import io.topgate.api.request.RetailUserTagMobileAddRequest;
import io.topgate.api.request.StrangeCallRequest;
import io.topgate.api.request.StrangeCallRequest.Class;
import io.topgate.api.request.StrangeCallRequest.StrangeRow;
import io.topgate.api.request.TimeGetRequest;
import io.topgate.api.request.TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest;
import io.topgate.api.request.TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest.CustomerClueOutInvestDataBackFlowReq;
import io.topgate.api.response.AlibabaAlihealthFollowupFetchResponse;
import io.topgate.api.response.AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse;
import io.topgate.api.response.AlibabaCharityUseractionSyncResponse;
import io.topgate.api.response.RetailUserTagMobileAddResponse;
import io.topgate.api.response.StrangeCallResponse;
import io.topgate.api.response.TimeGetResponse;
import io.topgate.api.response.TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The calls of the scenarios, and what their answers say. */
final class StrangeCalls {
  private StrangeCalls() {}

  static TaobaoRequest<?> request(String call) {
    return switch (call) {
      case "charity" -> charity();
      case "insurance" -> insurance();
      case "house" ->
          new TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest()
              .req(
                  new CustomerClueOutInvestDataBackFlowReq()
                      .type(1L)
                      .data("[{\"id\":64,\"statisticsDate\":\"2022-04-02\"}]"));
      case "tag" ->
          new RetailUserTagMobileAddRequest()
              .bizCode("STRANGE")
              .alipayUserId("2088000000000001")
              .extParam("{\"mobile\":\"13800138000\"}");
      case "fetch" -> fetch();
      case "time" -> new TimeGetRequest();
      case "strange" -> strange();
      case "strange-file" ->
          strange()
              .picture(new FileItem("a.png", HexFormat.of().parseHex("89504e470d0a00ff2d2d")));
      default -> throw new IllegalArgumentException(call);
    };
  }

  private static TaobaoRequest<?> charity() {
    return new AlibabaCharityUseractionSyncRequest()
        .channelUserActionDto(
            new ChannelUserActionDto()
                .activityId(12345L)
                .eventId("UNI_9901")
                .foreRegActivity(false)
                .feeling("a+b&c=d %25 “中文”\n第二行\t😀 \\ \" / <x>")
                .charityTimestamp(Instant.parse("2019-08-08T04:00:00Z"))
                .thirdUserKey("123"));
  }

  private static TaobaoRequest<?> insurance() {
    return new AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest()
        .param0(
            new InstSyncUserBehaviorInfoRequest()
                .advertiseOrgUrl("https://ihealth.example.com/a?b=1&c=优矩-抖音")
                .instProductId("CU95")
                .behaviorType("START_UNDERWRITING")
                .flowId(1800001886002007960L)
                .behaviorTime("2022-02-23 18:46:04"));
  }

  private static TaobaoRequest<?> fetch() {
    AlibabaAlihealthFollowupFetchRequest request = new AlibabaAlihealthFollowupFetchRequest();
    request.setRequest1(
        new AlibabaAlihealthFollowupFetchRequest.ChickenIMDialogRequest()
            .sessionId("78bfcced948a65d29c5c77f1cd3367a2"));
    return request;
  }

  private static StrangeCallRequest strange() {
    Date when = StringUtils.parseDateTime("2024-02-29 23:59:59");
    StrangeRow first =
        new StrangeRow().id(Long.MAX_VALUE).tags(List.of("a", "b")).inner(new Class().class_("x"));
    first.setWhen(when);
    StrangeRow second = new StrangeRow().id(2L).inner(new Class().class_("y"));
    Map<String, Object> anything = Map.of("b", Arrays.asList(1L, null));
    StrangeCallRequest request =
        new StrangeCallRequest()
            .class_("reserved")
            .n2fa("digit")
            .aB("1")
            .aB2("2")
            .aB3("3")
            .numbers(List.of(1L, Long.MIN_VALUE))
            .tags(List.of("a", "中文"))
            .price("0.10")
            .flag(true)
            .small(7L)
            .payload("{\"a\":1}")
            .anything(anything)
            .rows(List.of(first, second));
    request.setWhen(when);
    return request;
  }

  /** The object {@code result} of a charity answer; null of others. */
  static TaobaoObject inner(TaobaoResponse response) {
    return response instanceof AlibabaCharityUseractionSyncResponse charity
        ? charity.getResult()
        : null;
  }

  static Map<String, Object> fields(TaobaoResponse response) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (response instanceof AlibabaCharityUseractionSyncResponse answer) {
      fields.put("msg", answer.getResult().getMsg());
      fields.put("code", text(answer.getResult().getCode()));
      fields.put("success", text(answer.getResult().getSuccess()));
      if (answer.getResult().getData() != null) {
        fields.put("event_id", answer.getResult().getData().getEventId());
        fields.put("charity_hours", answer.getResult().getData().getCharityHours());
      }
    } else if (response instanceof AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse answer) {
      fields.put("result_status", answer.getResultStatus());
      fields.put("data", text(answer.getData()));
      fields.put("result_code", answer.getResultCode());
      fields.put("result_msg", answer.getResultMsg());
    } else if (response
        instanceof TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse answer) {
      fields.put("code", answer.getResult().getCode());
      fields.put("msg", answer.getResult().getMsg());
      fields.put("success", answer.getResult().getSuccess());
    } else if (response instanceof RetailUserTagMobileAddResponse answer) {
      fields.put("result", text(answer.getResult()));
      if (answer.getModule() != null) {
        fields.put("tag_success", text(answer.getModule().getTagSuccess()));
        fields.put("use_type", answer.getModule().getUseType());
      }
      fields.put("errors", joined(answer.getErrorInfos(), error -> error.getOuterErrorCode()));
    } else if (response instanceof AlibabaAlihealthFollowupFetchResponse answer) {
      fields.put("success", text(answer.getResult1().getSuccess()));
      fields.put("msg_code", answer.getResult1().getMsgCode());
      fields.put(
          "messages",
          joined(
              answer.getResult1().getDialogList(),
              one -> one.getId() + ":" + one.getTimeStamp() + ":" + one.getRsType()));
    } else if (response instanceof TimeGetResponse answer) {
      fields.put("time", moment(answer.getTime()));
    } else if (response instanceof StrangeCallResponse answer) {
      fields.put("class", answer.getClass_());
      fields.put("body", answer.getBody_());
      fields.put("code", answer.getCode());
      fields.put("numbers", joined(answer.getNumbers(), String::valueOf));
      fields.put("names", joined(answer.getNames(), name -> name));
      fields.put("when", moment(answer.getWhen()));
      fields.put("price", answer.getPrice());
      fields.put(
          "rows", joined(answer.getRows(), row -> row.getId() + ":" + row.getInner().getClass_()));
      fields.put("anything", JsonWriter.write(answer.getAnything()));
    }
    return fields;
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private static String moment(Date date) {
    return date == null ? null : StringUtils.formatDateTime(date);
  }

  private static <I> String joined(List<I> items, Function<I, String> text) {
    return items == null ? null : items.stream().map(text).collect(Collectors.joining(","));
  }
}
