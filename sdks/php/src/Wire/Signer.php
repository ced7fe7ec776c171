<?php

declare(strict_types=1);

namespace Topgate\Wire;

final class Signer
{
    /**
     * The value of `sign`. Files never take part; a body, where there is one beside the parameters,
     * follows them as it is.
     *
     * @param array<string, string> $parameters every parameter but `sign`, not URL-encoded
     */
    public static function sign(
        array $parameters,
        #[\SensitiveParameter] string $secret,
        SignMethod $method,
        string $body = '',
    ): string {
        return $method->digest(self::base($parameters) . $body, $secret);
    }

    /**
     * Names in the order of their bytes, each followed by its value.
     *
     * @param array<string, string> $parameters
     */
    public static function base(array $parameters): string
    {
        ksort($parameters, SORT_STRING);
        $base = '';
        foreach ($parameters as $name => $value) {
            $base .= $name . $value;
        }
        return $base;
    }
}
