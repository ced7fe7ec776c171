using System;
using System.Threading;
using System.Threading.Tasks;

namespace Topgate.Api
{
    /// <summary>
    /// Programs written for TOP's .NET client need no other change than their namespaces.
    /// </summary>
    public class DefaultTopClient : ITopClient, IDisposable
    {
        private readonly TopgateClient client;

        public DefaultTopClient(string serverUrl, string appKey, string appSecret)
            : this(new TopgateClient(serverUrl, appKey, appSecret))
        {
        }

        /// <summary>The format is json or xml.</summary>
        public DefaultTopClient(string serverUrl, string appKey, string appSecret, string format)
            : this(new TopgateClient(serverUrl, appKey, appSecret, InFormat(format)))
        {
        }

        /// <summary>With everything that <see cref="TopgateOptions"/> has.</summary>
        public DefaultTopClient(TopgateClient client)
        {
            this.client = client;
        }

        public T Execute<T>(TopRequest<T> request) where T : TopResponse
        {
            return Execute(request, null);
        }

        public T Execute<T>(TopRequest<T> request, string session) where T : TopResponse
        {
            return ExecuteAsync(request, session).GetAwaiter().GetResult();
        }

        public async Task<T> ExecuteAsync<T>(
            TopRequest<T> request,
            string session = null,
            CancellationToken cancellation = default(CancellationToken)) where T : TopResponse
        {
            try
            {
                return await client.CallAsync(request, session, cancellation).ConfigureAwait(false);
            }
            catch (RefusedException refused)
            {
                T answer = request.NewResponse();
                answer.Settle(refused.Body, refused.Refusal, null);
                return answer;
            }
        }

        public void Dispose()
        {
            client.Dispose();
        }

        private static TopgateOptions InFormat(string format)
        {
            return new TopgateOptions { Format = WireNames.FormatOf(format) };
        }
    }
}
