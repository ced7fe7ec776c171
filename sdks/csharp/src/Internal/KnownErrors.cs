using System.Collections.Generic;
using System.Linq;

namespace Topgate.Api.Internal
{
    /// <summary>Finds what the documentation says of a failure.</summary>
    internal static class KnownErrors
    {
        /// <summary>By the sub code, which is the finer one, else by the code; or null.</summary>
        internal static KnownError OfRefusal(ApiFacts api, string code, string subCode)
        {
            // Behind a colon stands what was wrong with this very call.
            string stem = subCode?.Split(':')[0];
            IEnumerable<KnownError> refusals =
                api.Errors.Concat(PlatformErrors.All).Where(error => !error.IsAnswer);
            return refusals.FirstOrDefault(error => stem != null && error.SubCode == stem)
                ?? PlatformErrors.All.FirstOrDefault(
                    error => error.Code == code && error.SubCode == null);
        }

        /// <summary>What an API tells in its own answer; or null.</summary>
        internal static KnownError OfDecline(ApiFacts api, string code)
        {
            return api.Errors.FirstOrDefault(error => error.IsAnswer && error.Code == code);
        }
    }
}
