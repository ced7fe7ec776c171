import io.topgate.api.SignMethod;
import io.topgate.api.TaobaoObject;
import io.topgate.api.internal.JsonReader;
import io.topgate.api.internal.JsonWriter;
import io.topgate.api.internal.Signer;
import io.topgate.api.internal.SyntaxException;
import io.topgate.api.internal.Wire;
import io.topgate.api.internal.util.StringUtils;
import java.nio.file.Path;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines that need no server: signatures, dates, integers, JSON. */
final class VectorLines {
  private VectorLines() {}

  static void print(Path vectors) throws Exception {
    Conformance.printLine("signing", signing(Conformance.read(vectors, "signing")));
    Conformance.printLine("dates", dates(Conformance.read(vectors, "dates")));
    Conformance.printLine("int64", integers(Conformance.read(vectors, "int64")));
    Conformance.printLine("json", json(Conformance.read(vectors, "json")));
  }

  private static Map<String, Object> signing(Map<?, ?> file) {
    Map<String, Object> lines = new LinkedHashMap<>();
    for (Map<?, ?> vector : rows(file, "vectors")) {
      for (SignMethod method : SignMethod.values()) {
        Map<String, String> parameters = new LinkedHashMap<>();
        ((Map<?, ?>) vector.get("parameters"))
            .forEach((name, value) -> parameters.put((String) name, (String) value));
        parameters.put("sign_method", method.wireName());
        if (vector.get("emptyValues").equals("skipped")) parameters.values().removeIf(String::isEmpty);
        String body = vector.get("body") instanceof String text ? text : "";
        String sign = Signer.sign(parameters, body, (String) vector.get("secret"), method);
        lines.put(vector.get("id") + " " + method.wireName(), sign);
      }
    }
    return lines;
  }

  private static Map<String, Object> dates(Map<?, ?> file) {
    Map<String, Object> lines = new LinkedHashMap<>();
    for (Map<?, ?> row : rows(file, "read")) {
      String text = (String) row.get("text");
      lines.put("read " + text, epochMs(text));
    }
    for (Map<?, ?> row : rows(file, "write")) {
      Date date = new Date(Long.parseLong((String) row.get("epochMs")));
      lines.put("write " + date.getTime(), StringUtils.formatDateTime(date));
    }
    return lines;
  }

  private static String epochMs(String text) {
    try {
      return String.valueOf(StringUtils.parseDateTime(text).getTime());
    } catch (IllegalArgumentException error) {
      return "none";
    }
  }

  private static Map<String, Object> integers(Map<?, ?> file) throws SyntaxException {
    Map<String, Object> lines = new LinkedHashMap<>();
    for (Map<?, ?> row : rows(file, "vectors")) {
      String json = (String) row.get("json");
      TaobaoObject holder = new TaobaoObject() {};
      holder.setRawMember("value", JsonReader.read(json));
      Long value = Wire.int64(holder, "value");
      lines.put(json, value == null ? "none" : value.toString());
    }
    return lines;
  }

  private static Map<String, Object> json(Map<?, ?> file) {
    Map<String, Object> lines = new LinkedHashMap<>();
    for (Map<?, ?> row : rows(file, "accepted")) {
      String text = (String) row.get("text");
      lines.put(text, again(text));
    }
    for (Object text : (List<?>) file.get("refused")) lines.put((String) text, again((String) text));
    return lines;
  }

  private static String again(String text) {
    try {
      return JsonWriter.write(JsonReader.read(text));
    } catch (SyntaxException refused) {
      return "refused";
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Map<?, ?>> rows(Map<?, ?> file, String name) {
    return (List<Map<?, ?>>) file.get(name);
  }
}
