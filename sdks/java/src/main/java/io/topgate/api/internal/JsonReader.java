package io.topgate.api.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader of JSON that keeps every digit: integers become Long, or BigInteger beyond 64 bits, other
 * numbers BigDecimal. Objects are maps in the order of the text; of two equal names the last counts.
 */
public final class JsonReader {
  private static final int DEPTH_MAX = 64;
  /** Longer numbers mean nothing to anybody and make big numbers slow. */
  private static final int NUMBER_CHARS_MAX = 64;

  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  /** Throws {@link SyntaxException} for a text that is not one whole JSON value. */
  public static Object read(String text) throws SyntaxException {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value(0);
    reader.skipSpace();
    if (reader.at != text.length()) throw reader.problem("text after the end");
    return value;
  }

  private Object value(int depth) throws SyntaxException {
    if (depth > DEPTH_MAX) throw problem("nested too deeply");
    skipSpace();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> literal("true", Boolean.TRUE);
      case 'f' -> literal("false", Boolean.FALSE);
      case 'n' -> literal("null", null);
      default -> number();
    };
  }

  private Map<String, Object> object(int depth) throws SyntaxException {
    Map<String, Object> members = new LinkedHashMap<>();
    expect('{');
    skipSpace();
    if (accept('}')) return members;
    do {
      skipSpace();
      String name = string();
      skipSpace();
      expect(':');
      members.put(name, value(depth + 1));
      skipSpace();
    } while (accept(','));
    expect('}');
    return members;
  }

  private List<Object> array(int depth) throws SyntaxException {
    List<Object> items = new ArrayList<>();
    expect('[');
    skipSpace();
    if (accept(']')) return items;
    do {
      items.add(value(depth + 1));
      skipSpace();
    } while (accept(','));
    expect(']');
    return items;
  }

  private String string() throws SyntaxException {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (true) {
      char unit = next();
      if (unit == '"') return value.toString();
      if (unit < 0x20) throw problem("a control character in a text");
      value.append(unit == '\\' ? escaped() : unit);
    }
  }

  private char escaped() throws SyntaxException {
    char unit = next();
    return switch (unit) {
      case '"', '\\', '/' -> unit;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> fourDigits();
      default -> throw problem("an unknown escape");
    };
  }

  private char fourDigits() throws SyntaxException {
    int unit = 0;
    for (int count = 0; count < 4; count++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0) throw problem("no hexadecimal digit");
      unit = unit * 16 + digit;
    }
    return (char) unit;
  }

  private Number number() throws SyntaxException {
    int start = at;
    accept('-');
    if (!accept('0')) digits();
    boolean isInteger = true;
    if (accept('.')) {
      isInteger = false;
      digits();
    }
    if (accept('e') || accept('E')) {
      isInteger = false;
      if (!accept('+')) accept('-');
      digits();
    }
    if (at - start > NUMBER_CHARS_MAX) throw problem("a number that is too long");
    String number = text.substring(start, at);
    if (!isInteger) return decimal(number);
    BigInteger integer = new BigInteger(number);
    return integer.bitLength() < Long.SIZE ? (Number) integer.longValue() : integer;
  }

  private BigDecimal decimal(String number) throws SyntaxException {
    try {
      return new BigDecimal(number);
    } catch (NumberFormatException error) {
      throw problem("a number out of range");
    }
  }

  private void digits() throws SyntaxException {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
    if (at == start) throw problem("no value");
  }

  private Object literal(String literal, Object value) throws SyntaxException {
    if (!text.startsWith(literal, at)) throw problem("no value");
    at += literal.length();
    return value;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
  }

  private char peek() throws SyntaxException {
    if (at >= text.length()) throw problem("it ends too early");
    return text.charAt(at);
  }

  private char next() throws SyntaxException {
    char unit = peek();
    at++;
    return unit;
  }

  private boolean accept(char unit) {
    if (at >= text.length() || text.charAt(at) != unit) return false;
    at++;
    return true;
  }

  private void expect(char unit) throws SyntaxException {
    if (peek() != unit) throw problem("no " + unit + " where one is due");
    at++;
  }

  private SyntaxException problem(String what) {
    return new SyntaxException("no JSON: " + what + " at character " + (at + 1));
  }
}
