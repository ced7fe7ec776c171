using System;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Topgate.Api.Internal
{
    /// <summary>A call as it travels. Every try sends these very bytes.</summary>
    internal sealed class SignedCall
    {
        internal byte[] Body;
        internal string ContentType;

        /// <summary>How long one try may take, from connecting to the last byte.</summary>
        internal TimeSpan Timeout;
    }

    /// <summary>What came back over HTTP; a header that is absent is null.</summary>
    internal sealed class HttpAnswer
    {
        internal int Status;
        internal string Body;
        internal string RetryHint;
        internal string RetryAfter;
    }

    /// <summary>One try over HTTP. It keeps its connections for later calls.</summary>
    internal sealed class Transport : IDisposable
    {
        private const int ChunkBytes = 16 * 1024;
        private static readonly UTF8Encoding StrictUtf8 = new UTF8Encoding(false, true);

        private readonly Uri url;
        private readonly int answerBytesMax;
        private readonly HttpClient http;

        internal Transport(Uri url, TopgateOptions options)
        {
            this.url = url;
            answerBytesMax = options.AnswerBytesMax;
            HttpMessageHandler handler = options.Handler ?? NewHandler(options.ConnectTimeout);
            // The time-out is ours: that of the client ends with the headers.
            http = new HttpClient(handler, options.Handler == null)
            {
                Timeout = System.Threading.Timeout.InfiniteTimeSpan,
            };
        }

        /// <summary>Throws a TopException, or what cancelling throws.</summary>
        internal async Task<HttpAnswer> Send(SignedCall call, CancellationToken cancellation)
        {
            using (var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation))
            {
                limit.CancelAfter(call.Timeout);
                try
                {
                    return await Exchange(call, limit.Token).ConfigureAwait(false);
                }
                catch (Exception error) when (!(error is TopException))
                {
                    cancellation.ThrowIfCancellationRequested();
                    throw Named(error, limit.IsCancellationRequested);
                }
            }
        }

        public void Dispose()
        {
            http.Dispose();
        }

        private async Task<HttpAnswer> Exchange(SignedCall call, CancellationToken limit)
        {
            using (var request = new HttpRequestMessage(HttpMethod.Post, url))
            {
                request.Content = new ByteArrayContent(call.Body);
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(call.ContentType);
                request.Headers.ExpectContinue = false;
                using (HttpResponseMessage response = await http
                    .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit)
                    .ConfigureAwait(false))
                // Not every stream gives up reading when it is asked to.
                using (limit.Register(response.Dispose))
                {
                    byte[] body = await Read(response, limit).ConfigureAwait(false);
                    return new HttpAnswer
                    {
                        Status = (int)response.StatusCode,
                        Body = Text(body, response),
                        RetryHint = Header(response, "X-Topgate-Retry"),
                        RetryAfter = Header(response, "Retry-After"),
                    };
                }
            }
        }

        private async Task<byte[]> Read(HttpResponseMessage response, CancellationToken limit)
        {
            var body = new MemoryStream();
            var chunk = new byte[ChunkBytes];
            Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            while (true)
            {
                int count = await stream.ReadAsync(chunk, 0, chunk.Length, limit).ConfigureAwait(false);
                if (count == 0) return body.ToArray();
                if (count > answerBytesMax - body.Length)
                {
                    throw Unreadable("the answer is longer than " + answerBytesMax + " bytes", response);
                }
                body.Write(chunk, 0, count);
            }
        }

        private static string Text(byte[] body, HttpResponseMessage response)
        {
            try
            {
                return StrictUtf8.GetString(body);
            }
            catch (DecoderFallbackException)
            {
                throw Unreadable("the answer is not UTF-8", response);
            }
        }

        private static UnreadableAnswerException Unreadable(string problem, HttpResponseMessage response)
        {
            return new UnreadableAnswerException(problem, (int)response.StatusCode, Retry.Never);
        }

        private static string Header(HttpResponseMessage response, string name)
        {
            return response.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;
        }

        private TransportException Named(Exception error, bool isLate)
        {
            string host = url.Host;
            if (isLate)
            {
                return new TransportException(
                    TransportFailure.TimedOut, "no answer in time from " + host, error);
            }
            if (error is HttpRequestException && IsConnecting(error.InnerException))
            {
                return new TransportException(
                    TransportFailure.NotConnected, "no connection to " + host, error);
            }
            return new TransportException(
                TransportFailure.Broken, "the connection to " + host + " broke", error);
        }

        /// <summary>What breaks later is wrapped once more, into an IOException.</summary>
        private static bool IsConnecting(Exception error)
        {
            if (error is SocketException) return true;
            return error is System.Net.WebException web
                && (web.Status == System.Net.WebExceptionStatus.ConnectFailure
                    || web.Status == System.Net.WebExceptionStatus.NameResolutionFailure);
        }

        private static HttpMessageHandler NewHandler(TimeSpan connectTimeout)
        {
#if NETSTANDARD || NETFRAMEWORK
            // There, connecting has no time-out of its own; the whole try has one.
            return new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
#else
            return new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = connectTimeout,
            };
#endif
        }
    }
}
