using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Topgate.Api.Internal
{
    /// <summary>
    /// Whether sending a call again can help: what the platform says, else what is documented.
    /// </summary>
    internal static class RetryHint
    {
        private const int HttpServerError = 500;
        private static readonly Regex After = new Regex("^after=([0-9]+)$");
        private static readonly Regex Seconds = new Regex("^[0-9]{1,9}$");

        /// <summary>Platforms without the header say it in words.</summary>
        private static readonly Regex Ban = new Regex("ban will last for ([0-9]+) more second");

        /// <summary>Failures of the platform that come back with the same parameters.</summary>
        private static readonly Regex ParseError = new Regex("^isp\\.top-(?:mapping-)?parse-error");

        internal static Retry OfRefusal(
            HttpAnswer http, string subCode, string subMsg, KnownError known)
        {
            Retry said = Said(http);
            if (said != null) return said;
            Match ban = Ban.Match(subMsg ?? "");
            if (ban.Success) return Asked(RetryKind.Later, SecondsOf(ban.Groups[1].Value));
            if (known != null) return new Retry(known.Retry, null, false);
            bool isPassing = subCode != null
                && subCode.StartsWith("isp.", StringComparison.Ordinal)
                && !ParseError.IsMatch(subCode);
            return new Retry(isPassing ? RetryKind.SameRequest : RetryKind.Never, null, false);
        }

        /// <summary>Of what is no answer of the platform: a proxy may say when it is back.</summary>
        internal static Retry OfNonsense(HttpAnswer http)
        {
            if (http.Status < HttpServerError) return Retry.Never;
            if (http.RetryAfter == null) return new Retry(RetryKind.SameRequest, null, false);
            return Asked(RetryKind.Later, SecondsOf(http.RetryAfter));
        }

        /// <summary>The header of the platform; null without one that this client knows.</summary>
        private static Retry Said(HttpAnswer http)
        {
            if (http.RetryHint == null) return null;
            Match after = After.Match(http.RetryHint);
            if (after.Success) return Asked(RetryKind.Later, SecondsOf(after.Groups[1].Value));
            switch (http.RetryHint)
            {
                case "never":
                    return Asked(RetryKind.Never, null);
                case "same-request":
                    return Asked(RetryKind.SameRequest, null);
                case "new-session":
                    return Asked(RetryKind.NewSession, null);
                default:
                    return null;
            }
        }

        private static Retry Asked(RetryKind kind, TimeSpan? delay)
        {
            return new Retry(kind, delay, true);
        }

        /// <summary>Null for what is no number of seconds, or one that nobody waits for.</summary>
        private static TimeSpan? SecondsOf(string text)
        {
            if (!Seconds.IsMatch(text)) return null;
            return TimeSpan.FromSeconds(int.Parse(text, CultureInfo.InvariantCulture));
        }
    }
}
