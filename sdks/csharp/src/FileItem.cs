using System;
using System.IO;

namespace Topgate.Api
{
    /// <summary>
    /// A file to send. Its bytes are read when it is made, so that every try sends the same.
    /// </summary>
    public sealed class FileItem
    {
        /// <summary>A larger file is refused before it is read.</summary>
        public const int FileBytesMax = 32 * 1024 * 1024;

        private readonly byte[] content;

        public FileItem(string path) : this(Path.GetFileName(path), Read(path))
        {
        }

        public FileItem(string fileName, byte[] content)
        {
            if (content.Length > FileBytesMax) throw TooLarge(fileName);
            FileName = fileName;
            this.content = (byte[])content.Clone();
        }

        public string FileName { get; }

        public byte[] GetContent()
        {
            return (byte[])content.Clone();
        }

        private static byte[] Read(string path)
        {
            if (new FileInfo(path).Length > FileBytesMax) throw TooLarge(path);
            return File.ReadAllBytes(path);
        }

        private static ArgumentException TooLarge(string name)
        {
            return new ArgumentException(name + " is larger than " + FileBytesMax + " bytes");
        }
    }
}
