using System;
using System.Collections.Generic;
using Topgate.Api.Internal;
using Topgate.Api.Response;

namespace Topgate.Api.Request
{
    /// <summary>
    /// 获取Access Token
    /// <para>Get a session key for an authorisation code</para>
    /// <para>taobao.top.auth.token.create</para>
    /// <para>用户授权后，用授权码 code 换取 SessionKey 与 refresh_token</para>
    /// <para>After the user has authorised, gives a session key and a refresh token for the code</para>
    /// <para>不可重复：code 第二次出现时，由它得到的所有 SessionKey 作废</para>
    /// <para>Never repeat it: a code that comes a second time ends every session key that came from it</para>
    /// </summary>
    public class TopAuthTokenCreateRequest : TopRequest<TopAuthTokenCreateResponse>
    {
        private static readonly ApiFacts Facts =
            new ApiFacts(
                "taobao.top.auth.token.create",
                "top_auth_token_create_response",
                Repeat.SameBytes,
                TimeSpan.FromMilliseconds(5000),
                null);

        public override ApiFacts GetApiFacts()
        {
            return Facts;
        }

        public override TopAuthTokenCreateResponse NewResponse()
        {
            return new TopAuthTokenCreateResponse();
        }

        /// <summary>
        /// 授权码，授权成功后附在回调地址上；60 秒内有效，只能用一次
        /// <para>The authorisation code that came back to the redirect address; it counts once, for 60 s</para>
        /// <para>授权时带有 code_challenge 的 code 请到 /oauth/token 换取，那里可以传 code_verifier</para>
        /// <para>A code that was asked for with code_challenge goes to /oauth/token with its code_verifier</para>
        /// </summary>
        public string Code
        {
            get => Wire.Text(this, "code");
            set => SetRawMember("code", value);
        }

        /// <summary>
        /// TOP 客户端可能发送的标识，此处不使用
        /// <para>An id that TOP clients may send; it is not used here</para>
        /// <para>≤128 字符</para>
        /// <para>Up to 128 characters</para>
        /// </summary>
        public string Uuid
        {
            get => Wire.Text(this, "uuid");
            set => SetRawMember("uuid", value);
        }

        protected override object Documented(string name)
        {
            switch (name)
            {
                case "code":
                    return Code;
                case "uuid":
                    return Uuid;
                default:
                    return base.Documented(name);
            }
        }
    }
}
