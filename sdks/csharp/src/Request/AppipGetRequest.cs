using System;
using System.Collections.Generic;
using Topgate.Api.Internal;
using Topgate.Api.Response;

namespace Topgate.Api.Request
{
    /// <summary>
    /// 获取ISV发起请求服务器IP
    /// <para>The address that the caller is seen with</para>
    /// <para>taobao.appip.get</para>
    /// <para>获取ISV发起请求服务器IP</para>
    /// <para>The address that the caller is seen with</para>
    /// <para>查询，可随时重复</para>
    /// <para>A query; repeat at will</para>
    /// </summary>
    public class AppipGetRequest : TopRequest<AppipGetResponse>
    {
        private static readonly ApiFacts Facts =
            new ApiFacts(
                "taobao.appip.get",
                "appip_get_response",
                Repeat.Free,
                TimeSpan.FromMilliseconds(3000),
                null);

        public override ApiFacts GetApiFacts()
        {
            return Facts;
        }

        public override AppipGetResponse NewResponse()
        {
            return new AppipGetResponse();
        }
    }
}
