using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace Topgate.Api.Internal
{
    /// <summary>The tries of one call, one after the other.</summary>
    internal sealed class CallRun<T> where T : TopResponse
    {
        private readonly TopRequest<T> request;
        private readonly SignedCall call;
        private readonly Transport transport;
        private readonly TopgateOptions options;

        internal CallRun(
            TopRequest<T> request, SignedCall call, Transport transport, TopgateOptions options)
        {
            this.request = request;
            this.call = call;
            this.transport = transport;
            this.options = options;
        }

        internal async Task<T> Run(CancellationToken cancellation)
        {
            for (int number = 1; ; number++)
            {
                Stopwatch clock = Stopwatch.StartNew();
                TimeSpan wait;
                try
                {
                    HttpAnswer http = await transport.Send(call, cancellation).ConfigureAwait(false);
                    T answer = AnswerReader.Read(request, http);
                    Tell(Told(number, clock, answer));
                    return answer;
                }
                catch (TopException failure)
                {
                    TimeSpan? next =
                        options.RetryPolicy.WaitAfter(failure, request.GetApiFacts().Repeat, number);
                    Tell(Told(number, clock, failure, next));
                    if (next == null) throw;
                    wait = next.Value;
                }
                await Task.Delay(wait, cancellation).ConfigureAwait(false);
            }
        }

        private TriedCall Told(int number, Stopwatch clock, T answer)
        {
            return new TriedCall
            {
                Method = request.GetApiName(),
                Number = number,
                Took = clock.Elapsed,
                Outcome = answer.IsSuccess ? TryOutcome.Success : TryOutcome.Declined,
                Code = answer.Decline?.Code,
                RequestId = answer.RequestId,
            };
        }

        private TriedCall Told(int number, Stopwatch clock, TopException failure, TimeSpan? next)
        {
            return new TriedCall
            {
                Method = request.GetApiName(),
                Number = number,
                Took = clock.Elapsed,
                Outcome = OutcomeOf(failure),
                Code = failure.ErrorCode,
                SubCode = failure.SubErrorCode,
                RequestId = failure.RequestId,
                NextAfter = next,
            };
        }

        private void Tell(TriedCall tried)
        {
            try
            {
                options.Observer?.Invoke(tried);
            }
            catch (Exception)
            {
                // A broken log breaks no call.
            }
        }

        private static TryOutcome OutcomeOf(TopException failure)
        {
            if (failure is RefusedException) return TryOutcome.Refused;
            return failure is UnreadableAnswerException ? TryOutcome.Unreadable : TryOutcome.NoAnswer;
        }
    }
}
