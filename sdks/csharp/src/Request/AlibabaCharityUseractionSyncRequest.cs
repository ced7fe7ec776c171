using System;
using System.Collections.Generic;
using Topgate.Api.Internal;
using Topgate.Api.Response;

namespace Topgate.Api.Request
{
    /// <summary>
    /// 用户公益行为同步
    /// <para>Report a charity action of a user</para>
    /// <para>alibaba.charity.useraction.sync</para>
    /// <para>外部公益活动,用户公益行为同步</para>
    /// <para>External charity activities report the actions of their users</para>
    /// <para>同一渠道内 event_id 幂等：内容相同返回首次结果，内容不同返回 409</para>
    /// <para>Idempotent by event_id within the channel: equal content gets the first answer, other content 409</para>
    /// </summary>
    public class AlibabaCharityUseractionSyncRequest : TopRequest<AlibabaCharityUseractionSyncResponse>
    {
        private static readonly ApiFacts Facts =
            new ApiFacts(
                "alibaba.charity.useraction.sync",
                "alibaba_charity_useraction_sync_response",
                Repeat.SameBytes,
                TimeSpan.FromMilliseconds(5000),
                new ApiOutcome("result.success", "true", "result.code"),
                new KnownError(
                    true, "400", null,
                    new Bilingual("ori_content 里的数量不合规则", "The quantity in ori_content does not fit the rule"),
                    new Bilingual("按子类型的规则填写整数数量", "Send the quantity that the sub-type asks for, as a JSON integer"),
                    RetryKind.Never),
                new KnownError(
                    true, "403", null,
                    new Bilingual("渠道无权限，或用户已取消授权", "The channel is not allowed, or the user withdrew the authorisation"),
                    new Bilingual("请平台开通渠道，或请用户重新授权", "Have the channel enabled, or ask the user to authorise again"),
                    RetryKind.Never),
                new KnownError(
                    true, "404", null,
                    new Bilingual("活动、子类型或用户不存在", "Unknown activity, sub-type or user"),
                    new Bilingual("核对 activity_id、charity_type_sub_code 与用户", "Check activity_id, charity_type_sub_code and the user"),
                    RetryKind.Never),
                new KnownError(
                    true, "409", null,
                    new Bilingual("event_id 已用于其他内容，或两个用户标识指向不同的人", "event_id was used with other content, or the two user ids belong to different people"),
                    new Bilingual("新的动作用新的 event_id；核对用户标识", "Use a new event_id for a new action; check the user ids"),
                    RetryKind.Never),
                new KnownError(
                    true, "410", null,
                    new Bilingual("不在活动时间内，或已超过补报期限", "Outside the time of the activity, or past the period for late reports"),
                    new Bilingual("核对 charity_timestamp 与活动时间", "Check charity_timestamp against the time of the activity"),
                    RetryKind.Never),
                new KnownError(
                    true, "412", null,
                    new Bilingual("未报名活动", "The user is not registered for the activity"),
                    new Bilingual("请用户先报名，或在允许时传 fore_reg_activity=true", "Have the user register, or send fore_reg_activity=true where that is allowed"),
                    RetryKind.Never),
                new KnownError(
                    true, "423", null,
                    new Bilingual("用户已被限制", "The user is blocked"),
                    new Bilingual("请联系平台", "Contact the platform owner"),
                    RetryKind.Never));

        public override ApiFacts GetApiFacts()
        {
            return Facts;
        }

        public override AlibabaCharityUseractionSyncResponse NewResponse()
        {
            return new AlibabaCharityUseractionSyncResponse();
        }

        /// <summary>
        /// 用户公益行为
        /// <para>The charity action</para>
        /// <para>As the text that travels: JSON.</para>
        /// </summary>
        public string ChannelUserActionDto
        {
            get => Wire.Parameter(this, "channel_user_action_dto");
            set => SetRawMember("channel_user_action_dto", value);
        }

        /// <summary>
        /// 用户公益行为
        /// <para>The charity action</para>
        /// <para>tb_user_id 与 third_user_key 至少一个</para>
        /// <para>At least one of tb_user_id and third_user_key</para>
        /// </summary>
        public ChannelUserActionDtoDomain ChannelUserActionDto_
        {
            get => Wire.Struct<ChannelUserActionDtoDomain>(this, "channel_user_action_dto");
            set => SetRawMember("channel_user_action_dto", value);
        }

        protected override object Documented(string name)
        {
            switch (name)
            {
                case "channel_user_action_dto":
                    return ChannelUserActionDto;
                default:
                    return base.Documented(name);
            }
        }

        /// <summary>
        /// 用户公益行为
        /// <para>The charity action</para>
        /// </summary>
        public class ChannelUserActionDtoDomain : TopObject
        {
            /// <summary>
            /// 活动ID
            /// <para>Activity id</para>
            /// <para>≥ 1</para>
            /// </summary>
            public long? ActivityId
            {
                get => Wire.Int64(this, "activity_id");
                set => SetRawMember("activity_id", value);
            }

            /// <summary>
            /// 唯一的动作ID,渠道范围内唯一,幂等控制
            /// <para>Id of the action, unique within the channel; controls idempotency</para>
            /// <para>1–64 个可见 ASCII 字符，不含空格</para>
            /// <para>1 to 64 visible ASCII characters, no spaces</para>
            /// </summary>
            public string EventId
            {
                get => Wire.Text(this, "event_id");
                set => SetRawMember("event_id", value);
            }

            /// <summary>
            /// 淘宝ID
            /// <para>Taobao user id</para>
            /// <para>≥ 1</para>
            /// </summary>
            public long? TbUserId
            {
                get => Wire.Int64(this, "tb_user_id");
                set => SetRawMember("tb_user_id", value);
            }

            /// <summary>
            /// 做公益当时的时间戳
            /// <para>The time of the action in epoch milliseconds</para>
            /// <para>与 charity_timestamp 不一致时以后者为准</para>
            /// <para>charity_timestamp wins when the two differ</para>
            /// </summary>
            public long? TimestampLong
            {
                get => Wire.Int64(this, "timestamp_long");
                set => SetRawMember("timestamp_long", value);
            }

            /// <summary>
            /// 公益类型子代码
            /// <para>Sub-type of the action</para>
            /// <para>大写字母、数字、下划线；不填则取活动的默认值</para>
            /// <para>Upper-case letters, digits, underscore; absent: the default of the activity</para>
            /// </summary>
            public string CharityTypeSubCode
            {
                get => Wire.Text(this, "charity_type_sub_code");
                set => SetRawMember("charity_type_sub_code", value);
            }

            /// <summary>
            /// 是否强制报名活动,默认false
            /// <para>Whether to register the user for the activity by force; false by default</para>
            /// </summary>
            public bool? ForeRegActivity
            {
                get => Wire.Flag(this, "fore_reg_activity");
                set => SetRawMember("fore_reg_activity", value);
            }

            /// <summary>
            /// 扩展属性
            /// <para>Further attributes</para>
            /// <para>JSON 对象文本，≤4KB，值为标量</para>
            /// <para>Text of a JSON object of scalars, up to 4 KB</para>
            /// </summary>
            public string FeaturesMap
            {
                get => Wire.Text(this, "features_map");
                set => SetRawMember("features_map", value);
            }

            /// <summary>
            /// 公益感言
            /// <para>Words of the user</para>
            /// <para>≤4KB，建议 500 字以内</para>
            /// <para>Up to 4 KB, better under 500 characters</para>
            /// </summary>
            public string Feeling
            {
                get => Wire.Text(this, "feeling");
                set => SetRawMember("feeling", value);
            }

            /// <summary>
            /// 做公益当时的时间
            /// <para>When the good was done</para>
            /// <para>北京时间，不晚于当前 5 分钟，须在活动时间内</para>
            /// <para>Beijing time, at most 5 minutes ahead, within the time of the activity</para>
            /// </summary>
            public DateTime? CharityTimestamp
            {
                get => Wire.Moment(this, "charity_timestamp");
                set => SetRawMember("charity_timestamp", value);
            }

            /// <summary>
            /// 原生公益行为内容,JSON
            /// <para>The action as the channel keeps it, in JSON</para>
            /// <para>JSON 文本，≤16KB；按规则取其中的数量</para>
            /// <para>JSON text up to 16 KB; quantities for the hours are read from it</para>
            /// </summary>
            public string OriContent
            {
                get => Wire.Text(this, "ori_content");
                set => SetRawMember("ori_content", value);
            }

            /// <summary>
            /// 三方用户标识
            /// <para>The user at the third party</para>
            /// <para>≤128 字符</para>
            /// <para>Up to 128 characters</para>
            /// </summary>
            public string ThirdUserKey
            {
                get => Wire.Text(this, "third_user_key");
                set => SetRawMember("third_user_key", value);
            }

            /// <summary>
            /// 版本
            /// <para>Version</para>
            /// <para>"1" 用 tb_user_id，"2" 可用 third_user_key；其他按最新处理</para>
            /// <para>"1" uses tb_user_id, "2" allows third_user_key; others count as newest</para>
            /// </summary>
            public string Version
            {
                get => Wire.Text(this, "version");
                set => SetRawMember("version", value);
            }

            protected override object Documented(string name)
            {
                switch (name)
                {
                    case "activity_id":
                        return ActivityId;
                    case "event_id":
                        return EventId;
                    case "tb_user_id":
                        return TbUserId;
                    case "timestamp_long":
                        return TimestampLong;
                    case "charity_type_sub_code":
                        return CharityTypeSubCode;
                    case "fore_reg_activity":
                        return ForeRegActivity;
                    case "features_map":
                        return FeaturesMap;
                    case "feeling":
                        return Feeling;
                    case "charity_timestamp":
                        return CharityTimestamp;
                    case "ori_content":
                        return OriContent;
                    case "third_user_key":
                        return ThirdUserKey;
                    case "version":
                        return Version;
                    default:
                        return base.Documented(name);
                }
            }
        }
    }
}
