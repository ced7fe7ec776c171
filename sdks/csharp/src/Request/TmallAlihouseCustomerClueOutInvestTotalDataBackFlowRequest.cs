using System;
using System.Collections.Generic;
using Topgate.Api.Internal;
using Topgate.Api.Response;

namespace Topgate.Api.Request
{
    /// <summary>
    /// 外投统计数据回流接口
    /// <para>Report daily statistics of off-site advertising</para>
    /// <para>tmall.alihouse.customer.clue.out.invest.total.data.back.flow</para>
    /// <para>外投统计数据回流接口</para>
    /// <para>Report daily statistics of off-site advertising</para>
    /// <para>Needs the session key of a user.</para>
    /// <para>按（类型、业务、主体、日期）覆盖，updateTime 较新者生效；重复调用返回 success</para>
    /// <para>Upsert by kind, business, subject and day; the newer updateTime wins; a repeat succeeds</para>
    /// </summary>
    public class TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest : TopRequest<TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse>
    {
        private static readonly ApiFacts Facts =
            new ApiFacts(
                "tmall.alihouse.customer.clue.out.invest.total.data.back.flow",
                "tmall_alihouse_customer_clue_out_invest_total_data_back_flow_response",
                Repeat.SameBytes,
                TimeSpan.FromMilliseconds(10000),
                new ApiOutcome("result.success", "true", "result.code"),
                new KnownError(
                    true, "NO_PERMISSION", null,
                    new Bilingual("授权用户未绑定此合作方", "The user is not bound to this partner"),
                    new Bilingual("用已绑定的账号授权，或请平台绑定", "Authorise with the bound account, or have it bound"),
                    RetryKind.Never),
                new KnownError(
                    true, "SUBJECT_CONFLICT", null,
                    new Bilingual("行内的经纪人、门店或城市由其他合作方独占", "A subject or shop of a row is exclusive to another partner"),
                    new Bilingual("核对 id 与 store_id", "Check id and store_id"),
                    RetryKind.Never));

        public override ApiFacts GetApiFacts()
        {
            return Facts;
        }

        public override TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse NewResponse()
        {
            return new TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse();
        }

        /// <summary>
        /// 入参
        /// <para>Request</para>
        /// <para>As the text that travels: JSON.</para>
        /// </summary>
        public string Req
        {
            get => Wire.Parameter(this, "req");
            set => SetRawMember("req", value);
        }

        /// <summary>
        /// 入参
        /// <para>Request</para>
        /// </summary>
        public CustomerClueOutInvestDataBackFlowReqDomain Req_
        {
            get => Wire.Struct<CustomerClueOutInvestDataBackFlowReqDomain>(this, "req");
            set => SetRawMember("req", value);
        }

        protected override object Documented(string name)
        {
            switch (name)
            {
                case "req":
                    return Req;
                default:
                    return base.Documented(name);
            }
        }

        /// <summary>
        /// 入参
        /// <para>Request</para>
        /// </summary>
        public class CustomerClueOutInvestDataBackFlowReqDomain : TopObject
        {
            /// <summary>
            /// 类型 1.经纪人 2. 门店 3.城市
            /// <para>Kind: 1 broker, 2 shop, 3 city</para>
            /// <para>≥ 1</para>
            /// <para>≤ 3</para>
            /// </summary>
            public long? Type
            {
                get => Wire.Int64(this, "type");
                set => SetRawMember("type", value);
            }

            /// <summary>
            /// json数据
            /// <para>Rows as JSON text</para>
            /// <para>JSON 数组文本，≤5000 行、≤2MB（URL 编码前）；每行须有 statisticsDate（yyyy-MM-dd）</para>
            /// <para>Text of a JSON array, up to 5,000 rows and 2 MB before encoding; each row has statisticsDate</para>
            /// </summary>
            public string Data
            {
                get => Wire.Text(this, "data");
                set => SetRawMember("data", value);
            }

            protected override object Documented(string name)
            {
                switch (name)
                {
                    case "type":
                        return Type;
                    case "data":
                        return Data;
                    default:
                        return base.Documented(name);
                }
            }
        }
    }
}
