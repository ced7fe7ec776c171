using System;

namespace Topgate.Api
{
    /// <summary>A number that is no integer of 64 bits, with its digits as they came.</summary>
    public sealed class JsonNumber : IEquatable<JsonNumber>
    {
        private readonly string text;

        public JsonNumber(string text)
        {
            this.text = text;
        }

        public override string ToString()
        {
            return text;
        }

        public bool Equals(JsonNumber other)
        {
            return other != null && other.text == text;
        }

        public override bool Equals(object other)
        {
            return Equals(other as JsonNumber);
        }

        public override int GetHashCode()
        {
            return text.GetHashCode();
        }
    }
}
