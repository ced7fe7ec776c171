using System;
using System.Collections.Generic;
using Topgate.Api.Internal;

namespace Topgate.Api.Response
{
    /// <summary>
    /// The answer.
    /// <para>获取ISV发起请求服务器IP</para>
    /// <para>The address that the caller is seen with</para>
    /// </summary>
    public class AppipGetResponse : TopResponse
    {
        /// <summary>
        /// ISV发起请求服务器IP
        /// <para>Address</para>
        /// </summary>
        public string Ip => Wire.Text(this, "ip");

        protected override object Documented(string name)
        {
            switch (name)
            {
                case "ip":
                    return Ip;
                default:
                    return base.Documented(name);
            }
        }
    }
}
