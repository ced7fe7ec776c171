using System.Collections.Generic;
using Topgate.Api.Internal;

namespace Topgate.Api
{
    /// <summary>
    /// A call with its parameters. Each API has a class of its own, which knows the answer's class.
    /// </summary>
    public abstract class TopRequest<T> : TopObject where T : TopResponse
    {
        /// <summary>What the client has to know of the API.</summary>
        public abstract ApiFacts GetApiFacts();

        /// <summary>An empty answer, which the client fills.</summary>
        public abstract T NewResponse();

        /// <summary>The name of the API.</summary>
        public string GetApiName()
        {
            return GetApiFacts().Method;
        }

        /// <summary>Sends a parameter that the class does not know.</summary>
        public void AddOtherParameter(string name, string value)
        {
            SetRawMember(name, value);
        }

        /// <summary>The parameters as they travel: structs and lists as JSON text. No files.</summary>
        public IDictionary<string, string> GetParameters()
        {
            var texts = new Dictionary<string, string>();
            foreach (var member in RawMembers)
            {
                if (!(member.Value is FileItem)) texts[member.Key] = Wire.ParameterText(member.Value);
            }
            return texts;
        }

        /// <summary>The files, which travel as parts of their own and are never signed.</summary>
        public IDictionary<string, FileItem> GetFileParameters()
        {
            var files = new Dictionary<string, FileItem>();
            foreach (var member in RawMembers)
            {
                if (member.Value is FileItem file) files[member.Key] = file;
            }
            return files;
        }
    }
}
