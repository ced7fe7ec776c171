<?php

declare(strict_types=1);

namespace Topgate\Wire;

/** TOP's `Date`: wall time in Beijing, `yyyy-MM-dd HH:mm:ss`, whatever the zone of this machine. */
final class BeijingTime
{
    private const FORM = 'Y-m-d H:i:s';
    // Not Asia/Shanghai: the zone had summer time until 1991, the wire never has.
    private const YEAR_MIN = 1970;
    private const ZONE = '+08:00';

    public static function format(\DateTimeInterface $moment): string
    {
        return \DateTimeImmutable::createFromInterface($moment)
            ->setTimezone(new \DateTimeZone(self::ZONE))
            ->format(self::FORM);
    }

    /** Null when the text is no such time. */
    public static function parse(string $text): ?\DateTimeImmutable
    {
        $zone = new \DateTimeZone(self::ZONE);
        $moment = \DateTimeImmutable::createFromFormat('!' . self::FORM, $text, $zone);
        // PHP lets the 30th of February pass as the 2nd of March.
        $isThere = $moment !== false && $moment->format(self::FORM) === $text;
        return $isThere && (int) $text >= self::YEAR_MIN ? $moment : null;
    }
}
