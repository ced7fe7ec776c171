<?php

declare(strict_types=1);

namespace Topgate\Error;

use Topgate\Retry;

/** A value that cannot be sent. Nothing was sent. */
final class InvalidRequestException extends TopException
{
    /** @param string $field dotted path */
    public function __construct(
        public readonly string $field,
        string $problem,
        ?\Throwable $previous = null,
    ) {
        parent::__construct("$field: $problem", Retry::never(), false, $previous);
    }
}
