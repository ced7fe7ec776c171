package io.topgate.api.internal;

import io.topgate.api.TaobaoObject;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** JSON text of members: compact, Chinese as it is, every digit of a number. */
public final class JsonWriter {
  private final StringBuilder text = new StringBuilder();

  private JsonWriter() {}

  public static String write(Object value) {
    JsonWriter writer = new JsonWriter();
    writer.value(value);
    return writer.text.toString();
  }

  private void value(Object value) {
    if (value instanceof TaobaoObject object) object(object.rawMembers());
    else if (value instanceof Map<?, ?> map) object(map);
    else if (value instanceof List<?> list) array(list);
    else if (value == null || value instanceof Number || value instanceof Boolean) text.append(value);
    else string(Wire.plainText(value));
  }

  private void object(Map<?, ?> members) {
    text.append('{');
    boolean isFirst = true;
    for (Map.Entry<?, ?> member : members.entrySet()) {
      if (!isFirst) text.append(',');
      isFirst = false;
      string(String.valueOf(member.getKey()));
      text.append(':');
      value(member.getValue());
    }
    text.append('}');
  }

  private void array(List<?> items) {
    text.append('[');
    for (Iterator<?> rest = items.iterator(); rest.hasNext(); ) {
      value(rest.next());
      if (rest.hasNext()) text.append(',');
    }
    text.append(']');
  }

  private void string(String value) {
    text.append('"');
    for (int at = 0; at < value.length(); at++) {
      char unit = value.charAt(at);
      switch (unit) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (unit < 0x20 || unit == 0x7f) text.append(String.format("\\u%04x", (int) unit));
          else text.append(unit);
        }
      }
    }
    text.append('"');
  }
}
