package io.topgate.api;

import io.topgate.api.internal.Wire;
import java.util.LinkedHashMap;
import java.util.Map;

/** A call with its parameters. Each API has a class of its own, which knows the answer's class. */
public abstract class TaobaoRequest<T extends TaobaoResponse> extends TaobaoObject {
  /** What the client has to know of the API. */
  public abstract ApiFacts apiFacts();

  /** An empty answer, which the client fills. */
  public abstract T newResponse();

  /** The name of the API. */
  public final String getApiMethodName() {
    return apiFacts().method();
  }

  /** Sends a parameter that the class does not know. */
  public final void putOtherTextParam(String name, String value) {
    setRawMember(name, value);
  }

  /** The parameters as they travel: structs and lists as JSON text. Files are not among them. */
  public final Map<String, String> getTextParams() {
    Map<String, String> texts = new LinkedHashMap<>();
    rawMembers().forEach((name, value) -> {
      if (!(value instanceof FileItem)) texts.put(name, Wire.parameterText(value));
    });
    return texts;
  }

  /** The files, which travel as parts of their own and are never signed. */
  public final Map<String, FileItem> getFileParams() {
    Map<String, FileItem> files = new LinkedHashMap<>();
    rawMembers().forEach((name, value) -> {
      if (value instanceof FileItem file) files.put(name, file);
    });
    return files;
  }
}
