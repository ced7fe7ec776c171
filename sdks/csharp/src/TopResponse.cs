namespace Topgate.Api
{
    /// <summary>
    /// An answer. <see cref="IsSuccess"/> is the one question that every answer of every API can be
    /// asked.
    /// </summary>
    public abstract class TopResponse : TopObject
    {
        /// <summary>The answer as it came, in the form that was asked for.</summary>
        public string Body { get; private set; } = "";

        /// <summary>The platform's no; null otherwise.</summary>
        public Refusal Refusal { get; private set; }

        /// <summary>The API's own no, told in its documented answer; null otherwise.</summary>
        public Decline Decline { get; private set; }

        /// <summary>
        /// Whether the call did what it is for: neither did the platform refuse it nor did the API
        /// decline it in its own answer, wherever that says so.
        /// </summary>
        public bool IsSuccess => Refusal == null && Decline == null;

        public bool IsError => !IsSuccess;

        /// <summary>The code of a refusal; null otherwise, as are the next three.</summary>
        public string ErrCode => Refusal?.Code;

        public string ErrMsg => Refusal?.Msg;

        public string SubErrCode => Refusal?.SubCode;

        public string SubErrMsg => Refusal?.SubMsg;

        /// <summary>The number under which the platform knows the call.</summary>
        public string RequestId => Refusal?.RequestId ?? RawMember("request_id") as string;

        protected override object Documented(string name)
        {
            return name == "request_id" ? RequestId : null;
        }

        /// <summary>The client fills an answer once; from then on threads may share it.</summary>
        internal void Settle(string body, Refusal refusal, Decline decline)
        {
            ReadAll();
            Body = body;
            Refusal = refusal;
            Decline = decline;
        }
    }
}
