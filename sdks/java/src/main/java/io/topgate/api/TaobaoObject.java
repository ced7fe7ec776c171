package io.topgate.api;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What travels as an object: members by their names on the wire. Documented members have getters and
 * setters in the generated classes; the others, which a newer server may send, are kept as they came.
 */
public abstract class TaobaoObject {
  private final Map<String, Object> members = new LinkedHashMap<>();

  /**
   * All members, documented or not, by their names on the wire: String, Boolean, Long (BigInteger or
   * BigDecimal where 64 bits do not hold a number), Map, List or TaobaoObject.
   */
  public final Map<String, Object> rawMembers() {
    return Collections.unmodifiableMap(members);
  }

  /** One member by its name on the wire; null where there is none. */
  public final Object rawMember(String name) {
    return members.get(name);
  }

  /** Sets a member by its name on the wire; null takes it away. */
  public final void setRawMember(String name, Object value) {
    if (value == null) members.remove(name);
    else members.put(name, value);
  }

  /**
   * The members that no getter gives: those that the documentation does not have, and those whose
   * value is not of the documented type.
   */
  public final Map<String, Object> otherMembers() {
    Map<String, Object> others = new LinkedHashMap<>();
    new LinkedHashMap<>(members).forEach((name, value) -> {
      if (documented(name) == null) others.put(name, value);
    });
    return Collections.unmodifiableMap(others);
  }

  /** What the getter of a member gives; null where there is none. */
  protected Object documented(String name) {
    return null;
  }

  /** Reads every member now: what getters change later, threads that share an answer would see. */
  final void readAll() {
    for (String name : List.copyOf(members.keySet())) {
      Object value = documented(name);
      for (Object item : value instanceof List<?> items ? items : Arrays.asList(value)) {
        if (item instanceof TaobaoObject object) object.readAll();
      }
    }
  }

  /** Names only: values may be personal. */
  @Override
  public String toString() {
    return getClass().getSimpleName() + members.keySet();
  }
}
