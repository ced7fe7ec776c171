<?php

declare(strict_types=1);

namespace Topgate;

/** What the codes of a refusal mean, where the platform does not say it itself. */
final class ErrorCatalogue
{
    /** Faults of the platform that stay: it could not make sense of what was sent. */
    private const LASTING_FAULTS = ['isp.top-parse-error', 'isp.top-mapping-parse-error'];
    /** Limits of calls of a user, a session, a partner, an app. */
    private const LIMIT_CODES = [4, 5, 6, 7, 8];

    /** @return array{string, string}|null what to do about it, in Chinese and English */
    public static function remedy(int $code, ?string $subCode): ?array
    {
        $row = self::row($code, $subCode);
        return $row === null ? null : [$row[0], $row[1]];
    }

    public static function retry(int $code, ?string $subCode, ?string $subMsg): Retry
    {
        $subCode ??= '';
        return match (true) {
            in_array($subCode, self::LASTING_FAULTS, true) => Retry::never(),
            str_starts_with($subCode, 'isp.') => Retry::sameRequest(),
            in_array($code, self::LIMIT_CODES, true) => Retry::later(self::seconds($subMsg ?? '')),
            default => match (self::row($code, $subCode)[2] ?? 'never') {
                'same-request' => Retry::sameRequest(),
                'new-session' => Retry::newSession(),
                'later' => Retry::later(null),
                default => Retry::never(),
            },
        };
    }

    /** `This ban will last for 3 more seconds` */
    private static function seconds(string $subMsg): ?string
    {
        return preg_match('/([0-9]+) more seconds?\b/', $subMsg, $found) === 1 ? $found[1] : null;
    }

    /** @return array{string, string, string}|null */
    private static function row(int $code, ?string $subCode): ?array
    {
        // A failure of a service leaves some platforms as 15, others as 50.
        $code = $code === 15 ? 50 : $code;
        return ErrorTable::ROWS["$code $subCode"] ?? ErrorTable::ROWS["$code "] ?? null;
    }
}
