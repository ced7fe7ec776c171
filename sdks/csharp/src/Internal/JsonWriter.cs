using System.Collections;
using System.Collections.Generic;
using System.Text;

namespace Topgate.Api.Internal
{
    /// <summary>JSON text of members: compact, Chinese as it is, every digit of a number.</summary>
    public static class JsonWriter
    {
        public static string Write(object value)
        {
            var text = new StringBuilder();
            Write(text, value);
            return text.ToString();
        }

        private static void Write(StringBuilder text, object value)
        {
            if (value is TopObject structured) WriteObject(text, structured.RawMembers);
            else if (value is IReadOnlyDictionary<string, object> members) WriteObject(text, members);
            else if (value is string words) WriteString(text, words);
            else if (value is IEnumerable items) WriteArray(text, items);
            else if (value == null) text.Append("null");
            else if (value is bool || value is long || value is int || value is JsonNumber)
            {
                text.Append(Wire.PlainText(value));
            }
            else WriteString(text, Wire.PlainText(value));
        }

        private static void WriteObject(
            StringBuilder text, IEnumerable<KeyValuePair<string, object>> members)
        {
            char before = '{';
            foreach (var member in members)
            {
                text.Append(before);
                before = ',';
                WriteString(text, member.Key);
                text.Append(':');
                Write(text, member.Value);
            }
            text.Append(before == '{' ? "{}" : "}");
        }

        private static void WriteArray(StringBuilder text, IEnumerable items)
        {
            char before = '[';
            foreach (object item in items)
            {
                text.Append(before);
                before = ',';
                Write(text, item);
            }
            text.Append(before == '[' ? "[]" : "]");
        }

        private static void WriteString(StringBuilder text, string value)
        {
            text.Append('"');
            foreach (char unit in value)
            {
                switch (unit)
                {
                    case '"':
                        text.Append("\\\"");
                        break;
                    case '\\':
                        text.Append("\\\\");
                        break;
                    case '\n':
                        text.Append("\\n");
                        break;
                    case '\r':
                        text.Append("\\r");
                        break;
                    case '\t':
                        text.Append("\\t");
                        break;
                    default:
                        if (unit < 0x20 || unit == 0x7f) text.Append("\\u" + ((int)unit).ToString("x4"));
                        else text.Append(unit);
                        break;
                }
            }
            text.Append('"');
        }
    }
}
