using System;
using System.Collections.Generic;
using Topgate.Api.Internal;

namespace Topgate.Api.Response
{
    /// <summary>
    /// The answer.
    /// <para>获取系统当前时间</para>
    /// <para>The present time of the platform</para>
    /// </summary>
    public class TimeGetResponse : TopResponse
    {
        /// <summary>
        /// 系统当前时间
        /// <para>Beijing time</para>
        /// </summary>
        public DateTime? Time => Wire.Moment(this, "time");

        protected override object Documented(string name)
        {
            switch (name)
            {
                case "time":
                    return Time;
                default:
                    return base.Documented(name);
            }
        }
    }
}
