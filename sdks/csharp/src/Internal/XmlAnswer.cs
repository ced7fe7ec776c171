using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Xml;

namespace Topgate.Api.Internal
{
    /// <summary>
    /// Reads XML into the shape that JSON has: an element with elements is a dictionary, in which a
    /// repeated one is a list; an element without any is its text. Attributes say nothing here.
    /// </summary>
    internal static class XmlAnswer
    {
        private const int DepthMax = 64;

        /// <summary>The root element as a dictionary with one member. Throws FormatException.</summary>
        internal static Dictionary<string, object> Read(string text)
        {
            try
            {
                using (var xml = XmlReader.Create(new StringReader(text), Closed()))
                {
                    xml.MoveToContent();
                    var root = new Dictionary<string, object>(StringComparer.Ordinal);
                    root[xml.LocalName] = Content(xml, 0);
                    while (xml.Read())
                    {
                        // What follows the root has to be XML, too.
                    }
                    return root;
                }
            }
            catch (XmlException error)
            {
                throw new FormatException("no XML: broken at line " + error.LineNumber);
            }
        }

        /// <summary>Neither document types nor anything outside of the text is ever read.</summary>
        private static XmlReaderSettings Closed()
        {
            return new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        }

        private static object Content(XmlReader xml, int depth)
        {
            if (depth > DepthMax) throw new FormatException("no XML: nested too deeply");
            if (xml.IsEmptyElement) return "";
            var members = new Dictionary<string, object>(StringComparer.Ordinal);
            var repeated = new HashSet<string>();
            var text = new StringBuilder();
            while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
            {
                if (xml.NodeType == XmlNodeType.Element)
                {
                    string name = xml.LocalName;
                    Add(members, repeated, name, Content(xml, depth + 1));
                }
                else if (xml.NodeType != XmlNodeType.Comment) text.Append(xml.Value);
            }
            return members.Count == 0 ? (object)text.ToString() : members;
        }

        private static void Add(
            Dictionary<string, object> members, HashSet<string> repeated, string name, object value)
        {
            if (!members.TryGetValue(name, out object before)) members[name] = value;
            else if (!repeated.Add(name)) ((List<object>)before).Add(value);
            else members[name] = new List<object> { before, value };
        }
    }
}
