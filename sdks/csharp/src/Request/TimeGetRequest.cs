using System;
using System.Collections.Generic;
using Topgate.Api.Internal;
using Topgate.Api.Response;

namespace Topgate.Api.Request
{
    /// <summary>
    /// 获取系统当前时间
    /// <para>The present time of the platform</para>
    /// <para>taobao.time.get</para>
    /// <para>获取系统当前时间</para>
    /// <para>The present time of the platform</para>
    /// <para>查询，可随时重复</para>
    /// <para>A query; repeat at will</para>
    /// </summary>
    public class TimeGetRequest : TopRequest<TimeGetResponse>
    {
        private static readonly ApiFacts Facts =
            new ApiFacts(
                "taobao.time.get",
                "time_get_response",
                Repeat.Free,
                TimeSpan.FromMilliseconds(3000),
                null);

        public override ApiFacts GetApiFacts()
        {
            return Facts;
        }

        public override TimeGetResponse NewResponse()
        {
            return new TimeGetResponse();
        }
    }
}
