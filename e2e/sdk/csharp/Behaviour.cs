using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Topgate.Api;
using Topgate.Api.Internal;
using Topgate.Api.Request;
using Topgate.Api.Response;

/// <summary>
/// What is special to C#; the answers come from the strange server. Prints one JSON object.
/// </summary>
public static class Behaviour
{
    private const string Secret = "strange-密钥-9f3c";

    public static void Main(string[] args)
    {
        string server = args[0];
        var results = new Dictionary<string, object>
        {
            { "a refusal is in the answer of Execute", Refused(server + "/errors/0") },
            { "a page is an exception of Execute", Thrown(() => Top(server + "/transport/2")) },
            { "a bad address is refused at once", Thrown(() => Client("ftp://a")) },
            { "a format that is none is refused at once", Thrown(() => InFormat(server)) },
            { "an observer that throws breaks nothing", Observed(server + "/envelopes/0") },
            { "a further parameter travels", Further(server + "/encoding/3") },
            { "cancelling ends a call", Cancelled(server + "/transport/21") },
            { "a moment of no kind is Beijing's", Wire(DateTimeKind.Unspecified) },
            { "a moment of UTC is converted", Wire(DateTimeKind.Utc) },
            { "an answer is read when it arrives", Shared(server + "/envelopes/2") },
            { "objects show no values", Shown() },
            { "clients show no secret", Client(server).ToString().Contains(Secret) },
        };
        Console.WriteLine(JsonWriter.Write(results));
    }

    private static TopgateClient Client(string url, TopgateOptions options = null)
    {
        return new TopgateClient(url, "12345678", Secret, options);
    }

    private static TimeGetResponse Top(string url)
    {
        return new DefaultTopClient(url, "12345678", Secret).Execute(new TimeGetRequest());
    }

    private static object InFormat(string url)
    {
        return new DefaultTopClient(url, "12345678", Secret, "yaml");
    }

    private static string Refused(string url)
    {
        TimeGetResponse answer = Top(url);
        return answer.IsError + " " + answer.ErrCode + " " + answer.ErrMsg + " " + answer.SubErrCode + " "
            + answer.RequestId + " " + answer.Body.Length;
    }

    private static string Thrown(Func<object> action)
    {
        try
        {
            return action().ToString();
        }
        catch (Exception error)
        {
            return error.GetType().Name;
        }
    }

    private static bool Observed(string url)
    {
        var options = new TopgateOptions
        {
            Observer = tried => { throw new InvalidOperationException("a broken log"); },
        };
        return Client(url, options).Call(new TimeGetRequest()).IsSuccess;
    }

    private static string Further(string url)
    {
        var request = new TimeGetRequest();
        request.AddOtherParameter("further", "值");
        return Thrown(() => Client(url).Call(request));
    }

    private static string Shared(string url)
    {
        TopObject answer = Client(url).Call(new AlibabaAlihealthFollowupFetchRequest());
        var result = (TopObject)answer.RawMember("result1");
        return ((IEnumerable<TopObject>)result.RawMember("dialog_list")).First().GetType().Name;
    }

    private static bool Cancelled(string url)
    {
        using (var cancellation = new CancellationTokenSource())
        {
            Task<TimeGetResponse> call =
                Client(url).CallAsync(new TimeGetRequest(), null, cancellation.Token);
            cancellation.Cancel();
            return Thrown(() => call.GetAwaiter().GetResult()).EndsWith("CanceledException");
        }
    }

    private static string Wire(DateTimeKind kind)
    {
        return BeijingTime.Format(new DateTime(2024, 2, 29, 23, 59, 59, kind));
    }

    private static string Shown()
    {
        var action = new AlibabaCharityUseractionSyncRequest.ChannelUserActionDtoDomain { EventId = "E1" };
        return action.ToString();
    }
}
