using System;
using System.Collections.Generic;
using Topgate.Api.Internal;

namespace Topgate.Api.Response
{
    /// <summary>
    /// The answer.
    /// <para>获取Access Token</para>
    /// <para>Get a session key for an authorisation code</para>
    /// </summary>
    public class TopAuthTokenCreateResponse : TopResponse
    {
        /// <summary>
        /// JSON 文本，字段与 /oauth/token 的返回相同
        /// <para>JSON text with the members of the answer of /oauth/token</para>
        /// </summary>
        public string TokenResult => Wire.Text(this, "token_result");

        protected override object Documented(string name)
        {
            switch (name)
            {
                case "token_result":
                    return TokenResult;
                default:
                    return base.Documented(name);
            }
        }
    }
}
