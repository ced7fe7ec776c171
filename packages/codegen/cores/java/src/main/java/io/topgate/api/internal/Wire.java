package io.topgate.api.internal;

import io.topgate.api.TaobaoObject;
import io.topgate.api.UnreadableAnswerException;
import io.topgate.api.internal.util.StringUtils;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Between the members of an object as they travel and the types of the documentation. The generated
 * getters and setters are one call each. A member of another type is an
 * {@link UnreadableAnswerException}, which names it.
 */
public final class Wire {
  private Wire() {}

  public static String text(TaobaoObject owner, String name) {
    Object value = owner.rawMember(name);
    if (value == null || value instanceof String) return (String) value;
    // Where a String is documented, anything else is shown as it travelled.
    return JsonWriter.write(value);
  }

  public static Long int64(TaobaoObject owner, String name) {
    Object value = owner.rawMember(name);
    if (value == null || value instanceof Long) return (Long) value;
    try {
      if (value instanceof String text) return text.isEmpty() ? null : Long.valueOf(text.strip());
      if (value instanceof BigDecimal decimal) return decimal.longValueExact();
      if (value instanceof BigInteger integer) return integer.longValueExact();
    } catch (ArithmeticException | NumberFormatException error) {
      throw other(name, "an integer of 64 bits");
    }
    throw other(name, "an integer of 64 bits");
  }

  public static Boolean flag(TaobaoObject owner, String name) {
    Object value = owner.rawMember(name);
    if (value == null || value instanceof Boolean) return (Boolean) value;
    return switch (value.toString()) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      case "" -> null;
      default -> throw other(name, "true or false");
    };
  }

  /** Epoch milliseconds are understood as well. */
  public static Date moment(TaobaoObject owner, String name) {
    Object value = owner.rawMember(name);
    if (value == null || value.equals("")) return null;
    if (value instanceof Long epochMs) return new Date(epochMs);
    try {
      return StringUtils.parseDateTime(value.toString());
    } catch (IllegalArgumentException error) {
      throw other(name, "a moment");
    }
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
    if (value == null) return null;
    if (type.isInstance(value)) return type.cast(value);
    S struct = fill(make.get(), value, name);
    owner.setRawMember(name, struct);
    return struct;
  }

  /**
   * The items stand in a member of their own in JSON and XML, and directly in simplified JSON and in
   * requests. {@code item} reads one of them out of an owner.
   */
  public static <I> List<I> list(
      TaobaoObject owner, String name, String itemName, BiFunction<TaobaoObject, String, I> item) {
    Object value = owner.rawMember(name);
    if (value == null) return null;
    if (value instanceof Items<?> items) return items.unchecked();
    Items<I> items = new Items<>();
    for (Object one : itemsOf(value, name, itemName)) {
      Holder holder = new Holder();
      holder.setRawMember(name, one);
      items.add(item.apply(holder, name));
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

  /** Takes over the members of an object that was read. */
  public static <S extends TaobaoObject> S fill(S object, Object value, String name) {
    // In XML an object without members looks like an empty text.
    if (value instanceof String text && text.isBlank()) return object;
    if (!(value instanceof Map<?, ?> members)) throw other(name, "an object");
    members.forEach((member, content) -> object.setRawMember((String) member, content));
    return object;
  }

  private static List<?> itemsOf(Object value, String name, String itemName) {
    if (value instanceof List<?> items) return items;
    if (value instanceof String text && text.isBlank()) return List.of();
    if (!(value instanceof Map<?, ?> wrapper)) throw other(name, "a list");
    if (wrapper.isEmpty()) return List.of();
    Object items = wrapper.get(itemName);
    // A server that names the items otherwise still has only one member there.
    if (items == null && wrapper.size() == 1) items = wrapper.values().iterator().next();
    if (items == null) throw other(name, "a list");
    return items instanceof List<?> list ? list : List.of(items);
  }

  private static boolean isStructured(Object value) {
    return value instanceof TaobaoObject || value instanceof Map;
  }

  private static UnreadableAnswerException other(String name, String expected) {
    return new UnreadableAnswerException("the member " + name + " of the answer is not " + expected);
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
