using System;

namespace Topgate.Api
{
    /// <summary>
    /// A call that has no usable answer. No message contains a secret, a session key or a value of a
    /// parameter.
    /// </summary>
    public abstract class TopException : Exception
    {
        protected TopException(string message, Exception inner) : base(message, inner)
        {
        }

        /// <summary>The code of a refusal; null for other failures, as are the next two.</summary>
        public virtual string ErrorCode => null;

        public virtual string SubErrorCode => null;

        public virtual string SubErrorMsg => null;

        /// <summary>The number under which the platform knows the call; null without an answer.</summary>
        public virtual string RequestId => null;

        /// <summary>Whether sending again can help; the client has already tried what it may.</summary>
        public abstract Retry Retry { get; }

        /// <summary>Whether the platform may have done it, although no answer says so.</summary>
        public abstract bool MayHaveRun { get; }
    }

    /// <summary>The platform refused the call; nothing was done.</summary>
    public sealed class RefusedException : TopException
    {
        internal RefusedException(string method, Refusal refusal, string body)
            : base(method + " was refused: " + refusal, null)
        {
            Refusal = refusal;
            Body = body;
        }

        public Refusal Refusal { get; }

        /// <summary>The answer as it came.</summary>
        public string Body { get; }

        /// <summary>What to do; null for codes that the documentation does not have.</summary>
        public Bilingual Remedy => Refusal.Remedy;

        public override string ErrorCode => Refusal.Code;

        public override string SubErrorCode => Refusal.SubCode;

        public override string SubErrorMsg => Refusal.SubMsg;

        public override string RequestId => Refusal.RequestId;

        public override Retry Retry => Refusal.Retry;

        public override bool MayHaveRun => false;
    }

    public enum TransportFailure
    {
        /// <summary>No connection could be made; the call was not sent.</summary>
        NotConnected,

        /// <summary>The answer did not come in time.</summary>
        TimedOut,

        /// <summary>The connection broke.</summary>
        Broken,
    }

    /// <summary>No answer came.</summary>
    public sealed class TransportException : TopException
    {
        internal TransportException(TransportFailure kind, string message, Exception inner)
            : base(message, inner)
        {
            Kind = kind;
        }

        public TransportFailure Kind { get; }

        public override Retry Retry => new Retry(RetryKind.SameRequest, null, false);

        public override bool MayHaveRun => Kind != TransportFailure.NotConnected;
    }

    /// <summary>
    /// Something answered that is no answer of the platform: a page, half an answer, too much of one.
    /// </summary>
    public sealed class UnreadableAnswerException : TopException
    {
        private readonly Retry retry;

        internal UnreadableAnswerException(string message, int httpStatus, Retry retry)
            : base(message, null)
        {
            HttpStatus = httpStatus;
            this.retry = retry;
        }

        public int HttpStatus { get; }

        public override Retry Retry => retry;

        public override bool MayHaveRun => true;
    }
}
