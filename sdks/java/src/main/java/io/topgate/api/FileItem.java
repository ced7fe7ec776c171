package io.topgate.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file to send. Its bytes are read when it is made, so that every try sends the same. */
public final class FileItem {
  /** A larger file is refused before it is read. */
  public static final int FILE_BYTES_MAX = 32 * 1024 * 1024;

  private final String fileName;
  private final byte[] content;

  public FileItem(String path) {
    this(Path.of(path));
  }

  public FileItem(Path path) {
    this(path.getFileName().toString(), read(path));
  }

  public FileItem(String fileName, byte[] content) {
    if (content.length > FILE_BYTES_MAX) throw tooLarge(fileName);
    this.fileName = fileName;
    this.content = content.clone();
  }

  public String getFileName() {
    return fileName;
  }

  public byte[] getContent() {
    return content.clone();
  }

  private static byte[] read(Path path) {
    try {
      if (Files.size(path) > FILE_BYTES_MAX) throw tooLarge(path.getFileName().toString());
      return Files.readAllBytes(path);
    } catch (IOException error) {
      throw new UncheckedIOException("the file cannot be read: " + path, error);
    }
  }

  private static IllegalArgumentException tooLarge(String name) {
    return new IllegalArgumentException(name + " is larger than " + FILE_BYTES_MAX + " bytes");
  }
}
