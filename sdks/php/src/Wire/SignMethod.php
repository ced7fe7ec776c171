<?php

declare(strict_types=1);

namespace Topgate\Wire;

/** The three digests of TOP. The platform may demand the strongest, which is the default. */
enum SignMethod: string
{
    case Md5 = 'md5';
    case Hmac = 'hmac';
    case HmacSha256 = 'hmac-sha256';

    /** Upper-case hexadecimal digits. */
    public function digest(string $base, #[\SensitiveParameter] string $secret): string
    {
        return strtoupper(match ($this) {
            self::Md5 => md5($secret . $base . $secret),
            self::Hmac => hash_hmac('md5', $base, $secret),
            self::HmacSha256 => hash_hmac('sha256', $base, $secret),
        });
    }
}
