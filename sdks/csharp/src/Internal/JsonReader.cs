using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Topgate.Api.Internal
{
    /// <summary>
    /// A reader of JSON that keeps every digit: integers of 64 bits become long, all other numbers a
    /// <see cref="JsonNumber"/>. Of two equal names the last counts.
    /// </summary>
    public sealed class JsonReader
    {
        private const int DepthMax = 64;

        /// <summary>Longer numbers mean nothing to anybody.</summary>
        private const int NumberCharsMax = 64;

        private readonly string text;
        private int at;

        private JsonReader(string text)
        {
            this.text = text;
        }

        /// <summary>Throws FormatException, which never quotes the text.</summary>
        public static object Read(string text)
        {
            var reader = new JsonReader(text);
            object value = reader.Value(0);
            reader.SkipSpace();
            if (reader.at != text.Length) throw reader.Problem("text after the end");
            return value;
        }

        private object Value(int depth)
        {
            if (depth > DepthMax) throw Problem("nested too deeply");
            SkipSpace();
            switch (Peek())
            {
                case '{':
                    return Object(depth);
                case '[':
                    return Array(depth);
                case '"':
                    return String();
                case 't':
                    return Literal("true", true);
                case 'f':
                    return Literal("false", false);
                case 'n':
                    return Literal("null", null);
                default:
                    return Number();
            }
        }

        private Dictionary<string, object> Object(int depth)
        {
            var members = new Dictionary<string, object>(StringComparer.Ordinal);
            Expect('{');
            SkipSpace();
            if (Accept('}')) return members;
            do
            {
                SkipSpace();
                string name = String();
                SkipSpace();
                Expect(':');
                members[name] = Value(depth + 1);
                SkipSpace();
            }
            while (Accept(','));
            Expect('}');
            return members;
        }

        private List<object> Array(int depth)
        {
            var items = new List<object>();
            Expect('[');
            SkipSpace();
            if (Accept(']')) return items;
            do
            {
                items.Add(Value(depth + 1));
                SkipSpace();
            }
            while (Accept(','));
            Expect(']');
            return items;
        }

        private string String()
        {
            Expect('"');
            var value = new StringBuilder();
            while (true)
            {
                char unit = Next();
                if (unit == '"') return value.ToString();
                if (unit < 0x20) throw Problem("a control character in a text");
                value.Append(unit == '\\' ? Escaped() : unit);
            }
        }

        private char Escaped()
        {
            char unit = Next();
            switch (unit)
            {
                case '"':
                case '\\':
                case '/':
                    return unit;
                case 'b':
                    return '\b';
                case 'f':
                    return '\f';
                case 'n':
                    return '\n';
                case 'r':
                    return '\r';
                case 't':
                    return '\t';
                case 'u':
                    return FourDigits();
                default:
                    throw Problem("an unknown escape");
            }
        }

        private char FourDigits()
        {
            int unit = 0;
            for (int count = 0; count < 4; count++)
            {
                int digit = "0123456789abcdef".IndexOf(char.ToLowerInvariant(Next()));
                if (digit < 0) throw Problem("no hexadecimal digit");
                unit = unit * 16 + digit;
            }
            return (char)unit;
        }

        private object Number()
        {
            int start = at;
            Accept('-');
            if (!Accept('0')) Digits();
            bool isInteger = true;
            if (Accept('.'))
            {
                isInteger = false;
                Digits();
            }
            if (Accept('e') || Accept('E'))
            {
                isInteger = false;
                if (!Accept('+')) Accept('-');
                Digits();
            }
            if (at - start > NumberCharsMax) throw Problem("a number that is too long");
            string number = text.Substring(start, at - start);
            bool fits = long.TryParse(
                number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer);
            return isInteger && fits ? (object)integer : new JsonNumber(number);
        }

        private void Digits()
        {
            int start = at;
            while (at < text.Length && text[at] >= '0' && text[at] <= '9') at++;
            if (at == start) throw Problem("no value");
        }

        private object Literal(string literal, object value)
        {
            if (string.CompareOrdinal(text, at, literal, 0, literal.Length) != 0)
            {
                throw Problem("no value");
            }
            at += literal.Length;
            return value;
        }

        private void SkipSpace()
        {
            while (at < text.Length && " \t\r\n".IndexOf(text[at]) >= 0) at++;
        }

        private char Peek()
        {
            if (at >= text.Length) throw Problem("it ends too early");
            return text[at];
        }

        private char Next()
        {
            char unit = Peek();
            at++;
            return unit;
        }

        private bool Accept(char unit)
        {
            if (at >= text.Length || text[at] != unit) return false;
            at++;
            return true;
        }

        private void Expect(char unit)
        {
            if (Peek() != unit) throw Problem("no " + unit + " where one is due");
            at++;
        }

        private FormatException Problem(string what)
        {
            return new FormatException("no JSON: " + what + " at character " + (at + 1));
        }
    }
}
