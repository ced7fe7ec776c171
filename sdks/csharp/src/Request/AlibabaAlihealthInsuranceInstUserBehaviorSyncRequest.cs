using System;
using System.Collections.Generic;
using Topgate.Api.Internal;
using Topgate.Api.Response;

namespace Topgate.Api.Request
{
    /// <summary>
    /// 保司向我方同步用户行为信息
    /// <para>An insurer reports a step of a user</para>
    /// <para>alibaba.alihealth.insurance.inst.user.behavior.sync</para>
    /// <para>保司向我方同步用户行为信息</para>
    /// <para>An insurer reports a step of a user</para>
    /// <para>同一流程、点击、产品、行为与时间（到秒）只记一次，重复返回 SUCCESS</para>
    /// <para>The same flow, click, product, step and second count once; a repeat answers SUCCESS</para>
    /// </summary>
    public class AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest : TopRequest<AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse>
    {
        private static readonly ApiFacts Facts =
            new ApiFacts(
                "alibaba.alihealth.insurance.inst.user.behavior.sync",
                "alibaba_alihealth_insurance_inst_user_behavior_sync_response",
                Repeat.SameBytes,
                TimeSpan.FromMilliseconds(5000),
                new ApiOutcome("result_status", "SUCCESS", "result_code"),
                new KnownError(
                    true, "PRODUCT_NOT_FOUND", null,
                    new Bilingual("产品未登记", "The product is not registered for this insurer"),
                    new Bilingual("核对 inst_product_id，或请平台登记产品", "Check inst_product_id, or have the product registered"),
                    RetryKind.Never));

        public override ApiFacts GetApiFacts()
        {
            return Facts;
        }

        public override AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse NewResponse()
        {
            return new AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse();
        }

        /// <summary>
        /// request
        /// <para>As the text that travels: JSON.</para>
        /// </summary>
        public string Param0
        {
            get => Wire.Parameter(this, "param0");
            set => SetRawMember("param0", value);
        }

        /// <summary>
        /// request
        /// <para>文档标为可选；不传或为空则返回 isv.invalid-parameter</para>
        /// <para>Marked optional; without it the call is refused with isv.invalid-parameter</para>
        /// </summary>
        public InstSyncUserBehaviorInfoRequestDomain Param0_
        {
            get => Wire.Struct<InstSyncUserBehaviorInfoRequestDomain>(this, "param0");
            set => SetRawMember("param0", value);
        }

        protected override object Documented(string name)
        {
            switch (name)
            {
                case "param0":
                    return Param0;
                default:
                    return base.Documented(name);
            }
        }

        /// <summary>request</summary>
        public class InstSyncUserBehaviorInfoRequestDomain : TopObject
        {
            /// <summary>
            /// 广告url
            /// <para>Landing URL of the advertisement, macros filled in</para>
            /// <para>≤16KB；无法解析的地址照收并标记，不影响结果</para>
            /// <para>Up to 16 KB; an unusable URL is kept and flagged, never refused</para>
            /// </summary>
            public string AdvertiseOrgUrl
            {
                get => Wire.Text(this, "advertise_org_url");
                set => SetRawMember("advertise_org_url", value);
            }

            /// <summary>
            /// 保司产品ID
            /// <para>Product id of the insurer</para>
            /// <para>1–64 位字母、数字、_、-</para>
            /// <para>1 to 64 letters, digits, _ or -</para>
            /// </summary>
            public string InstProductId
            {
                get => Wire.Text(this, "inst_product_id");
                set => SetRawMember("inst_product_id", value);
            }

            /// <summary>
            /// 推广位名称
            /// <para>Name of the promotion slot, agency-medium</para>
            /// <para>建议 128 字以内</para>
            /// <para>Better under 128 characters</para>
            /// </summary>
            public string ChannelSourceName
            {
                get => Wire.Text(this, "channel_source_name");
                set => SetRawMember("channel_source_name", value);
            }

            /// <summary>
            /// 保司goodsCode
            /// <para>Sales code of the insurer</para>
            /// <para>≤64 字符</para>
            /// <para>Up to 64 characters</para>
            /// </summary>
            public string InstGoodsCode
            {
                get => Wire.Text(this, "inst_goods_code");
                set => SetRawMember("inst_goods_code", value);
            }

            /// <summary>
            /// 用户行为类型
            /// <para>Which step</para>
            /// <para>大写字母开头，大写字母、数字、下划线，2–64 位；未登记的名称也收</para>
            /// <para>Upper case, digits, underscore, 2 to 64; names not registered are accepted too</para>
            /// </summary>
            public string BehaviorType
            {
                get => Wire.Text(this, "behavior_type");
                set => SetRawMember("behavior_type", value);
            }

            /// <summary>
            /// flowId(用户跳转到众安时,由阿里健康提供)
            /// <para>Number of the insurance flow, issued at the jump to the insurer</para>
            /// <para>≥ 1</para>
            /// </summary>
            public long? FlowId
            {
                get => Wire.Int64(this, "flow_id");
                set => SetRawMember("flow_id", value);
            }

            /// <summary>
            /// 行为时间点
            /// <para>When it happened</para>
            /// <para>北京时间 yyyy-MM-dd HH:mm:ss，不晚于当前 5 分钟</para>
            /// <para>Beijing time, yyyy-MM-dd HH:mm:ss, at most 5 minutes ahead</para>
            /// </summary>
            public string BehaviorTime
            {
                get => Wire.Text(this, "behavior_time");
                set => SetRawMember("behavior_time", value);
            }

            protected override object Documented(string name)
            {
                switch (name)
                {
                    case "advertise_org_url":
                        return AdvertiseOrgUrl;
                    case "inst_product_id":
                        return InstProductId;
                    case "channel_source_name":
                        return ChannelSourceName;
                    case "inst_goods_code":
                        return InstGoodsCode;
                    case "behavior_type":
                        return BehaviorType;
                    case "flow_id":
                        return FlowId;
                    case "behavior_time":
                        return BehaviorTime;
                    default:
                        return base.Documented(name);
                }
            }
        }
    }
}
