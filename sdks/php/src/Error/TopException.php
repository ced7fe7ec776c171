<?php

declare(strict_types=1);

namespace Topgate\Error;

use Topgate\Retry;

/** Whatever keeps a call from an answer. No message holds a secret, a session or a parameter. */
abstract class TopException extends \RuntimeException
{
    /**
     * @param Retry $retry whether sending the call again can help
     * @param bool $mayHaveRun the call may have had its effect
     */
    public function __construct(
        string $message,
        public readonly Retry $retry,
        public readonly bool $mayHaveRun,
        ?\Throwable $previous = null,
    ) {
        parent::__construct($message, 0, $previous);
    }
}
