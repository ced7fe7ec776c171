package io.topgate.api.internal;

import io.topgate.api.FileItem;
import io.topgate.api.TaobaoObject;
import io.topgate.api.internal.util.StringUtils;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Between the members of an object as they travel and the types of the documentation. The generated
 * getters and setters are one call each. A value that does not fit its type is absent here and stays
 * among {@link TaobaoObject#otherMembers()}.
 */
public final class Wire {
  private static final Pattern INTEGER = Pattern.compile("-?(?:0|[1-9][0-9]{0,18})");

  private Wire() {}

  /** Where a String is documented, anything else is shown as it travelled. */
  public static String text(TaobaoObject owner, String name) {
    Object value = owner.rawMember(name);
    return value == null || value instanceof String ? (String) value : JsonWriter.write(value);
  }

  public static Long int64(TaobaoObject owner, String name) {
    Object value = owner.rawMember(name);
    if (value instanceof Long integer) return integer;
    return value instanceof String text && INTEGER.matcher(text).matches() ? int64(text) : null;
  }

  public static Boolean flag(TaobaoObject owner, String name) {
    Object value = owner.rawMember(name);
    if (value instanceof Boolean flag) return flag;
    if ("true".equals(value)) return Boolean.TRUE;
    return "false".equals(value) ? Boolean.FALSE : null;
  }

  /** Epoch milliseconds are understood as well. */
  public static Date moment(TaobaoObject owner, String name) {
    Object value = owner.rawMember(name);
    if (value instanceof Date date) return date;
    if (value instanceof Long epochMs) return new Date(epochMs);
    try {
      return value instanceof String text ? StringUtils.parseDateTime(text) : null;
    } catch (IllegalArgumentException error) {
      return null;
    }
  }

  public static FileItem file(TaobaoObject owner, String name) {
    return owner.rawMember(name) instanceof FileItem file ? file : null;
  }

  public static void setMoment(TaobaoObject owner, String name, Date value) {
    owner.setRawMember(name, value == null ? null : StringUtils.formatDateTime(value));
  }

  public static void setMoment(TaobaoObject owner, String name, Instant value) {
    setMoment(owner, name, value == null ? null : Date.from(value));
  }

  /** The same object at every call, so that a change of it counts. */
  public static <S extends TaobaoObject> S struct(
      TaobaoObject owner, String name, Class<S> type, Supplier<S> make) {
    Object value = owner.rawMember(name);
    if (type.isInstance(value)) return type.cast(value);
    S struct = make.get();
    if (!fill(struct, value)) return null;
    owner.setRawMember(name, struct);
    return struct;
  }

  /**
   * The items stand in a member of their own in JSON and XML, and directly in simplified JSON and in
   * requests. {@code read} reads one of them out of an owner. One item that does not fit makes the
   * whole list one that does not.
   */
  public static <I> List<I> list(
      TaobaoObject owner, String name, String itemName, BiFunction<TaobaoObject, String, I> read) {
    Object value = owner.rawMember(name);
    if (value instanceof Items<?> items) return items.unchecked();
    List<?> raw = itemsOf(value, itemName);
    if (raw == null) return null;
    Items<I> items = new Items<>();
    for (Object one : raw) {
      Holder holder = new Holder();
      holder.setRawMember(name, one);
      I item = read.apply(holder, name);
      if (item == null && one != null) return null;
      items.add(item);
    }
    owner.setRawMember(name, items);
    return items;
  }

  public static void setList(TaobaoObject owner, String name, List<?> values) {
    owner.setRawMember(name, values == null ? null : new ArrayList<>(values));
  }

  /** A parameter of its own: structs and lists of structs are JSON, other lists have commas. */
  public static String parameterText(Object value) {
    if (value instanceof List<?> list && list.stream().noneMatch(Wire::isStructured)) {
      return list.stream().map(Wire::plainText).collect(Collectors.joining(","));
    }
    return isStructured(value) || value instanceof List ? JsonWriter.write(value) : plainText(value);
  }

  /** A value that is neither an object nor a list. */
  static String plainText(Object value) {
    return value instanceof Date date ? StringUtils.formatDateTime(date) : String.valueOf(value);
  }

  /** Takes over the members of an object that was read; false: the value is none. */
  static boolean fill(TaobaoObject object, Object value) {
    // In XML an object without members looks like an empty text.
    if (value instanceof String text && text.isBlank()) return true;
    if (!(value instanceof Map<?, ?> members)) return false;
    members.forEach((name, member) -> object.setRawMember((String) name, member));
    return true;
  }

  private static List<?> itemsOf(Object value, String itemName) {
    if (value instanceof List<?> items) return items;
    if (value instanceof String text && text.isBlank()) return List.of();
    if (!(value instanceof Map<?, ?> wrapper)) return null;
    if (wrapper.isEmpty()) return List.of();
    Object items = wrapper.get(itemName);
    // A server that names the items otherwise still has only one member there.
    if (items == null && wrapper.size() == 1) items = wrapper.values().iterator().next();
    if (items == null) return null;
    return items instanceof List<?> list ? list : List.of(items);
  }

  private static Long int64(String digits) {
    try {
      return Long.valueOf(digits);
    } catch (NumberFormatException error) {
      return null;
    }
  }

  private static boolean isStructured(Object value) {
    return value instanceof TaobaoObject || value instanceof Map;
  }

  /** One item of a list, for the functions that read members. */
  private static final class Holder extends TaobaoObject {}

  /** A list whose items have been read. */
  private static final class Items<I> extends ArrayList<I> {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("unchecked")
    <J> List<J> unchecked() {
      return (List<J>) this;
    }
  }
}
