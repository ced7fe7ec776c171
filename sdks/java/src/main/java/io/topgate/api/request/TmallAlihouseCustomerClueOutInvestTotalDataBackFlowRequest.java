package io.topgate.api.request;

import io.topgate.api.ApiFacts;
import io.topgate.api.ApiFacts.KnownError;
import io.topgate.api.ApiFacts.Outcome;
import io.topgate.api.ApiFacts.Repeat;
import io.topgate.api.Bilingual;
import io.topgate.api.Retry;
import io.topgate.api.TaobaoObject;
import io.topgate.api.TaobaoRequest;
import io.topgate.api.internal.Wire;
import io.topgate.api.response.TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse;
import java.time.Duration;
import java.util.List;

/**
 * 外投统计数据回流接口
 * <p>Report daily statistics of off-site advertising
 * <p>tmall.alihouse.customer.clue.out.invest.total.data.back.flow
 * <p>外投统计数据回流接口
 * <p>Report daily statistics of off-site advertising
 * <p>Needs the session key of a user.
 * <p>按（类型、业务、主体、日期）覆盖，updateTime 较新者生效；重复调用返回 success
 * <p>Upsert by kind, business, subject and day; the newer updateTime wins; a repeat succeeds
 */
public class TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest extends TaobaoRequest<TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse> {
  private static final ApiFacts FACTS =
      new ApiFacts(
          "tmall.alihouse.customer.clue.out.invest.total.data.back.flow",
          "tmall_alihouse_customer_clue_out_invest_total_data_back_flow_response",
          Repeat.SAME_BYTES,
          Duration.ofMillis(10000),
          new Outcome(List.of("result", "success"), "true", List.of("result", "code")),
          List.of(
              new KnownError(
                  true, "NO_PERMISSION", null,
                  new Bilingual("授权用户未绑定此合作方", "The user is not bound to this partner"),
                  new Bilingual("用已绑定的账号授权，或请平台绑定", "Authorise with the bound account, or have it bound"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "SUBJECT_CONFLICT", null,
                  new Bilingual("行内的经纪人、门店或城市由其他合作方独占", "A subject or shop of a row is exclusive to another partner"),
                  new Bilingual("核对 id 与 store_id", "Check id and store_id"),
                  Retry.Kind.NEVER)));

  @Override
  public ApiFacts apiFacts() {
    return FACTS;
  }

  @Override
  public TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse newResponse() {
    return new TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse();
  }

  /**
   * 入参
   * <p>Request
   */
  public CustomerClueOutInvestDataBackFlowReq getReq() {
    return Wire.struct(this, "req", CustomerClueOutInvestDataBackFlowReq.class, CustomerClueOutInvestDataBackFlowReq::new);
  }

  public void setReq(CustomerClueOutInvestDataBackFlowReq value) {
    setRawMember("req", value);
  }

  /** As the text that travels: JSON. */
  public void setReq(String text) {
    setRawMember("req", text);
  }

  public TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest req(CustomerClueOutInvestDataBackFlowReq value) {
    setReq(value);
    return this;
  }

  @Override
  protected Object documented(String name) {
    return switch (name) {
      case "req" -> getReq();
      default -> super.documented(name);
    };
  }

  /**
   * 入参
   * <p>Request
   */
  public static class CustomerClueOutInvestDataBackFlowReq extends TaobaoObject {
    /**
     * 类型 1.经纪人 2. 门店 3.城市
     * <p>Kind: 1 broker, 2 shop, 3 city
     * <p>≥ 1
     * <p>≤ 3
     */
    public Long getType() {
      return Wire.int64(this, "type");
    }

    public void setType(Long value) {
      setRawMember("type", value);
    }

    public CustomerClueOutInvestDataBackFlowReq type(Long value) {
      setType(value);
      return this;
    }

    /**
     * json数据
     * <p>Rows as JSON text
     * <p>JSON 数组文本，≤5000 行、≤2MB（URL 编码前）；每行须有 statisticsDate（yyyy-MM-dd）
     * <p>Text of a JSON array, up to 5,000 rows and 2 MB before encoding; each row has statisticsDate
     */
    public String getData() {
      return Wire.text(this, "data");
    }

    public void setData(String value) {
      setRawMember("data", value);
    }

    public CustomerClueOutInvestDataBackFlowReq data(String value) {
      setData(value);
      return this;
    }

    @Override
    protected Object documented(String name) {
      return switch (name) {
        case "type" -> getType();
        case "data" -> getData();
        default -> super.documented(name);
      };
    }
  }
}
