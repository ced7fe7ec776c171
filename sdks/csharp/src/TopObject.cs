using System.Collections.Generic;

namespace Topgate.Api
{
    /// <summary>
    /// What travels as an object: members by their names on the wire. Documented members have
    /// properties in the generated classes; the others, which a newer server may send, are kept as
    /// they came.
    /// </summary>
    public abstract class TopObject
    {
        private readonly Dictionary<string, object> members =
            new Dictionary<string, object>(System.StringComparer.Ordinal);

        /// <summary>
        /// All members, documented or not: string, bool, long, <see cref="JsonNumber"/>, dictionary,
        /// list or <see cref="TopObject"/>.
        /// </summary>
        public IReadOnlyDictionary<string, object> RawMembers => members;

        /// <summary>
        /// The members that no property gives: those that the documentation does not have, and those
        /// whose value is not of the documented type.
        /// </summary>
        public IReadOnlyDictionary<string, object> OtherMembers
        {
            get
            {
                var others = new Dictionary<string, object>(System.StringComparer.Ordinal);
                foreach (var member in new List<KeyValuePair<string, object>>(members))
                {
                    if (Documented(member.Key) == null) others[member.Key] = member.Value;
                }
                return others;
            }
        }

        /// <summary>One member by its name on the wire; null where there is none.</summary>
        public object RawMember(string name)
        {
            return members.TryGetValue(name, out object value) ? value : null;
        }

        /// <summary>Sets a member by its name on the wire; null takes it away.</summary>
        public void SetRawMember(string name, object value)
        {
            if (value == null) members.Remove(name);
            else members[name] = value;
        }

        /// <summary>What the property of a member gives; null where there is none.</summary>
        protected virtual object Documented(string name)
        {
            return null;
        }

        /// <summary>
        /// Reads every member now: what properties change later, threads that share an answer would
        /// see.
        /// </summary>
        internal void ReadAll()
        {
            foreach (string name in new List<string>(members.Keys))
            {
                object value = Documented(name);
                if (value is TopObject structured) structured.ReadAll();
                else if (value is IEnumerable<TopObject> items)
                {
                    foreach (TopObject item in items) item?.ReadAll();
                }
            }
        }

        /// <summary>Names only: values may be personal.</summary>
        public override string ToString()
        {
            return GetType().Name + "[" + string.Join(", ", members.Keys) + "]";
        }
    }
}
