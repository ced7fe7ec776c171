using System.Threading;
using System.Threading.Tasks;

namespace Topgate.Api
{
    /// <summary>
    /// The client as TOP's documentation writes it: a refusal is in the answer, not thrown.
    /// </summary>
    public interface ITopClient
    {
        /// <summary>The same as with a session of null.</summary>
        T Execute<T>(TopRequest<T> request) where T : TopResponse;

        /// <summary>
        /// The answer, also when the platform refused: see <see cref="TopResponse.IsSuccess"/>. Throws
        /// a <see cref="TopException"/> when there is no answer.
        /// </summary>
        T Execute<T>(TopRequest<T> request, string session) where T : TopResponse;

        Task<T> ExecuteAsync<T>(
            TopRequest<T> request,
            string session = null,
            CancellationToken cancellation = default(CancellationToken)) where T : TopResponse;
    }
}
