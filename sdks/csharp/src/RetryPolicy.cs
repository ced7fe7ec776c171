using System;

namespace Topgate.Api
{
    /// <summary>When a call is sent again, and after which wait.</summary>
    public sealed class RetryPolicy
    {
        public const int TriesMaxLimit = 10;

        /// <summary>All tries carry one timestamp, which counts for ten minutes.</summary>
        public static readonly TimeSpan WaitMaxLimit = TimeSpan.FromSeconds(45);

        public static readonly RetryPolicy Default = new RetryPolicy(3);

        public static readonly RetryPolicy None = new RetryPolicy(1);

        private static readonly Random Jitter = new Random();

        /// <param name="triesMax">All tries together, the first one included.</param>
        /// <param name="waitMin">Before the second try; it doubles from try to try. 0.4 s.</param>
        /// <param name="waitMax">
        /// A call that the platform asks to wait longer ends at once. 30 s.
        /// </param>
        public RetryPolicy(int triesMax, TimeSpan? waitMin = null, TimeSpan? waitMax = null)
        {
            TriesMax = triesMax;
            WaitMin = waitMin ?? TimeSpan.FromMilliseconds(400);
            WaitMax = waitMax ?? TimeSpan.FromSeconds(30);
            if (triesMax < 1 || triesMax > TriesMaxLimit)
            {
                throw new ArgumentException("tries are 1 to " + TriesMaxLimit);
            }
            if (WaitMin < TimeSpan.Zero || WaitMin > WaitMax || WaitMax > WaitMaxLimit)
            {
                throw new ArgumentException("0 <= waitMin <= waitMax <= " + WaitMaxLimit);
            }
        }

        public int TriesMax { get; }

        public TimeSpan WaitMin { get; }

        public TimeSpan WaitMax { get; }

        /// <summary>The wait before the next try; null: there is no next one.</summary>
        public TimeSpan? WaitAfter(TopException failure, Repeat repeat, int triesDone)
        {
            if (triesDone >= TriesMax || !MayRepeat(failure, repeat)) return null;
            if (failure.Retry.Kind == RetryKind.Later)
            {
                TimeSpan? delay = failure.Retry.Delay;
                if (delay == null || delay > WaitMax) return null;
                // Everybody was told the same moment; nobody may come before it.
                return delay + UpTo(WaitMin);
            }
            double fullMs = WaitMin.TotalMilliseconds * Math.Pow(2, triesDone - 1);
            TimeSpan half = TimeSpan.FromMilliseconds(Math.Min(fullMs, WaitMax.TotalMilliseconds) / 2);
            return half + UpTo(half);
        }

        /// <summary>
        /// Of an API that nobody described as harmless to repeat, only what surely was not run is sent
        /// again, or what the platform itself asks for.
        /// </summary>
        private static bool MayRepeat(TopException failure, Repeat repeat)
        {
            RetryKind kind = failure.Retry.Kind;
            if (kind != RetryKind.SameRequest && kind != RetryKind.Later) return false;
            if (repeat != Repeat.Unknown) return true;
            return failure is RefusedException ? failure.Retry.IsAsked : !failure.MayHaveRun;
        }

        private static TimeSpan UpTo(TimeSpan span)
        {
            lock (Jitter) return TimeSpan.FromTicks((long)(span.Ticks * Jitter.NextDouble()));
        }
    }
}
