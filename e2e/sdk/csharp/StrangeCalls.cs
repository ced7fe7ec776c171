using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Topgate.Api;
using Topgate.Api.Internal;
using Topgate.Api.Request;
using Topgate.Api.Response;

/// <summary>The calls of the scenarios, and what their answers say.</summary>
internal static class StrangeCalls
{
    internal static async Task<TopResponse> Send(TopgateClient client, string call, string session)
    {
        switch (call)
        {
            case "charity":
                return await client.CallAsync(Charity(), session);
            case "insurance":
                return await client.CallAsync(Insurance(), session);
            case "house":
                return await client.CallAsync(House(), session);
            case "tag":
                return await client.CallAsync(Tag(), session);
            case "fetch":
                return await client.CallAsync(Fetch(), session);
            case "time":
                return await client.CallAsync(new TimeGetRequest(), session);
            case "strange":
                return await client.CallAsync(Strange(), session);
            case "strange-file":
                StrangeCallRequest request = Strange();
                request.Picture = new FileItem(
                    "a.png", new byte[] { 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x00, 0xff, 0x2d, 0x2d });
                return await client.CallAsync(request, session);
            default:
                throw new ArgumentException(call);
        }
    }

    private static AlibabaCharityUseractionSyncRequest Charity()
    {
        return new AlibabaCharityUseractionSyncRequest
        {
            ChannelUserActionDto_ = new AlibabaCharityUseractionSyncRequest.ChannelUserActionDtoDomain
            {
                ActivityId = 12345,
                EventId = "UNI_9901",
                ForeRegActivity = false,
                Feeling = "a+b&c=d %25 “中文”\n第二行\t😀 \\ \" / <x>",
                CharityTimestamp = new DateTime(2019, 8, 8, 4, 0, 0, DateTimeKind.Utc),
                ThirdUserKey = "123",
            },
        };
    }

    private static AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest Insurance()
    {
        var param0 =
            new AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest.InstSyncUserBehaviorInfoRequestDomain
            {
                AdvertiseOrgUrl = "https://ihealth.example.com/a?b=1&c=优矩-抖音",
                InstProductId = "CU95",
                BehaviorType = "START_UNDERWRITING",
                FlowId = 1800001886002007960,
                BehaviorTime = "2022-02-23 18:46:04",
            };
        return new AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest { Param0_ = param0 };
    }

    private static TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest House()
    {
        return new TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest
        {
            Req_ = new TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest
                .CustomerClueOutInvestDataBackFlowReqDomain
            {
                Type = 1,
                Data = "[{\"id\":64,\"statisticsDate\":\"2022-04-02\"}]",
            },
        };
    }

    private static RetailUserTagMobileAddRequest Tag()
    {
        return new RetailUserTagMobileAddRequest
        {
            BizCode = "STRANGE",
            AlipayUserId = "2088000000000001",
            ExtParam = "{\"mobile\":\"13800138000\"}",
        };
    }

    private static AlibabaAlihealthFollowupFetchRequest Fetch()
    {
        return new AlibabaAlihealthFollowupFetchRequest
        {
            Request1 = "{\"session_id\":\"78bfcced948a65d29c5c77f1cd3367a2\"}",
        };
    }

    private static StrangeCallRequest Strange()
    {
        DateTime when = DateTime.Parse("2024-02-29 23:59:59");
        return new StrangeCallRequest
        {
            Class = "reserved",
            N2fa = "digit",
            AB = "1",
            AB2 = "2",
            AB3 = "3",
            Numbers_ = new List<long> { 1, long.MinValue },
            Tags = "a,中文",
            When = when,
            Price = "0.10",
            Flag = true,
            Small = 7,
            Payload = "{\"a\":1}",
            Anything = new Dictionary<string, object> { { "b", new List<object> { 1L, null } } },
            Rows_ = new List<StrangeCallRequest.StrangeRowDomain>
            {
                new StrangeCallRequest.StrangeRowDomain
                {
                    Id = long.MaxValue,
                    When = when,
                    Tags = new List<string> { "a", "b" },
                    Inner = new StrangeCallRequest.ClassDomain { Class = "x" },
                },
                new StrangeCallRequest.StrangeRowDomain
                {
                    Id = 2,
                    Inner = new StrangeCallRequest.ClassDomain { Class = "y" },
                },
            },
        };
    }

    /// <summary>The object <c>result</c> of a charity answer; null of others.</summary>
    internal static TopObject Inner(TopResponse response)
    {
        return (response as AlibabaCharityUseractionSyncResponse)?.Result;
    }

    internal static Dictionary<string, object> Fields(TopResponse response)
    {
        if (response is AlibabaCharityUseractionSyncResponse charity)
        {
            return new Dictionary<string, object>
            {
                { "msg", charity.Result.Msg },
                { "code", charity.Result.Code?.ToString() },
                { "success", Text(charity.Result.Success) },
                { "event_id", charity.Result.Data?.EventId },
                { "charity_hours", charity.Result.Data?.CharityHours },
            };
        }
        if (response is AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse insurance)
        {
            return new Dictionary<string, object>
            {
                { "result_status", insurance.ResultStatus },
                { "data", Text(insurance.Data) },
                { "result_code", insurance.ResultCode },
                { "result_msg", insurance.ResultMsg },
            };
        }
        if (response is TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse house)
        {
            return new Dictionary<string, object>
            {
                { "code", house.Result.Code },
                { "msg", house.Result.Msg },
                { "success", house.Result.Success },
            };
        }
        if (response is RetailUserTagMobileAddResponse tag)
        {
            return new Dictionary<string, object>
            {
                { "result", Text(tag.Result) },
                { "tag_success", Text(tag.Module?.TagSuccess) },
                { "use_type", tag.Module?.UseType },
                { "errors", Joined(tag.ErrorInfos, error => error.OuterErrorCode) },
            };
        }
        return MoreFields(response);
    }

    private static Dictionary<string, object> MoreFields(TopResponse response)
    {
        if (response is AlibabaAlihealthFollowupFetchResponse fetch)
        {
            return new Dictionary<string, object>
            {
                { "success", Text(fetch.Result1.Success) },
                { "msg_code", fetch.Result1.MsgCode },
                {
                    "messages",
                    Joined(
                        fetch.Result1.DialogList,
                        one => one.Id + ":" + one.TimeStamp + ":" + one.RsType)
                },
            };
        }
        if (response is TimeGetResponse time)
        {
            return new Dictionary<string, object> { { "time", Text(time.Time) } };
        }
        var strange = (StrangeCallResponse)response;
        return new Dictionary<string, object>
        {
            { "class", strange.Class },
            { "body", strange.Body_ },
            { "code", strange.Code },
            { "numbers", Joined(strange.Numbers, number => number.ToString()) },
            { "names", Joined(strange.Names, name => name) },
            { "when", Text(strange.When) },
            { "price", strange.Price },
            { "rows", Joined(strange.Rows, row => row.Id + ":" + row.Inner.Class) },
            { "anything", JsonWriter.Write(strange.Anything) },
        };
    }

    private static string Text(bool? flag)
    {
        return flag == null ? null : flag.Value ? "true" : "false";
    }

    private static string Text(DateTime? moment)
    {
        return moment == null ? null : BeijingTime.Format(moment.Value);
    }

    private static string Joined<I>(List<I> items, Func<I, string> text)
    {
        return items == null ? null : string.Join(",", items.Select(text));
    }
}
