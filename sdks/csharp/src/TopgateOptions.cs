using System;
using System.Net.Http;

namespace Topgate.Api
{
    /// <summary>What a client can be told; everything has a default.</summary>
    public sealed class TopgateOptions
    {
        public Format Format { get; set; } = Format.Json;

        public SignMethod SignMethod { get; set; } = SignMethod.HmacSha256;

        public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);

        /// <summary>
        /// How long an answer may take, to its last byte, once there is a connection. Null: 10 s, or
        /// longer where the API may take longer.
        /// </summary>
        public TimeSpan? ReadTimeout { get; set; }

        /// <summary>A longer answer is an <see cref="UnreadableAnswerException"/>.</summary>
        public int AnswerBytesMax { get; set; } = 8 * 1024 * 1024;

        public RetryPolicy RetryPolicy { get; set; } = RetryPolicy.Default;

        /// <summary>
        /// Hears of every try, for logs and metrics. It is told no parameter, no session key and no
        /// secret; what it throws is ignored, because a broken log breaks no call.
        /// </summary>
        public Action<TriedCall> Observer { get; set; }

        /// <summary>
        /// A handler of your own, for proxies and certificates; it is not disposed of. It should
        /// neither follow redirections nor decompress.
        /// </summary>
        public HttpMessageHandler Handler { get; set; }

        /// <summary>The clock that stamps calls.</summary>
        public Func<DateTime> UtcNow { get; set; } = () => DateTime.UtcNow;
    }

    public enum TryOutcome
    {
        Success,
        Declined,
        Refused,
        Unreadable,
        NoAnswer,
    }

    /// <summary>One try of a call, for logs and metrics.</summary>
    public sealed class TriedCall
    {
        public string Method { get; internal set; }

        /// <summary>From 1.</summary>
        public int Number { get; internal set; }

        public TimeSpan Took { get; internal set; }

        public TryOutcome Outcome { get; internal set; }

        /// <summary>Of a refusal or decline; null otherwise.</summary>
        public string Code { get; internal set; }

        public string SubCode { get; internal set; }

        /// <summary>Null when no answer was read.</summary>
        public string RequestId { get; internal set; }

        /// <summary>The wait before the next try; null when there is none.</summary>
        public TimeSpan? NextAfter { get; internal set; }

        public override string ToString()
        {
            return Method + " try " + Number + " " + Outcome + " " + Code + " " + SubCode + " "
                + RequestId + " " + (long)Took.TotalMilliseconds + " ms";
        }
    }
}
