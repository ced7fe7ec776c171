using System;
using System.Collections.Generic;
using Topgate.Api.Internal;

namespace Topgate.Api.Response
{
    /// <summary>
    /// The answer.
    /// <para>用户公益行为同步</para>
    /// <para>Report a charity action of a user</para>
    /// </summary>
    public class AlibabaCharityUseractionSyncResponse : TopResponse
    {
        /// <summary>
        /// 结果
        /// <para>Result</para>
        /// </summary>
        public ThreehoursResultDomain Result => Wire.Struct<ThreehoursResultDomain>(this, "result");

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
        /// 结果
        /// <para>Result</para>
        /// </summary>
        public class UserActionSyncResultDomain : TopObject
        {
            /// <summary>
            /// 唯一的事件ID
            /// <para>Id of the action</para>
            /// </summary>
            public string EventId => Wire.Text(this, "event_id");

            /// <summary>
            /// 本次同步获得的公益时
            /// <para>Charity hours earned by this call, one decimal</para>
            /// </summary>
            public string CharityHours => Wire.Text(this, "charity_hours");

            protected override object Documented(string name)
            {
                switch (name)
                {
                    case "event_id":
                        return EventId;
                    case "charity_hours":
                        return CharityHours;
                    default:
                        return base.Documented(name);
                }
            }
        }

        /// <summary>
        /// 结果
        /// <para>Result</para>
        /// </summary>
        public class ThreehoursResultDomain : TopObject
        {
            /// <summary>
            /// 消息
            /// <para>Message</para>
            /// </summary>
            public string Msg => Wire.Text(this, "msg");

            /// <summary>
            /// 错误码
            /// <para>Code; 200 is success</para>
            /// </summary>
            public long? Code => Wire.Int64(this, "code");

            /// <summary>
            /// 结果
            /// <para>Result</para>
            /// </summary>
            public UserActionSyncResultDomain Data => Wire.Struct<UserActionSyncResultDomain>(this, "data");

            /// <summary>
            /// 是否成功
            /// <para>Whether it succeeded</para>
            /// </summary>
            public bool? Success => Wire.Flag(this, "success");

            protected override object Documented(string name)
            {
                switch (name)
                {
                    case "msg":
                        return Msg;
                    case "code":
                        return Code;
                    case "data":
                        return Data;
                    case "success":
                        return Success;
                    default:
                        return base.Documented(name);
                }
            }
        }
    }
}
