using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;

namespace Topgate.Api.Internal
{
    /// <summary>Signatures over the parameters of a call.</summary>
    public static class Signer
    {
        /// <summary>Upper-case hexadecimal digits; a body follows the parameters as it is.</summary>
        public static string Sign(
            IDictionary<string, string> parameters, string body, string secret, SignMethod method)
        {
            byte[] digest = Digest(BaseText(parameters) + body, secret, method);
            return BitConverter.ToString(digest).Replace("-", "");
        }

        /// <summary>
        /// Names and values without separators, sorted by name as ASCII. Empty values count with their
        /// names alone, because this client sends them.
        /// </summary>
        public static string BaseText(IDictionary<string, string> parameters)
        {
            var names = new List<string>(parameters.Keys);
            names.Sort(StringComparer.Ordinal);
            var text = new StringBuilder();
            foreach (string name in names)
            {
                if (name != "sign") text.Append(name).Append(parameters[name]);
            }
            return text.ToString();
        }

        private static byte[] Digest(string text, string secret, SignMethod method)
        {
            byte[] key = Encoding.UTF8.GetBytes(secret);
            switch (method)
            {
                case SignMethod.Md5:
                    using (var md5 = MD5.Create())
                    {
                        return md5.ComputeHash(Encoding.UTF8.GetBytes(secret + text + secret));
                    }
                case SignMethod.Hmac:
                    using (var hmac = new HMACMD5(key))
                    {
                        return hmac.ComputeHash(Encoding.UTF8.GetBytes(text));
                    }
                default:
                    using (var hmac = new HMACSHA256(key))
                    {
                        return hmac.ComputeHash(Encoding.UTF8.GetBytes(text));
                    }
            }
        }
    }
}
