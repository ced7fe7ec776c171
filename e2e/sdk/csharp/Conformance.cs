using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Topgate.Api;
using Topgate.Api.Internal;

/// <summary>
/// Goes through the shared vectors and scenarios; see e2e/sdk/testing/scenarios.ts.
/// </summary>
public static class Conformance
{
    private const string Secret = "strange-密钥-9f3c";
    private const string Session = "strange-session-0123456789";
    private static readonly object Output = new object();

    public static void Main(string[] args)
    {
        VectorLines.Print(args[0]);
        Run(args[0], args[1]).GetAwaiter().GetResult();
    }

    internal static IReadOnlyDictionary<string, object> Read(string vectors, string file)
    {
        string text = File.ReadAllText(Path.Combine(vectors, file + ".json"));
        return (IReadOnlyDictionary<string, object>)JsonReader.Read(text);
    }

    internal static void PrintLine(string name, Dictionary<string, object> result)
    {
        var line = new Dictionary<string, object> { { "scenario", name }, { "result", result } };
        lock (Output) Console.WriteLine(JsonWriter.Write(line));
    }

    private static Task Run(string vectors, string serverUrl)
    {
        var all = new List<Task>();
        foreach (string file in new[] { "encoding", "envelopes", "errors", "transport" })
        {
            var scenarios = (List<object>)Read(vectors, file)["scenarios"];
            for (int index = 0; index < scenarios.Count; index++)
            {
                var scenario = (IReadOnlyDictionary<string, object>)scenarios[index];
                all.Add(Play(file + "/" + index, scenario, serverUrl));
            }
        }
        return Task.WhenAll(all);
    }

    private static async Task Play(
        string name, IReadOnlyDictionary<string, object> scenario, string serverUrl)
    {
        var options = Member(scenario, "options") as IReadOnlyDictionary<string, object>
            ?? new Dictionary<string, object>();
        string url = (string)Member(scenario, "gateway") ?? serverUrl + "/" + name;
        var result = new Dictionary<string, object>();
        using (var client = new TopgateClient(url, "12345678", Secret, Options(options)))
        {
            var call = (string)scenario["call"];
            string session = call == "house" ? Session : null;
            long times = (long?)Member(options, "times") ?? 1;
            for (long time = 0; time < times; time++)
            {
                result = await Call(() => StrangeCalls.Send(client, call, session));
            }
        }
        PrintLine(name, result);
    }

    private static TopgateOptions Options(IReadOnlyDictionary<string, object> given)
    {
        var options = new TopgateOptions { Observer = tried => Console.Error.WriteLine(tried) };
        if (Member(given, "signMethod") is string method) options.SignMethod = MethodOf(method);
        if (Member(given, "format") is string format) options.Format = WireNames.FormatOf(format);
        if (Member(given, "readTimeoutMs") is long ms)
        {
            options.ReadTimeout = TimeSpan.FromMilliseconds(ms);
        }
        if (Member(given, "bodyBytesMax") is long bytes) options.AnswerBytesMax = (int)bytes;
        if (Member(given, "triesMax") is long tries)
        {
            options.RetryPolicy = new RetryPolicy((int)tries);
        }
        return options;
    }

    internal static SignMethod MethodOf(string wireName)
    {
        return Enum.GetValues(typeof(SignMethod)).Cast<SignMethod>()
            .First(method => WireNames.Of(method) == wireName);
    }

    private static async Task<Dictionary<string, object>> Call(Func<Task<TopResponse>> send)
    {
        var result = new Dictionary<string, object>();
        try
        {
            Answer(await send(), result);
        }
        catch (RefusedException refused)
        {
            result["outcome"] = "refused";
            result["code"] = refused.Refusal.Code;
            result["msg"] = refused.Refusal.Msg;
            result["sub_code"] = refused.SubErrorCode;
            result["sub_msg"] = refused.SubErrorMsg;
            result["request_id"] = refused.RequestId;
            result["remedy"] = refused.Remedy != null ? "true" : "false";
            Tell(refused.Retry, result);
        }
        catch (UnreadableAnswerException unreadable)
        {
            result["outcome"] = "nonsense";
            result["status"] = unreadable.HttpStatus.ToString();
            result["may_have_run"] = unreadable.MayHaveRun ? "true" : "false";
            if (unreadable.Message.Contains("/router/rest")) result["asks_address"] = "true";
        }
        catch (TransportException broken)
        {
            result["outcome"] = "transport";
            result["reason"] = Reason(broken.Kind);
            result["may_have_run"] = broken.MayHaveRun ? "true" : "false";
        }
        catch (Exception unexpected)
        {
            Console.Error.WriteLine(unexpected);
            result["outcome"] = unexpected.GetType().Name;
        }
        return Present(result);
    }

    private static void Answer(TopResponse response, Dictionary<string, object> result)
    {
        result["outcome"] = response.IsSuccess ? "success" : "declined";
        result["request_id"] = response.RequestId;
        if (response.Decline != null)
        {
            result["code"] = response.Decline.Code;
            result["remedy"] = response.Decline.Remedy != null ? "true" : "false";
            Tell(response.Decline.Retry, result);
        }
        result["fields"] = Present(StrangeCalls.Fields(response));
        var others = new List<string>(response.OtherMembers.Keys);
        TopObject inner = StrangeCalls.Inner(response);
        if (inner != null) others.AddRange(inner.OtherMembers.Keys.Select(name => "result." + name));
        others.Sort(StringComparer.Ordinal);
        if (others.Count > 0) result["unknown"] = string.Join(",", others);
    }

    private static void Tell(Retry retry, Dictionary<string, object> result)
    {
        switch (retry.Kind)
        {
            case RetryKind.SameRequest:
                result["retry"] = "same-request";
                break;
            case RetryKind.NewSession:
                result["retry"] = "new-session";
                break;
            case RetryKind.Later:
                result["retry"] = "later";
                break;
            default:
                result["retry"] = "never";
                break;
        }
        if (retry.Delay != null) result["retry_after"] = ((long)retry.Delay.Value.TotalSeconds).ToString();
    }

    private static string Reason(TransportFailure kind)
    {
        if (kind == TransportFailure.NotConnected) return "connect";
        return kind == TransportFailure.TimedOut ? "timeout" : "broken";
    }

    private static Dictionary<string, object> Present(Dictionary<string, object> values)
    {
        return values.Where(pair => pair.Value != null).ToDictionary(pair => pair.Key, pair => pair.Value);
    }

    internal static object Member(IReadOnlyDictionary<string, object> members, string name)
    {
        return members.TryGetValue(name, out object value) ? value : null;
    }
}
