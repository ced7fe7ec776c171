package io.topgate.api.internal.util;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Date;

/** Moments travel as Beijing wall time, whatever the zone of this machine is. */
public final class StringUtils {
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
  private static final int DAY_CHARS = 10;

  private StringUtils() {}

  /**
   * {@code yyyy-MM-dd HH:mm:ss} in Beijing, or a day alone. Throws IllegalArgumentException for any
   * other text, and for days that no calendar has.
   */
  public static Date parseDateTime(String text) {
    try {
      LocalDateTime wallTime =
          text.length() == DAY_CHARS
              ? LocalDate.parse(text).atStartOfDay()
              : LocalDateTime.parse(text, SECONDS);
      return Date.from(wallTime.toInstant(BEIJING));
    } catch (DateTimeParseException error) {
      throw new IllegalArgumentException("no moment like 2026-01-31 12:00:00: " + text, error);
    }
  }

  /** {@code yyyy-MM-dd HH:mm:ss} in Beijing. */
  public static String formatDateTime(Date date) {
    return SECONDS.format(date.toInstant().atOffset(BEIJING));
  }

  public static boolean isEmpty(String text) {
    return text == null || text.isBlank();
  }
}
