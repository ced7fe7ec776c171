<?php

declare(strict_types=1);

namespace Topgate\Error;

use Topgate\Retry;

/** No answer. */
final class TransportException extends TopException
{
    /** @param string $reason `connect`: no connection, `timeout`: no answer in time, `broken` */
    public function __construct(
        string $message,
        public readonly string $reason,
        bool $mayHaveRun,
        Retry $retry,
    ) {
        parent::__construct($message, $retry, $mayHaveRun);
    }
}
