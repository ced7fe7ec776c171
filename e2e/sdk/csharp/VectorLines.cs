using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Topgate.Api;
using Topgate.Api.Internal;

/// <summary>The lines that need no server: signatures, dates, integers, JSON.</summary>
internal static class VectorLines
{
    private static readonly DateTime Epoch = new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    internal static void Print(string vectors)
    {
        Conformance.PrintLine("signing", Signing(Conformance.Read(vectors, "signing")));
        Conformance.PrintLine("dates", Dates(Conformance.Read(vectors, "dates")));
        Conformance.PrintLine("int64", Integers(Conformance.Read(vectors, "int64")));
        Conformance.PrintLine("json", Json(Conformance.Read(vectors, "json")));
    }

    private static Dictionary<string, object> Signing(IReadOnlyDictionary<string, object> file)
    {
        var lines = new Dictionary<string, object>();
        foreach (var vector in Rows(file, "vectors"))
        {
            var given = (IReadOnlyDictionary<string, object>)vector["parameters"];
            foreach (string wireName in new[] { "md5", "hmac", "hmac-sha256" })
            {
                var parameters = given
                    .Where(pair => (string)pair.Value != "" || (string)vector["emptyValues"] != "skipped")
                    .ToDictionary(pair => pair.Key, pair => (string)pair.Value);
                parameters["sign_method"] = wireName;
                var body = (string)Conformance.Member(vector, "body") ?? "";
                SignMethod method = Conformance.MethodOf(wireName);
                lines[vector["id"] + " " + wireName] =
                    Signer.Sign(parameters, body, (string)vector["secret"], method);
            }
        }
        return lines;
    }

    private static Dictionary<string, object> Dates(IReadOnlyDictionary<string, object> file)
    {
        var lines = new Dictionary<string, object>();
        foreach (var row in Rows(file, "read"))
        {
            DateTime? moment = BeijingTime.Parse((string)row["text"]);
            lines["read " + row["text"]] = moment == null ? "none" : EpochMs(moment.Value);
        }
        foreach (var row in Rows(file, "write"))
        {
            double ms = double.Parse((string)row["epochMs"], CultureInfo.InvariantCulture);
            lines["write " + row["epochMs"]] = BeijingTime.Format(Epoch.AddMilliseconds(ms));
        }
        return lines;
    }

    private static string EpochMs(DateTime wallTime)
    {
        var moment = new DateTimeOffset(wallTime, Beijing);
        return ((moment - Epoch).Ticks / TimeSpan.TicksPerMillisecond).ToString();
    }

    private static Dictionary<string, object> Integers(IReadOnlyDictionary<string, object> file)
    {
        var lines = new Dictionary<string, object>();
        foreach (var row in Rows(file, "vectors"))
        {
            var holder = new Holder();
            holder.SetRawMember("value", JsonReader.Read((string)row["json"]));
            long? value = Wire.Int64(holder, "value");
            lines[(string)row["json"]] = value == null ? "none" : value.Value.ToString();
        }
        return lines;
    }

    private static Dictionary<string, object> Json(IReadOnlyDictionary<string, object> file)
    {
        var lines = new Dictionary<string, object>();
        foreach (var row in Rows(file, "accepted")) lines[(string)row["text"]] = Again((string)row["text"]);
        foreach (object text in (List<object>)file["refused"]) lines[(string)text] = Again((string)text);
        return lines;
    }

    private static string Again(string text)
    {
        try
        {
            return JsonWriter.Write(JsonReader.Read(text));
        }
        catch (FormatException)
        {
            return "refused";
        }
    }

    private static IEnumerable<IReadOnlyDictionary<string, object>> Rows(
        IReadOnlyDictionary<string, object> file, string name)
    {
        return ((List<object>)file[name]).Cast<IReadOnlyDictionary<string, object>>();
    }

    private sealed class Holder : TopObject
    {
    }
}
