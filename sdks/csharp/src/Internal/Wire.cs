using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Topgate.Api.Internal
{
    /// <summary>
    /// Between the members of an object as they travel and the types of the documentation. The
    /// generated properties are one call each. A value that does not fit its type is absent here and
    /// stays among <see cref="TopObject.OtherMembers"/>.
    /// </summary>
    public static class Wire
    {
        private static readonly Regex Integer = new Regex("^-?(?:0|[1-9][0-9]{0,18})\\z");

        /// <summary>Where a string is documented, anything else is shown as it travels.</summary>
        public static string Text(TopObject owner, string name)
        {
            object value = owner.RawMember(name);
            return value == null || value is string ? (string)value : JsonWriter.Write(value);
        }

        /// <summary>A parameter of its own as the text that travels.</summary>
        public static string Parameter(TopObject owner, string name)
        {
            object value = owner.RawMember(name);
            return value == null ? null : ParameterText(value);
        }

        public static long? Int64(TopObject owner, string name)
        {
            object value = owner.RawMember(name);
            if (value is long integer) return integer;
            if (!(value is string text) || !Integer.IsMatch(text)) return null;
            bool fits = long.TryParse(
                text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long read);
            return fits ? read : (long?)null;
        }

        public static bool? Flag(TopObject owner, string name)
        {
            object value = owner.RawMember(name);
            if (value is bool flag) return flag;
            if (value as string == "true") return true;
            return value as string == "false" ? false : (bool?)null;
        }

        /// <summary>Beijing wall time, of no kind. Epoch milliseconds are understood as well.</summary>
        public static DateTime? Moment(TopObject owner, string name)
        {
            object value = owner.RawMember(name);
            if (value is DateTime moment) return moment;
            if (value is string text) return BeijingTime.Parse(text);
            if (!(value is long epochMs) || epochMs < 0 || epochMs > EpochMsMax) return null;
            return new DateTime(1970, 1, 1, 8, 0, 0).AddMilliseconds(epochMs);
        }

        public static FileItem File(TopObject owner, string name)
        {
            return owner.RawMember(name) as FileItem;
        }

        /// <summary>The same object at every call, so that a change of it counts.</summary>
        public static S Struct<S>(TopObject owner, string name) where S : TopObject, new()
        {
            object value = owner.RawMember(name);
            if (value is S known) return known;
            var read = new S();
            if (value == null || !Fill(read, value)) return null;
            owner.SetRawMember(name, read);
            return read;
        }

        /// <summary>
        /// A list of objects or texts. The items stand in a member of their own in JSON and XML, and
        /// directly in simplified JSON and in requests. One item that does not fit makes the whole
        /// list one that does not.
        /// </summary>
        public static List<I> Items<I>(
            TopObject owner, string name, string itemName, Func<TopObject, string, I> read)
            where I : class
        {
            return Known<I>(owner, name)
                ?? Keep(owner, name, ItemsOf(owner.RawMember(name), itemName), (holder, item) =>
                {
                    I value = read(holder, name);
                    return new KeyValuePair<bool, I>(value != null || item == null, value);
                });
        }

        /// <summary>The same for numbers, flags and moments.</summary>
        public static List<I> Values<I>(
            TopObject owner, string name, string itemName, Func<TopObject, string, I?> read)
            where I : struct
        {
            return Known<I>(owner, name)
                ?? Keep(owner, name, ItemsOf(owner.RawMember(name), itemName), (holder, item) =>
                {
                    I? value = read(holder, name);
                    return new KeyValuePair<bool, I>(value != null, value.GetValueOrDefault());
                });
        }

        /// <summary>A parameter: structs and lists of structs are JSON, other lists have commas.</summary>
        public static string ParameterText(object value)
        {
            if (value is string text) return text;
            if (IsStructured(value)) return JsonWriter.Write(value);
            if (!(value is IEnumerable items)) return PlainText(value);
            List<object> all = items.Cast<object>().ToList();
            return all.Any(IsStructured)
                ? JsonWriter.Write(value)
                : string.Join(",", all.Select(PlainText));
        }

        /// <summary>A value that is neither an object nor a list.</summary>
        internal static string PlainText(object value)
        {
            if (value is bool flag) return flag ? "true" : "false";
            if (value is DateTime moment) return BeijingTime.Format(moment);
            return Convert.ToString(value, CultureInfo.InvariantCulture);
        }

        /// <summary>Takes over the members of an object that was read; false: it is none.</summary>
        internal static bool Fill(TopObject target, object value)
        {
            // In XML an object without members looks like an empty text.
            if (value is string text) return text.Trim().Length == 0;
            if (!(value is IReadOnlyDictionary<string, object> members)) return false;
            foreach (var member in members) target.SetRawMember(member.Key, member.Value);
            return true;
        }

        private const long EpochMsMax = 253402271999999;

        private static List<I> Known<I>(TopObject owner, string name)
        {
            return owner.RawMember(name) as List<I>;
        }

        private static List<I> Keep<I>(
            TopObject owner,
            string name,
            IEnumerable<object> raw,
            Func<TopObject, object, KeyValuePair<bool, I>> read)
        {
            if (raw == null) return null;
            var items = new List<I>();
            foreach (object item in raw)
            {
                var holder = new Holder();
                holder.SetRawMember(name, item);
                KeyValuePair<bool, I> value = read(holder, item);
                if (!value.Key) return null;
                items.Add(value.Value);
            }
            owner.SetRawMember(name, items);
            return items;
        }

        private static IEnumerable<object> ItemsOf(object value, string itemName)
        {
            if (value is IEnumerable<object> items && !(value is IReadOnlyDictionary<string, object>))
            {
                return items;
            }
            if (value is string text && text.Trim().Length == 0) return new object[0];
            if (!(value is IReadOnlyDictionary<string, object> wrapper)) return null;
            if (wrapper.Count == 0) return new object[0];
            // A server that names the items otherwise still has only one member there.
            bool isNamed = wrapper.TryGetValue(itemName, out object inner);
            if (!isNamed && wrapper.Count == 1) inner = wrapper.Values.First();
            if (inner == null) return null;
            return inner as List<object> ?? new List<object> { inner };
        }

        private static bool IsStructured(object value)
        {
            return value is TopObject || value is IReadOnlyDictionary<string, object>;
        }

        /// <summary>One item of a list, for the functions that read members.</summary>
        private sealed class Holder : TopObject
        {
        }
    }
}
