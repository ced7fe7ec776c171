using System;
using System.Threading;
using System.Threading.Tasks;
using Topgate.Api.Internal;

namespace Topgate.Api
{
    /// <summary>
    /// Calls a platform. One client serves all threads and keeps its connections; make one, keep it.
    /// </summary>
    public sealed class TopgateClient : IDisposable
    {
        public static readonly TimeSpan ReadTimeoutDefault = TimeSpan.FromSeconds(10);

        /// <summary>How much longer than the platform itself a client waits.</summary>
        private static readonly TimeSpan DeadlineMargin = TimeSpan.FromSeconds(2);

        private readonly TopgateOptions options;
        private readonly CallEncoder encoder;
        private readonly Transport transport;

        /// <summary>Throws ArgumentException for an address that is not http or https.</summary>
        public TopgateClient(string url, string appKey, string secret, TopgateOptions options = null)
        {
            var address = new Uri(url);
            if (address.Scheme != "http" && address.Scheme != "https")
            {
                throw new ArgumentException("the address of a platform starts with http or https");
            }
            if (appKey == null) throw new ArgumentNullException(nameof(appKey));
            if (secret == null) throw new ArgumentNullException(nameof(secret));
            this.options = options ?? new TopgateOptions();
            encoder = new CallEncoder(appKey, secret, this.options);
            transport = new Transport(address, this.options);
        }

        /// <summary>
        /// The answer of the API, which may decline: see <see cref="TopResponse.IsSuccess"/>. Throws
        /// <see cref="RefusedException"/>, <see cref="TransportException"/> or
        /// <see cref="UnreadableAnswerException"/>.
        /// </summary>
        public T Call<T>(TopRequest<T> request, string session = null) where T : TopResponse
        {
            return CallAsync(request, session).GetAwaiter().GetResult();
        }

        /// <summary>
        /// The same without holding a thread. Throws OperationCanceledException when
        /// <paramref name="cancellation"/> ends it.
        /// </summary>
        public Task<T> CallAsync<T>(
            TopRequest<T> request,
            string session = null,
            CancellationToken cancellation = default(CancellationToken)) where T : TopResponse
        {
            SignedCall call = encoder.Encode(request, session);
            call.Timeout = options.ConnectTimeout + ReadTimeout(request.GetApiFacts().Deadline);
            var run = new CallRun<T>(request, call, transport, options);
            return run.Run(cancellation);
        }

        public void Dispose()
        {
            transport.Dispose();
        }

        /// <summary>What was set wins; otherwise longer than the platform may take.</summary>
        private TimeSpan ReadTimeout(TimeSpan? deadline)
        {
            if (options.ReadTimeout != null) return options.ReadTimeout.Value;
            TimeSpan patient = (deadline ?? TimeSpan.Zero) + DeadlineMargin;
            return patient > ReadTimeoutDefault ? patient : ReadTimeoutDefault;
        }
    }
}
