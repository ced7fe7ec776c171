using System;
using System.Globalization;

namespace Topgate.Api.Internal
{
    /// <summary>
    /// Moments travel as Beijing wall time. A DateTime of no kind is one already; the others are
    /// converted.
    /// </summary>
    public static class BeijingTime
    {
        private const string Pattern = "yyyy-MM-dd HH:mm:ss";
        private const int YearMin = 1970;
        private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

        /// <summary>The wall time, of no kind; null for any other text.</summary>
        public static DateTime? Parse(string text)
        {
            // The runtime alone would take a month of one digit, too.
            if (text.Length != Pattern.Length) return null;
            bool isRead = DateTime.TryParseExact(
                text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime moment);
            return isRead && moment.Year >= YearMin ? moment : (DateTime?)null;
        }

        public static string Format(DateTime moment)
        {
            DateTime wallTime = moment.Kind == DateTimeKind.Unspecified
                ? moment
                : moment.ToUniversalTime() + Offset;
            return wallTime.ToString(Pattern, CultureInfo.InvariantCulture);
        }
    }
}
