using System;
using System.Collections.Generic;
using Topgate.Api.Internal;

namespace Topgate.Api.Response
{
    /// <summary>
    /// The answer.
    /// <para>会话消息撤回</para>
    /// <para>Recall a message of a follow-up chat</para>
    /// </summary>
    public class AlibabaAlihealthFollowupDialogrecordRecallResponse : TopResponse
    {
        /// <summary>
        /// 接口返回model
        /// <para>Result</para>
        /// </summary>
        public ResultDomain Result1 => Wire.Struct<ResultDomain>(this, "result1");

        protected override object Documented(string name)
        {
            switch (name)
            {
                case "result1":
                    return Result1;
                default:
                    return base.Documented(name);
            }
        }

        /// <summary>
        /// 接口返回model
        /// <para>Result</para>
        /// </summary>
        public class ResultDomain : TopObject
        {
            /// <summary>
            /// 是否撤回成功
            /// <para>Whether it is recalled</para>
            /// </summary>
            public bool? Model => Wire.Flag(this, "model");

            /// <summary>
            /// msgCode
            /// <para>Code; SUCCESS on success</para>
            /// </summary>
            public string MsgCode => Wire.Text(this, "msg_code");

            /// <summary>
            /// msgInfo
            /// <para>Message</para>
            /// </summary>
            public string MsgInfo => Wire.Text(this, "msg_info");

            /// <summary>
            /// 是否成功
            /// <para>Whether it succeeded</para>
            /// </summary>
            public bool? Success => Wire.Flag(this, "success");

            protected override object Documented(string name)
            {
                switch (name)
                {
                    case "model":
                        return Model;
                    case "msg_code":
                        return MsgCode;
                    case "msg_info":
                        return MsgInfo;
                    case "success":
                        return Success;
                    default:
                        return base.Documented(name);
                }
            }
        }
    }
}
