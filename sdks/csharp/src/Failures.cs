using System;

namespace Topgate.Api
{
    /// <summary>A text for people, in both languages of the documentation.</summary>
    public sealed class Bilingual
    {
        public Bilingual(string zh, string en)
        {
            Zh = zh;
            En = en;
        }

        public string Zh { get; }

        public string En { get; }
    }

    public enum RetryKind
    {
        /// <summary>The same again gets the same answer.</summary>
        Never,

        /// <summary>The very same request may be sent again; the client does so by itself.</summary>
        SameRequest,

        /// <summary>After a wait; the client waits by itself when that is not too long.</summary>
        Later,

        /// <summary>With a new session key of the user.</summary>
        NewSession,
    }

    /// <summary>Whether sending a call again can help.</summary>
    public sealed class Retry
    {
        public static readonly Retry Never = new Retry(RetryKind.Never, null, false);

        public Retry(RetryKind kind, TimeSpan? delay, bool isAsked)
        {
            Kind = kind;
            Delay = delay;
            IsAsked = isAsked;
        }

        public RetryKind Kind { get; }

        /// <summary>How long to wait before; null when nobody said, or unless it is Later.</summary>
        public TimeSpan? Delay { get; }

        /// <summary>The platform itself said so in this answer; else the documentation says it.</summary>
        public bool IsAsked { get; }
    }

    /// <summary>The platform's no to a call, its <c>error_response</c>.</summary>
    public sealed class Refusal
    {
        internal Refusal(
            string code,
            string msg,
            string subCode,
            string subMsg,
            string requestId,
            Bilingual remedy,
            Retry retry)
        {
            Code = code;
            Msg = msg;
            SubCode = subCode;
            SubMsg = subMsg;
            RequestId = requestId;
            Remedy = remedy;
            Retry = retry;
        }

        public string Code { get; }

        public string Msg { get; }

        public string SubCode { get; }

        public string SubMsg { get; }

        public string RequestId { get; }

        /// <summary>What to do; null for codes that the documentation does not have.</summary>
        public Bilingual Remedy { get; }

        /// <summary>What the platform said about sending again, else what the documentation says.</summary>
        public Retry Retry { get; }

        public override string ToString()
        {
            string sub = SubCode == null ? "" : " " + SubCode;
            string about = SubMsg == null ? "" : ": " + SubMsg;
            string id = RequestId == null ? "" : " (request_id " + RequestId + ")";
            return Code + " " + Msg + sub + about + id;
        }
    }

    /// <summary>The call was fine and the state said no, in the documented answer of the API.</summary>
    public sealed class Decline
    {
        internal Decline(string code, Bilingual about, Bilingual remedy, Retry retry)
        {
            Code = code;
            About = about;
            Remedy = remedy;
            Retry = retry;
        }

        /// <summary>The API's own code; null when the answer has none.</summary>
        public string Code { get; }

        /// <summary>What it means; null for codes that the documentation does not have.</summary>
        public Bilingual About { get; }

        public Bilingual Remedy { get; }

        public Retry Retry { get; }
    }
}
