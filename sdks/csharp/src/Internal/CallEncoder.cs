using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace Topgate.Api.Internal
{
    /// <summary>
    /// Signs a call and writes it down. Everything travels in the body: addresses end up in the logs
    /// of proxies, and a session key has no place there.
    /// </summary>
    internal sealed class CallEncoder
    {
        private const string PartnerId = "topgate-sdk-csharp-0.1.0";
        private const string Unreserved =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

        private readonly string appKey;
        private readonly string secret;
        private readonly TopgateOptions options;

        internal CallEncoder(string appKey, string secret, TopgateOptions options)
        {
            this.appKey = appKey;
            this.secret = secret;
            this.options = options;
        }

        internal SignedCall Encode<T>(TopRequest<T> request, string session) where T : TopResponse
        {
            IDictionary<string, string> parameters = Parameters(request, session);
            parameters["sign"] = Signer.Sign(parameters, "", secret, options.SignMethod);
            IDictionary<string, FileItem> files = request.GetFileParameters();
            if (files.Count == 0)
            {
                return new SignedCall
                {
                    Body = Bytes(Form(parameters)),
                    ContentType = "application/x-www-form-urlencoded;charset=UTF-8",
                };
            }
            string boundary = "topgate" + Guid.NewGuid().ToString("N");
            return new SignedCall
            {
                Body = Parts(parameters, files, boundary),
                ContentType = "multipart/form-data; boundary=" + boundary,
            };
        }

        private IDictionary<string, string> Parameters<T>(TopRequest<T> request, string session)
            where T : TopResponse
        {
            IDictionary<string, string> parameters = request.GetParameters();
            parameters["method"] = request.GetApiName();
            parameters["app_key"] = appKey;
            if (session != null) parameters["session"] = session;
            parameters["timestamp"] = BeijingTime.Format(options.UtcNow());
            parameters["format"] = WireNames.Of(options.Format);
            parameters["v"] = "2.0";
            parameters["sign_method"] = WireNames.Of(options.SignMethod);
            parameters["partner_id"] = PartnerId;
            return parameters;
        }

        private static string Form(IDictionary<string, string> parameters)
        {
            var form = new StringBuilder();
            foreach (var pair in parameters)
            {
                if (form.Length > 0) form.Append('&');
                Escape(form, pair.Key);
                form.Append('=');
                Escape(form, pair.Value);
            }
            return form.ToString();
        }

        /// <summary>The method of Uri refuses long texts on some platforms.</summary>
        private static void Escape(StringBuilder form, string text)
        {
            foreach (byte unit in Bytes(text))
            {
                if (Unreserved.IndexOf((char)unit) >= 0) form.Append((char)unit);
                else form.Append('%').Append(unit.ToString("X2"));
            }
        }

        private static byte[] Parts(
            IDictionary<string, string> parameters, IDictionary<string, FileItem> files, string boundary)
        {
            var body = new MemoryStream();
            foreach (var pair in parameters)
            {
                Write(body, Head(boundary, pair.Key, "", "text/plain;charset=UTF-8"));
                Write(body, Bytes(pair.Value + "\r\n"));
            }
            foreach (var pair in files)
            {
                string fileName = "; filename=\"" + Quoted(pair.Value.FileName) + "\"";
                Write(body, Head(boundary, pair.Key, fileName, "application/octet-stream"));
                Write(body, pair.Value.GetContent());
                Write(body, Bytes("\r\n"));
            }
            Write(body, Bytes("--" + boundary + "--\r\n"));
            return body.ToArray();
        }

        private static byte[] Head(string boundary, string name, string fileName, string contentType)
        {
            return Bytes(
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + Quoted(name) + "\""
                + fileName + "\r\nContent-Type: " + contentType + "\r\n\r\n");
        }

        /// <summary>As browsers do: what would end a header does not reach it.</summary>
        private static string Quoted(string text)
        {
            return text.Replace("\"", "%22").Replace("\r", "%0D").Replace("\n", "%0A");
        }

        private static void Write(MemoryStream body, byte[] bytes)
        {
            body.Write(bytes, 0, bytes.Length);
        }

        private static byte[] Bytes(string text)
        {
            return Encoding.UTF8.GetBytes(text);
        }
    }
}
