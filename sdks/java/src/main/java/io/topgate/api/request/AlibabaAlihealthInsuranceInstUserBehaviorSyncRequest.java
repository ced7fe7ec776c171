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
import io.topgate.api.response.AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse;
import java.time.Duration;
import java.util.List;

/**
 * 保司向我方同步用户行为信息
 * <p>An insurer reports a step of a user
 * <p>alibaba.alihealth.insurance.inst.user.behavior.sync
 * <p>保司向我方同步用户行为信息
 * <p>An insurer reports a step of a user
 * <p>同一流程、点击、产品、行为与时间（到秒）只记一次，重复返回 SUCCESS
 * <p>The same flow, click, product, step and second count once; a repeat answers SUCCESS
 */
public class AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest extends TaobaoRequest<AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse> {
  private static final ApiFacts FACTS =
      new ApiFacts(
          "alibaba.alihealth.insurance.inst.user.behavior.sync",
          "alibaba_alihealth_insurance_inst_user_behavior_sync_response",
          Repeat.SAME_BYTES,
          Duration.ofMillis(5000),
          new Outcome(List.of("result_status"), "SUCCESS", List.of("result_code")),
          List.of(
              new KnownError(
                  true, "PRODUCT_NOT_FOUND", null,
                  new Bilingual("产品未登记", "The product is not registered for this insurer"),
                  new Bilingual("核对 inst_product_id，或请平台登记产品", "Check inst_product_id, or have the product registered"),
                  Retry.Kind.NEVER)));

  @Override
  public ApiFacts apiFacts() {
    return FACTS;
  }

  @Override
  public AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse newResponse() {
    return new AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse();
  }

  /**
   * request
   * <p>文档标为可选；不传或为空则返回 isv.invalid-parameter
   * <p>Marked optional; without it the call is refused with isv.invalid-parameter
   */
  public InstSyncUserBehaviorInfoRequest getParam0() {
    return Wire.struct(this, "param0", InstSyncUserBehaviorInfoRequest.class, InstSyncUserBehaviorInfoRequest::new);
  }

  public void setParam0(InstSyncUserBehaviorInfoRequest value) {
    setRawMember("param0", value);
  }

  /** As the text that travels: JSON. */
  public void setParam0(String text) {
    setRawMember("param0", text);
  }

  public AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest param0(InstSyncUserBehaviorInfoRequest value) {
    setParam0(value);
    return this;
  }

  @Override
  protected Object documented(String name) {
    return switch (name) {
      case "param0" -> getParam0();
      default -> super.documented(name);
    };
  }

  /** request */
  public static class InstSyncUserBehaviorInfoRequest extends TaobaoObject {
    /**
     * 广告url
     * <p>Landing URL of the advertisement, macros filled in
     * <p>≤16KB；无法解析的地址照收并标记，不影响结果
     * <p>Up to 16 KB; an unusable URL is kept and flagged, never refused
     */
    public String getAdvertiseOrgUrl() {
      return Wire.text(this, "advertise_org_url");
    }

    public void setAdvertiseOrgUrl(String value) {
      setRawMember("advertise_org_url", value);
    }

    public InstSyncUserBehaviorInfoRequest advertiseOrgUrl(String value) {
      setAdvertiseOrgUrl(value);
      return this;
    }

    /**
     * 保司产品ID
     * <p>Product id of the insurer
     * <p>1–64 位字母、数字、_、-
     * <p>1 to 64 letters, digits, _ or -
     */
    public String getInstProductId() {
      return Wire.text(this, "inst_product_id");
    }

    public void setInstProductId(String value) {
      setRawMember("inst_product_id", value);
    }

    public InstSyncUserBehaviorInfoRequest instProductId(String value) {
      setInstProductId(value);
      return this;
    }

    /**
     * 推广位名称
     * <p>Name of the promotion slot, agency-medium
     * <p>建议 128 字以内
     * <p>Better under 128 characters
     */
    public String getChannelSourceName() {
      return Wire.text(this, "channel_source_name");
    }

    public void setChannelSourceName(String value) {
      setRawMember("channel_source_name", value);
    }

    public InstSyncUserBehaviorInfoRequest channelSourceName(String value) {
      setChannelSourceName(value);
      return this;
    }

    /**
     * 保司goodsCode
     * <p>Sales code of the insurer
     * <p>≤64 字符
     * <p>Up to 64 characters
     */
    public String getInstGoodsCode() {
      return Wire.text(this, "inst_goods_code");
    }

    public void setInstGoodsCode(String value) {
      setRawMember("inst_goods_code", value);
    }

    public InstSyncUserBehaviorInfoRequest instGoodsCode(String value) {
      setInstGoodsCode(value);
      return this;
    }

    /**
     * 用户行为类型
     * <p>Which step
     * <p>大写字母开头，大写字母、数字、下划线，2–64 位；未登记的名称也收
     * <p>Upper case, digits, underscore, 2 to 64; names not registered are accepted too
     */
    public String getBehaviorType() {
      return Wire.text(this, "behavior_type");
    }

    public void setBehaviorType(String value) {
      setRawMember("behavior_type", value);
    }

    public InstSyncUserBehaviorInfoRequest behaviorType(String value) {
      setBehaviorType(value);
      return this;
    }

    /**
     * flowId(用户跳转到众安时,由阿里健康提供)
     * <p>Number of the insurance flow, issued at the jump to the insurer
     * <p>≥ 1
     */
    public Long getFlowId() {
      return Wire.int64(this, "flow_id");
    }

    public void setFlowId(Long value) {
      setRawMember("flow_id", value);
    }

    public InstSyncUserBehaviorInfoRequest flowId(Long value) {
      setFlowId(value);
      return this;
    }

    /**
     * 行为时间点
     * <p>When it happened
     * <p>北京时间 yyyy-MM-dd HH:mm:ss，不晚于当前 5 分钟
     * <p>Beijing time, yyyy-MM-dd HH:mm:ss, at most 5 minutes ahead
     */
    public String getBehaviorTime() {
      return Wire.text(this, "behavior_time");
    }

    public void setBehaviorTime(String value) {
      setRawMember("behavior_time", value);
    }

    public InstSyncUserBehaviorInfoRequest behaviorTime(String value) {
      setBehaviorTime(value);
      return this;
    }

    @Override
    protected Object documented(String name) {
      return switch (name) {
        case "advertise_org_url" -> getAdvertiseOrgUrl();
        case "inst_product_id" -> getInstProductId();
        case "channel_source_name" -> getChannelSourceName();
        case "inst_goods_code" -> getInstGoodsCode();
        case "behavior_type" -> getBehaviorType();
        case "flow_id" -> getFlowId();
        case "behavior_time" -> getBehaviorTime();
        default -> super.documented(name);
      };
    }
  }
}
