using System;
using System.Collections.Generic;
using Topgate.Api.Internal;

namespace Topgate.Api.Response
{
    /// <summary>
    /// The answer.
    /// <para>保司向我方同步用户行为信息</para>
    /// <para>An insurer reports a step of a user</para>
    /// </summary>
    public class AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse : TopResponse
    {
        /// <summary>
        /// 响应状态
        /// <para>SUCCESS or FAIL</para>
        /// </summary>
        public string ResultStatus => Wire.Text(this, "result_status");

        /// <summary>
        /// 行为数据同步结果
        /// <para>Whether the step is recorded</para>
        /// </summary>
        public bool? Data => Wire.Flag(this, "data");

        /// <summary>
        /// 响应码
        /// <para>Code</para>
        /// </summary>
        public string ResultCode => Wire.Text(this, "result_code");

        /// <summary>
        /// 响应消息
        /// <para>Message</para>
        /// </summary>
        public string ResultMsg => Wire.Text(this, "result_msg");

        protected override object Documented(string name)
        {
            switch (name)
            {
                case "result_status":
                    return ResultStatus;
                case "data":
                    return Data;
                case "result_code":
                    return ResultCode;
                case "result_msg":
                    return ResultMsg;
                default:
                    return base.Documented(name);
            }
        }
    }
}
