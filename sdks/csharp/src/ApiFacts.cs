using System;
using System.Collections.Generic;

namespace Topgate.Api
{
    /// <summary>When a call may be sent again whose fate is unknown.</summary>
    public enum Repeat
    {
        /// <summary>It only reads.</summary>
        Free,

        /// <summary>The platform knows the very same bytes and answers as it did before.</summary>
        SameBytes,

        /// <summary>Nobody said; it is not sent again.</summary>
        Unknown,
    }

    /// <summary>What the client has to know of an API, from its contract.</summary>
    public sealed class ApiFacts
    {
        public ApiFacts(
            string method,
            string root,
            Repeat repeat,
            TimeSpan? deadline,
            ApiOutcome outcome,
            params KnownError[] errors)
        {
            Method = method;
            Root = root;
            Repeat = repeat;
            Deadline = deadline;
            Outcome = outcome;
            Errors = errors;
        }

        public string Method { get; }

        /// <summary>The root member of an answer.</summary>
        public string Root { get; }

        public Repeat Repeat { get; }

        /// <summary>How long the platform may take; null where the contract does not say.</summary>
        public TimeSpan? Deadline { get; }

        /// <summary>How an answer says whether it succeeded; null: every answer is a success.</summary>
        public ApiOutcome Outcome { get; }

        /// <summary>The failures that this API alone has.</summary>
        public IReadOnlyList<KnownError> Errors { get; }
    }

    /// <summary>Dotted paths below the root member, in which digits are a place in a list.</summary>
    public sealed class ApiOutcome
    {
        public ApiOutcome(string flag, string success, string code)
        {
            Flag = flag.Split('.');
            Success = success;
            Code = code.Split('.');
        }

        public IReadOnlyList<string> Flag { get; }

        /// <summary>The text of the flag that means success.</summary>
        public string Success { get; }

        public IReadOnlyList<string> Code { get; }
    }

    /// <summary>A documented failure.</summary>
    public sealed class KnownError
    {
        public KnownError(
            bool isAnswer,
            string code,
            string subCode,
            Bilingual about,
            Bilingual remedy,
            RetryKind retry)
        {
            IsAnswer = isAnswer;
            Code = code;
            SubCode = subCode;
            About = about;
            Remedy = remedy;
            Retry = retry;
        }

        /// <summary>Told inside of the documented answer, not as a refusal.</summary>
        public bool IsAnswer { get; }

        public string Code { get; }

        /// <summary>Null: any.</summary>
        public string SubCode { get; }

        public Bilingual About { get; }

        public Bilingual Remedy { get; }

        public RetryKind Retry { get; }
    }
}
