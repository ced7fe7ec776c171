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
import io.topgate.api.response.AlibabaCharityUseractionSyncResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * 用户公益行为同步
 * <p>Report a charity action of a user
 * <p>alibaba.charity.useraction.sync
 * <p>外部公益活动,用户公益行为同步
 * <p>External charity activities report the actions of their users
 * <p>同一渠道内 event_id 幂等：内容相同返回首次结果，内容不同返回 409
 * <p>Idempotent by event_id within the channel: equal content gets the first answer, other content 409
 */
public class AlibabaCharityUseractionSyncRequest extends TaobaoRequest<AlibabaCharityUseractionSyncResponse> {
  private static final ApiFacts FACTS =
      new ApiFacts(
          "alibaba.charity.useraction.sync",
          "alibaba_charity_useraction_sync_response",
          Repeat.SAME_BYTES,
          Duration.ofMillis(5000),
          new Outcome(List.of("result", "success"), "true", List.of("result", "code")),
          List.of(
              new KnownError(
                  true, "400", null,
                  new Bilingual("ori_content 里的数量不合规则", "The quantity in ori_content does not fit the rule"),
                  new Bilingual("按子类型的规则填写整数数量", "Send the quantity that the sub-type asks for, as a JSON integer"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "403", null,
                  new Bilingual("渠道无权限，或用户已取消授权", "The channel is not allowed, or the user withdrew the authorisation"),
                  new Bilingual("请平台开通渠道，或请用户重新授权", "Have the channel enabled, or ask the user to authorise again"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "404", null,
                  new Bilingual("活动、子类型或用户不存在", "Unknown activity, sub-type or user"),
                  new Bilingual("核对 activity_id、charity_type_sub_code 与用户", "Check activity_id, charity_type_sub_code and the user"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "409", null,
                  new Bilingual("event_id 已用于其他内容，或两个用户标识指向不同的人", "event_id was used with other content, or the two user ids belong to different people"),
                  new Bilingual("新的动作用新的 event_id；核对用户标识", "Use a new event_id for a new action; check the user ids"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "410", null,
                  new Bilingual("不在活动时间内，或已超过补报期限", "Outside the time of the activity, or past the period for late reports"),
                  new Bilingual("核对 charity_timestamp 与活动时间", "Check charity_timestamp against the time of the activity"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "412", null,
                  new Bilingual("未报名活动", "The user is not registered for the activity"),
                  new Bilingual("请用户先报名，或在允许时传 fore_reg_activity=true", "Have the user register, or send fore_reg_activity=true where that is allowed"),
                  Retry.Kind.NEVER),
              new KnownError(
                  true, "423", null,
                  new Bilingual("用户已被限制", "The user is blocked"),
                  new Bilingual("请联系平台", "Contact the platform owner"),
                  Retry.Kind.NEVER)));

  @Override
  public ApiFacts apiFacts() {
    return FACTS;
  }

  @Override
  public AlibabaCharityUseractionSyncResponse newResponse() {
    return new AlibabaCharityUseractionSyncResponse();
  }

  /**
   * 用户公益行为
   * <p>The charity action
   * <p>tb_user_id 与 third_user_key 至少一个
   * <p>At least one of tb_user_id and third_user_key
   */
  public ChannelUserActionDto getChannelUserActionDto() {
    return Wire.struct(this, "channel_user_action_dto", ChannelUserActionDto.class, ChannelUserActionDto::new);
  }

  public void setChannelUserActionDto(ChannelUserActionDto value) {
    setRawMember("channel_user_action_dto", value);
  }

  /** As the text that travels: JSON. */
  public void setChannelUserActionDto(String text) {
    setRawMember("channel_user_action_dto", text);
  }

  public AlibabaCharityUseractionSyncRequest channelUserActionDto(ChannelUserActionDto value) {
    setChannelUserActionDto(value);
    return this;
  }

  @Override
  protected Object documented(String name) {
    return switch (name) {
      case "channel_user_action_dto" -> getChannelUserActionDto();
      default -> super.documented(name);
    };
  }

  /**
   * 用户公益行为
   * <p>The charity action
   */
  public static class ChannelUserActionDto extends TaobaoObject {
    /**
     * 活动ID
     * <p>Activity id
     * <p>≥ 1
     */
    public Long getActivityId() {
      return Wire.int64(this, "activity_id");
    }

    public void setActivityId(Long value) {
      setRawMember("activity_id", value);
    }

    public ChannelUserActionDto activityId(Long value) {
      setActivityId(value);
      return this;
    }

    /**
     * 唯一的动作ID,渠道范围内唯一,幂等控制
     * <p>Id of the action, unique within the channel; controls idempotency
     * <p>1–64 个可见 ASCII 字符，不含空格
     * <p>1 to 64 visible ASCII characters, no spaces
     */
    public String getEventId() {
      return Wire.text(this, "event_id");
    }

    public void setEventId(String value) {
      setRawMember("event_id", value);
    }

    public ChannelUserActionDto eventId(String value) {
      setEventId(value);
      return this;
    }

    /**
     * 淘宝ID
     * <p>Taobao user id
     * <p>≥ 1
     */
    public Long getTbUserId() {
      return Wire.int64(this, "tb_user_id");
    }

    public void setTbUserId(Long value) {
      setRawMember("tb_user_id", value);
    }

    public ChannelUserActionDto tbUserId(Long value) {
      setTbUserId(value);
      return this;
    }

    /**
     * 做公益当时的时间戳
     * <p>The time of the action in epoch milliseconds
     * <p>与 charity_timestamp 不一致时以后者为准
     * <p>charity_timestamp wins when the two differ
     */
    public Long getTimestampLong() {
      return Wire.int64(this, "timestamp_long");
    }

    public void setTimestampLong(Long value) {
      setRawMember("timestamp_long", value);
    }

    public ChannelUserActionDto timestampLong(Long value) {
      setTimestampLong(value);
      return this;
    }

    /**
     * 公益类型子代码
     * <p>Sub-type of the action
     * <p>大写字母、数字、下划线；不填则取活动的默认值
     * <p>Upper-case letters, digits, underscore; absent: the default of the activity
     */
    public String getCharityTypeSubCode() {
      return Wire.text(this, "charity_type_sub_code");
    }

    public void setCharityTypeSubCode(String value) {
      setRawMember("charity_type_sub_code", value);
    }

    public ChannelUserActionDto charityTypeSubCode(String value) {
      setCharityTypeSubCode(value);
      return this;
    }

    /**
     * 是否强制报名活动,默认false
     * <p>Whether to register the user for the activity by force; false by default
     */
    public Boolean getForeRegActivity() {
      return Wire.flag(this, "fore_reg_activity");
    }

    public void setForeRegActivity(Boolean value) {
      setRawMember("fore_reg_activity", value);
    }

    public ChannelUserActionDto foreRegActivity(Boolean value) {
      setForeRegActivity(value);
      return this;
    }

    /**
     * 扩展属性
     * <p>Further attributes
     * <p>JSON 对象文本，≤4KB，值为标量
     * <p>Text of a JSON object of scalars, up to 4 KB
     */
    public String getFeaturesMap() {
      return Wire.text(this, "features_map");
    }

    public void setFeaturesMap(String value) {
      setRawMember("features_map", value);
    }

    public ChannelUserActionDto featuresMap(String value) {
      setFeaturesMap(value);
      return this;
    }

    /**
     * 公益感言
     * <p>Words of the user
     * <p>≤4KB，建议 500 字以内
     * <p>Up to 4 KB, better under 500 characters
     */
    public String getFeeling() {
      return Wire.text(this, "feeling");
    }

    public void setFeeling(String value) {
      setRawMember("feeling", value);
    }

    public ChannelUserActionDto feeling(String value) {
      setFeeling(value);
      return this;
    }

    /**
     * 做公益当时的时间
     * <p>When the good was done
     * <p>北京时间，不晚于当前 5 分钟，须在活动时间内
     * <p>Beijing time, at most 5 minutes ahead, within the time of the activity
     */
    public Date getCharityTimestamp() {
      return Wire.moment(this, "charity_timestamp");
    }

    public void setCharityTimestamp(Date value) {
      Wire.setMoment(this, "charity_timestamp", value);
    }

    public ChannelUserActionDto charityTimestamp(Instant value) {
      Wire.setMoment(this, "charity_timestamp", value);
      return this;
    }

    /**
     * 原生公益行为内容,JSON
     * <p>The action as the channel keeps it, in JSON
     * <p>JSON 文本，≤16KB；按规则取其中的数量
     * <p>JSON text up to 16 KB; quantities for the hours are read from it
     */
    public String getOriContent() {
      return Wire.text(this, "ori_content");
    }

    public void setOriContent(String value) {
      setRawMember("ori_content", value);
    }

    public ChannelUserActionDto oriContent(String value) {
      setOriContent(value);
      return this;
    }

    /**
     * 三方用户标识
     * <p>The user at the third party
     * <p>≤128 字符
     * <p>Up to 128 characters
     */
    public String getThirdUserKey() {
      return Wire.text(this, "third_user_key");
    }

    public void setThirdUserKey(String value) {
      setRawMember("third_user_key", value);
    }

    public ChannelUserActionDto thirdUserKey(String value) {
      setThirdUserKey(value);
      return this;
    }

    /**
     * 版本
     * <p>Version
     * <p>"1" 用 tb_user_id，"2" 可用 third_user_key；其他按最新处理
     * <p>"1" uses tb_user_id, "2" allows third_user_key; others count as newest
     */
    public String getVersion() {
      return Wire.text(this, "version");
    }

    public void setVersion(String value) {
      setRawMember("version", value);
    }

    public ChannelUserActionDto version(String value) {
      setVersion(value);
      return this;
    }

    @Override
    protected Object documented(String name) {
      return switch (name) {
        case "activity_id" -> getActivityId();
        case "event_id" -> getEventId();
        case "tb_user_id" -> getTbUserId();
        case "timestamp_long" -> getTimestampLong();
        case "charity_type_sub_code" -> getCharityTypeSubCode();
        case "fore_reg_activity" -> getForeRegActivity();
        case "features_map" -> getFeaturesMap();
        case "feeling" -> getFeeling();
        case "charity_timestamp" -> getCharityTimestamp();
        case "ori_content" -> getOriContent();
        case "third_user_key" -> getThirdUserKey();
        case "version" -> getVersion();
        default -> super.documented(name);
      };
    }
  }
}
