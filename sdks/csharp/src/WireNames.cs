using System;

namespace Topgate.Api
{
    /// <summary>
    /// The form of answers. Both carry the same; <see cref="TopResponse.Body"/> shows which it was.
    /// </summary>
    public enum Format
    {
        Json,
        Xml,
    }

    /// <summary>How a call is signed. HMAC-SHA256 is the one to choose.</summary>
    public enum SignMethod
    {
        HmacSha256,
        Hmac,
        Md5,
    }

    /// <summary>The values of <c>format</c> and <c>sign_method</c>.</summary>
    public static class WireNames
    {
        public static string Of(Format format)
        {
            return format == Format.Xml ? "xml" : "json";
        }

        public static string Of(SignMethod method)
        {
            switch (method)
            {
                case SignMethod.Md5:
                    return "md5";
                case SignMethod.Hmac:
                    return "hmac";
                default:
                    return "hmac-sha256";
            }
        }

        public static Format FormatOf(string wireName)
        {
            if (wireName == "json") return Format.Json;
            if (wireName == "xml") return Format.Xml;
            throw new ArgumentException("format is json or xml: " + wireName);
        }
    }
}
