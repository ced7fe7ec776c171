using System;
using System.Collections.Generic;
using Topgate.Api.Internal;

namespace Topgate.Api.Response
{
    /// <summary>
    /// The answer.
    /// <para>外投统计数据回流接口</para>
    /// <para>Report daily statistics of off-site advertising</para>
    /// </summary>
    public class TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse : TopResponse
    {
        /// <summary>
        /// 响应
        /// <para>Response</para>
        /// </summary>
        public ResultDomain Result => Wire.Struct<ResultDomain>(this, "result");

        protected override object Documented(string name)
        {
            switch (name)
            {
                case "result":
                    return Result;
                default:
                    return base.Documented(name);
            }
        }

        /// <summary>
        /// 响应
        /// <para>Response</para>
        /// </summary>
        public class ResultDomain : TopObject
        {
            /// <summary>
            /// 返回码
            /// <para>Code; success on success</para>
            /// </summary>
            public string Code => Wire.Text(this, "code");

            /// <summary>
            /// 返回信息
            /// <para>Message</para>
            /// </summary>
            public string Msg => Wire.Text(this, "msg");

            /// <summary>
            /// 处理结果
            /// <para>"true" or "false", as text</para>
            /// </summary>
            public string Success => Wire.Text(this, "success");

            protected override object Documented(string name)
            {
                switch (name)
                {
                    case "code":
                        return Code;
                    case "msg":
                        return Msg;
                    case "success":
                        return Success;
                    default:
                        return base.Documented(name);
                }
            }
        }
    }
}
