package io.topgate.api.internal.util;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Date;

/** Moments travel as Beijing wall time, whatever the zone of this machine is. */
public final class StringUtils {
  private static final int YEAR_MIN = 1970;
  private static final int YEAR_MAX = 9999;
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private StringUtils() {}

  /**
   * {@code yyyy-MM-dd HH:mm:ss} in Beijing, from 1970 to 9999. Throws IllegalArgumentException for
   * any other text, and for days that no calendar has.
   */
  public static Date parseDateTime(String text) {
    try {
      LocalDateTime wallTime = LocalDateTime.parse(text, SECONDS);
      if (wallTime.getYear() >= YEAR_MIN && wallTime.getYear() <= YEAR_MAX) {
        return Date.from(wallTime.toInstant(BEIJING));
      }
      throw new IllegalArgumentException("no year from 1970 to 9999: " + text);
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
