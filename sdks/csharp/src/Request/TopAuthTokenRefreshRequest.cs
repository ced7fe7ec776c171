using System;
using System.Collections.Generic;
using Topgate.Api.Internal;
using Topgate.Api.Response;

namespace Topgate.Api.Request
{
    /// <summary>
    /// 刷新Access Token
    /// <para>Get a new session key for a refresh token</para>
    /// <para>taobao.top.auth.token.refresh</para>
    /// <para>用 refresh_token 换取新的 SessionKey 与新的 refresh_token</para>
    /// <para>Gives a new session key and a new refresh token for a refresh token</para>
    /// <para>不可重复：refresh_token 第二次出现时，同一授权下的所有 SessionKey 作废</para>
    /// <para>Never repeat it: a refresh token that comes a second time ends every session key of the authorisation</para>
    /// </summary>
    public class TopAuthTokenRefreshRequest : TopRequest<TopAuthTokenRefreshResponse>
    {
        private static readonly ApiFacts Facts =
            new ApiFacts(
                "taobao.top.auth.token.refresh",
                "top_auth_token_refresh_response",
                Repeat.SameBytes,
                TimeSpan.FromMilliseconds(5000),
                null);

        public override ApiFacts GetApiFacts()
        {
            return Facts;
        }

        public override TopAuthTokenRefreshResponse NewResponse()
        {
            return new TopAuthTokenRefreshResponse();
        }

        /// <summary>
        /// 与上一个 SessionKey 一同得到的 refresh_token，只能用一次
        /// <para>The refresh token that came with the last session key; it counts once</para>
        /// <para>≤128 字符</para>
        /// <para>Up to 128 characters</para>
        /// </summary>
        public string RefreshToken
        {
            get => Wire.Text(this, "refresh_token");
            set => SetRawMember("refresh_token", value);
        }

        protected override object Documented(string name)
        {
            switch (name)
            {
                case "refresh_token":
                    return RefreshToken;
                default:
                    return base.Documented(name);
            }
        }
    }
}
