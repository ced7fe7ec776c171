using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Topgate.Api.Internal
{
    /// <summary>
    /// From the text of an answer to the answer of an API, or to what is wrong with it.
    /// </summary>
    internal static class AnswerReader
    {
        private const int HttpOk = 200;
        private const int HttpNotFound = 404;
        private const string OtherAddress =
            "is the url the whole address of the gateway, such as https://HOST/router/rest?";
        private const string ErrorRoot = "error_response";

        /// <summary>
        /// Throws RefusedException, and UnreadableAnswerException for what is no answer of the
        /// platform.
        /// </summary>
        internal static T Read<T>(TopRequest<T> request, HttpAnswer http) where T : TopResponse
        {
            ApiFacts api = request.GetApiFacts();
            IReadOnlyDictionary<string, object> document = Document(http);
            if (Member(document, ErrorRoot) is IReadOnlyDictionary<string, object> error)
            {
                throw new RefusedException(api.Method, RefusalOf(api, error, http), http.Body);
            }
            if (http.Status != HttpOk) throw Unreadable("no error", http);
            if (!document.ContainsKey(api.Root)) throw Unreadable("no member " + api.Root, http);
            T response = request.NewResponse();
            if (!Wire.Fill(response, document[api.Root])) throw Unreadable("no object", http);
            response.Settle(http.Body, null, DeclineOf(api, response));
            return response;
        }

        private static IReadOnlyDictionary<string, object> Document(HttpAnswer http)
        {
            string text = http.Body.Trim(' ', '\t', '\r', '\n');
            try
            {
                object value = text.StartsWith("<", StringComparison.Ordinal)
                    ? XmlAnswer.Read(text)
                    : JsonReader.Read(text);
                return value as IReadOnlyDictionary<string, object>
                    ?? throw Unreadable("no object", http);
            }
            catch (FormatException error)
            {
                throw Unreadable(error.Message, http);
            }
        }

        private static UnreadableAnswerException Unreadable(string why, HttpAnswer http)
        {
            string status = http.Status == HttpOk ? "" : "HTTP status " + http.Status + ", ";
            string reason = http.Status == HttpNotFound ? OtherAddress : why;
            return new UnreadableAnswerException(
                "no answer of the platform: " + status + reason, http.Status, RetryHint.OfNonsense(http));
        }

        private static Refusal RefusalOf(
            ApiFacts api, IReadOnlyDictionary<string, object> error, HttpAnswer http)
        {
            string code = Text(Member(error, "code"));
            string subCode = Text(Member(error, "sub_code"));
            string subMsg = Text(Member(error, "sub_msg"));
            KnownError known = KnownErrors.OfRefusal(api, code, subCode);
            return new Refusal(
                code,
                Text(Member(error, "msg")),
                subCode,
                subMsg,
                Text(Member(error, "request_id")),
                known?.Remedy,
                RetryHint.OfRefusal(http, subCode, subMsg, known));
        }

        private static Decline DeclineOf(ApiFacts api, TopResponse response)
        {
            if (api.Outcome == null) return null;
            if (Text(At(response.RawMembers, api.Outcome.Flag)) == api.Outcome.Success) return null;
            string code = Text(At(response.RawMembers, api.Outcome.Code));
            KnownError known = KnownErrors.OfDecline(api, code);
            if (known == null) return new Decline(code, null, null, Retry.Never);
            return new Decline(code, known.About, known.Remedy, new Retry(known.Retry, null, false));
        }

        private static object At(object value, IReadOnlyList<string> path)
        {
            object found = value;
            foreach (string step in path)
            {
                found = int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
                    ? Item(found, index)
                    : Member(found as IReadOnlyDictionary<string, object>, step);
            }
            return found;
        }

        /// <summary>Of a list, in the member that wraps it or without one.</summary>
        private static object Item(object value, int index)
        {
            object items = value;
            if (items is IReadOnlyDictionary<string, object> wrapper && wrapper.Count == 1)
            {
                items = wrapper.Values.First();
            }
            if (items is List<object> list) return index < list.Count ? list[index] : null;
            return index == 0 ? items : null;
        }

        private static object Member(IReadOnlyDictionary<string, object> members, string name)
        {
            return members != null && members.TryGetValue(name, out object value) ? value : null;
        }

        private static string Text(object value)
        {
            bool isPlain = value is string || value is long || value is bool || value is JsonNumber;
            return isPlain ? Wire.PlainText(value) : null;
        }
    }
}
